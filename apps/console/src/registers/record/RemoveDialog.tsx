import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type RecordView, type RegisterView, registersApi } from '@wangge/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { client } from '../../data/client';
import { codeOf } from '../../data/errors';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice } from '../../ui/Notice';
import { registerAddress } from '../register-address';
import { readOthersAgain, readRecordsAgain } from '../register-queries';
import { useLabel } from '../register-words';

interface RemoveDialogProps {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly onClose: () => void;
}

/** Names the record: taking out the wrong one takes a person out of every count. */
export function RemoveDialog({ register, record, onClose }: RemoveDialogProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const { remove, error, busy } = useRemove(record);
  const names = { title: record.title, register: labelOf(register.label) };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="remove-title">
      <DialogTitle id="remove-title">{t('console.registers.remove-title', names)}</DialogTitle>
      <DialogContent>
        <p>{t('console.registers.remove-why')}</p>
        {error !== undefined && <ErrorNotice error={error} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('do.cancel')}
        </Button>
        <Button variant="contained" disableElevation color="error" disabled={busy} onClick={() => void remove()}>
          {t('console.registers.remove-button', names)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useRemove({ register, id, version, title }: RecordView) {
  const t = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function remove(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await client.call(registersApi.remove, { params: { register, id }, query: { version } });
    } catch (reason) {
      setError(reason);
      setBusy(false);
      if (codeOf(reason) === 'record.stale') void readRecordsAgain(queryClient);
      return;
    }
    notify(t('console.registers.removed', { title }), { type: 'success' });
    await navigate(registerAddress(register));
    void readOthersAgain(queryClient, id);
  }
  return { remove, error, busy };
}
