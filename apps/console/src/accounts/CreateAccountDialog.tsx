import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { accountsApi } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { v7 as uuid } from 'uuid';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { useMe } from '../layout/use-me';
import { ErrorNotice, Notice } from '../ui/Notice';
import { AssignmentFields } from './AssignmentFields';
import { type AccountDraft, type AccountFault, toAccount } from './account-draft';

export function CreateAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts();
  const { districtCode } = useMe();
  const [draft, setDraft] = useState<AccountDraft>({
    username: '',
    name: '',
    password: '',
    assignments: [{ role: 'grid-worker', place: districtCode }],
  });
  const [faults, setFaults] = useState<readonly AccountFault[]>([]);
  const { create, error, busy } = useCreate(onClose);
  const set = (part: Partial<AccountDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void create(draft).then(setFaults);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="create-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="create-title">{t('console.accounts.create')}</DialogTitle>
        <DialogContent className="account-form">
          <TextField
            label={t('field.username')}
            required
            autoFocus
            value={draft.username}
            error={faults.includes('username')}
            helperText={t('console.accounts.username-help')}
            onChange={({ target }) => set({ username: target.value.toLowerCase() })}
          />
          <TextField
            label={t('console.accounts.name')}
            required
            value={draft.name}
            error={faults.includes('name')}
            helperText={faults.includes('name') ? t('form.fill-in', { field: t('console.accounts.name') }) : undefined}
            onChange={({ target }) => set({ name: target.value })}
          />
          <TextField
            label={t('console.accounts.password')}
            required
            type="password"
            autoComplete="new-password"
            value={draft.password}
            error={faults.includes('password')}
            helperText={t('console.accounts.password-help')}
            onChange={({ target }) => set({ password: target.value })}
          />
          <AssignmentFields assignments={draft.assignments} onChange={(assignments) => set({ assignments })} />
          {faults.includes('assignments') && <Notice kind="error">{t('console.accounts.assignments-help')}</Notice>}
          {faults.includes('roles-conflict') && <Notice kind="error">{t('error.account.roles-conflict')}</Notice>}
          {error !== undefined && <ErrorNotice error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={busy}>
            {t('console.accounts.create')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useCreate(onClose: () => void) {
  const t = useTexts();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [id] = useState(() => uuid());
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  /** Resolves with what is wrong in the draft; nothing when it was sent. */
  async function create(draft: AccountDraft): Promise<readonly AccountFault[]> {
    const made = toAccount(id, draft);
    if ('faults' in made) return made.faults;
    setBusy(true);
    setError(undefined);
    try {
      await client.call(accountsApi.create, { body: made.account });
      void queryClient.invalidateQueries({ queryKey: ['accounts'] });
      notify(t('console.accounts.created', { name: draft.name, username: draft.username }), { type: 'success' });
      onClose();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
    return [];
  }
  return { create, error, busy };
}
