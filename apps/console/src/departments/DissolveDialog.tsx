import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type DepartmentView, departmentsApi } from '@wangge/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice } from '../ui/Notice';

/** Names the department: there is no way back. */
export function DissolveDialog({ department, onClose }: { readonly department: DepartmentView; readonly onClose: () => void }) {
  const t = useTexts();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { id, name } = department;

  async function dissolve() {
    setBusy(true);
    setError(undefined);
    try {
      await client.call(departmentsApi.dissolve, { params: { id } });
      notify(t('console.departments.dissolved', { name }), { type: 'success' });
      onClose();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    } finally {
      void queryClient.invalidateQueries({ queryKey: ['departments'] });
    }
  }

  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="dissolve-title">
      <DialogTitle id="dissolve-title">{t('console.departments.dissolve-title', { name })}</DialogTitle>
      <DialogContent>
        <p>{t('console.departments.dissolve-why')}</p>
        {error !== undefined && <ErrorNotice error={error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('do.cancel')}
        </Button>
        <Button variant="contained" disableElevation color="error" disabled={busy} onClick={() => void dissolve()}>
          {t('console.departments.dissolve-button', { name })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
