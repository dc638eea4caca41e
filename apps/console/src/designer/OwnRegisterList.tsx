import type { OwnRegisterSummary } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { Empty, ErrorNotice, Notice, Skeleton } from '../ui/Notice';
import { useNow } from '../ui/use-now';
import { designerAddress } from './designer-address';
import { useMayDefine, useOwnRegisters } from './designer-queries';
import { NewRegisterDialog } from './NewRegisterDialog';

/** 自定义登记库: what this district defines for itself. */
export function OwnRegisterList() {
  const t = useTexts();
  const may = useMayDefine();
  useCrumbs({ text: t('console.designer') });
  if (may) return <List />;
  return (
    <div className="page">
      <Notice kind="warning">{t('console.designer.denied')}</Notice>
    </div>
  );
}

function List() {
  const t = useTexts();
  const { data, error, refetch } = useOwnRegisters();
  const [creating, setCreating] = useState(false);
  return (
    <div className="accounts designer-list">
      <header className="list-head">
        <h1>{t('console.designer')}</h1>
        <p className="muted">{t('console.designer.why')}</p>
        <button type="button" className="button primary" onClick={() => setCreating(true)}>
          <Icon name="plus" size={14} />
          {t('console.designer.new')}
        </button>
      </header>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} height={20} />}
      {data?.items.length === 0 && <Empty title={t('console.designer.empty')}>{t('console.designer.empty-why')}</Empty>}
      {data && data.items.length > 0 && <RegisterTable registers={data.items} />}
      {creating && <NewRegisterDialog onClose={() => setCreating(false)} />}
    </div>
  );
}

function RegisterTable({ registers }: { readonly registers: readonly OwnRegisterSummary[] }) {
  const t = useTexts();
  const labelOf = useLabel();
  const now = useNow();
  return (
    <div className="table-frame">
      <table className="event-table">
        <caption className="visually-hidden">{t('console.designer')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.accounts.name')}</th>
            <th scope="col">{t('console.designer.name')}</th>
            <th scope="col">{t('console.designer.element')}</th>
            <th scope="col">{t('console.status')}</th>
            <th scope="col">{t('console.designer.version')}</th>
            <th scope="col">{t('console.designer.fields')}</th>
            <th scope="col">{t('console.designer.updated')}</th>
          </tr>
        </thead>
        <tbody>
          {registers.map((register) => (
            <tr key={register.name}>
              <td>
                <Link to={designerAddress(register.name)}>{labelOf(register.label)}</Link>
              </td>
              <td>
                <code>{register.name}</code>
              </td>
              <td>{t(`console.designer.element.${register.element}`)}</td>
              <td>
                <StateWords register={register} />
              </td>
              <td>
                {register.version === 0
                  ? t('console.designer.unpublished')
                  : t('console.designer.version-is', { version: register.version })}
              </td>
              <td>{t('console.designer.fields-count', { count: register.fields })}</td>
              <td className="muted">
                {t('console.designer.updated-by', { who: register.updatedBy, when: instantWords(register.updatedAt, now, t) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In a word, and whether something waits to be published. */
export function StateWords({ register: { state, hasDraft } }: { readonly register: OwnRegisterSummary }) {
  const t = useTexts();
  return (
    <span className={`designer-state ${state}`}>
      <i aria-hidden="true" />
      {t(`console.designer.state.${state}`)}
      {hasDraft && state !== 'draft' && <span className="muted">{t('console.designer.draft-waits')}</span>}
    </span>
  );
}
