import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type RecordView, type RegisterView, registersApi } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { client } from '../../data/client';
import { codeOf } from '../../data/errors';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice } from '../../ui/Notice';
import { registerAddress } from '../register-address';
import { readOthersAgain, readRecordsAgain } from '../register-queries';
import { useLabel } from '../register-words';

const LEAST_REASON = 2;
const MOST_REASON = 200;

interface RemoveDialogProps {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly onClose: () => void;
}

/** Names the record: taking out the wrong one takes a person out of every count. */
export function RemoveDialog({ register, record, onClose }: RemoveDialogProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { remove, error, busy } = useRemove(record);
  const names = { title: record.title, register: labelOf(register.label) };
  const tooShort = reason.trim().length < LEAST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!tooShort) void remove(reason.trim());
  };
  const words = t('console.registers.remove-reason');
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="remove-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="remove-title">{t('console.registers.remove-title', names)}</DialogTitle>
        <DialogContent className="reveal-form">
          <p>{t('console.registers.remove-why')}</p>
          <TextField
            label={words}
            placeholder={t('console.registers.remove-example')}
            required
            autoFocus
            value={reason}
            error={asked && tooShort}
            helperText={asked && tooShort ? t('form.too-short', { field: words, least: LEAST_REASON }) : undefined}
            slotProps={{ htmlInput: { maxLength: MOST_REASON } }}
            onChange={({ target }) => setReason(target.value)}
          />
          {error !== undefined && <ErrorNotice error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation color="error" disabled={busy}>
            {t('console.registers.remove-button', names)}
          </Button>
        </DialogActions>
      </form>
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

  async function remove(reason: string): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await client.call(registersApi.remove, { params: { register, id }, query: { version }, body: { reason } });
    } catch (refused) {
      setError(refused);
      setBusy(false);
      if (codeOf(refused) === 'record.stale') void readRecordsAgain(queryClient);
      return;
    }
    notify(t('console.registers.removed', { title }), { type: 'success' });
    await navigate(registerAddress(register));
    void readOthersAgain(queryClient, id);
  }
  return { remove, error, busy };
}
