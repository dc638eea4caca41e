import { TextField } from '@mui/material';
import type { AccountView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useState } from 'react';
import { ListBase, useListContext } from 'react-admin';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { roleWords } from '../layout/role-words';
import { useMay, useMe } from '../layout/use-me';
import { Pager } from '../events/list/Pager';
import { Icon } from '../ui/Icon';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
import { useNow } from '../ui/use-now';
import { CreateAccountDialog } from './CreateAccountDialog';
import { DisableDialog } from './DisableDialog';

export function AccountList() {
  return (
    <ListBase<AccountView> resource="accounts" perPage={20} sort={{ field: 'username', order: 'ASC' }}>
      <AccountPage />
    </ListBase>
  );
}

function AccountPage() {
  const t = useTexts();
  const mayCreate = useMay('account.create');
  const { data, error, isPending, refetch, filterValues, setFilters } = useListContext<AccountView>();
  const [creating, setCreating] = useState(false);
  const [changing, setChanging] = useState<AccountView>();
  useCrumbs({ text: t('console.accounts') });
  return (
    <div className="accounts">
      <header className="list-head">
        <h1>{t('console.accounts')}</h1>
        <TextField
          className="account-search"
          type="search"
          label={t('console.accounts.search')}
          defaultValue={filterValues.q ?? ''}
          slotProps={{ htmlInput: { maxLength: 64 } }}
          onChange={({ target }) => setFilters({ q: target.value.trim() })}
        />
        {mayCreate && (
          <button type="button" className="button primary" onClick={() => setCreating(true)}>
            <Icon name="plus" size={14} />
            {t('console.accounts.create')}
          </button>
        )}
      </header>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={10} height={20} />}
      {data?.length === 0 && <Empty title={t('console.accounts.empty')}>{t('console.accounts.empty-why')}</Empty>}
      {data && data.length > 0 && <AccountTable accounts={data} onChange={setChanging} />}
      <Pager />
      {creating && <CreateAccountDialog onClose={() => setCreating(false)} />}
      {changing && <DisableDialog account={changing} onClose={() => setChanging(undefined)} />}
    </div>
  );
}

function AccountTable({
  accounts,
  onChange,
}: {
  readonly accounts: readonly AccountView[];
  readonly onChange: (account: AccountView) => void;
}) {
  const t = useTexts();
  const now = useNow();
  const me = useMe();
  const mayChange = useMay('account.disable');
  return (
    <div className="table-frame">
      <table className="event-table">
        <caption className="visually-hidden">{t('console.accounts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.username')}</th>
            <th scope="col">{t('console.accounts.name')}</th>
            <th scope="col">{t('console.accounts.roles')}</th>
            <th scope="col">{t('console.accounts.since')}</th>
            <th scope="col">{t('console.status')}</th>
            {mayChange && <th scope="col">{t('console.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <td>{account.username}</td>
              <td>{account.name}</td>
              <td>{account.assignments.map((assignment) => roleWords(assignment, t)).join(t('list.comma'))}</td>
              <td className="muted">{instantWords(account.createdAt, now, t)}</td>
              <td>
                {account.disabled ? <b className="overdue">{t('console.accounts.disabled')}</b> : t('console.accounts.active')}
              </td>
              {mayChange && (
                <td>
                  {account.id === me.id ? (
                    <span className="muted">{t('console.accounts.self')}</span>
                  ) : (
                    <button type="button" className="link" onClick={() => onChange(account)}>
                      {t(account.disabled ? 'console.accounts.enable' : 'console.accounts.disable')}
                    </button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
