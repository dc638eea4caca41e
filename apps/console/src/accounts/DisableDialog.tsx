import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type AccountView, accountsApi } from '@wangge/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice } from '../ui/Notice';

/** Names the account: disabling the wrong one ends somebody's work at once. */
export function DisableDialog({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
  const t = useTexts();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const disabled = !account.disabled;
  const who = { name: account.name, username: account.username };

  async function change() {
    setBusy(true);
    setError(undefined);
    try {
      await client.call(accountsApi.change, { params: { id: account.id }, body: { version: account.version, disabled } });
      notify(t(disabled ? 'console.accounts.disabled-done' : 'console.accounts.enabled-done', who), { type: 'success' });
      onClose();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    } finally {
      void queryClient.invalidateQueries({ queryKey: ['accounts'] });
    }
  }

  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="disable-title">
      <DialogTitle id="disable-title">
        {t(disabled ? 'console.accounts.disable-title' : 'console.accounts.enable-title', who)}
      </DialogTitle>
      <DialogContent>
        <p>{t(disabled ? 'console.accounts.disable-why' : 'console.accounts.enable-why')}</p>
        {error !== undefined && <ErrorNotice error={error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('do.cancel')}
        </Button>
        <Button
          variant="contained"
          disableElevation
          color={disabled ? 'error' : 'primary'}
          disabled={busy}
          onClick={() => void change()}
        >
          {t(disabled ? 'console.accounts.disable-button' : 'console.accounts.enable-button', who)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
