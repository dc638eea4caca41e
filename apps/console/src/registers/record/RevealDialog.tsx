import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type RecordView, type RegisterField, registersApi } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice } from '../../ui/Notice';
import { useReadRecordsAgain } from '../register-queries';
import { useLabel } from '../register-words';
import { type Revealed, SHOWN_SECONDS } from './use-shown-for-a-while';

const LEAST_REASON = 2;
const MOST_REASON = 200;

interface RevealDialogProps {
  readonly field: RegisterField;
  readonly record: RecordView;
  readonly onShow: (revealed: Revealed) => void;
  readonly onClose: () => void;
}

/** Asks why, and says beforehand what becomes of it. */
export function RevealDialog({ field, record, onShow, onClose }: RevealDialogProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { reveal, error, busy } = useReveal(record, field, (revealed) => {
    onClose();
    onShow(revealed);
  });
  const tooShort = reason.trim().length < LEAST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!tooShort) void reveal(reason.trim());
  };
  const reasonWords = t('console.registers.reveal-reason');
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="reveal-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="reveal-title">
          {t('console.registers.reveal-title', { title: record.title, field: labelOf(field.label) })}
        </DialogTitle>
        <DialogContent className="reveal-form">
          <p>{t('console.registers.reveal-why', { seconds: SHOWN_SECONDS })}</p>
          <TextField
            label={reasonWords}
            placeholder={t('console.registers.reveal-example')}
            required
            autoFocus
            value={reason}
            error={asked && tooShort}
            helperText={asked && tooShort ? t('form.too-short', { field: reasonWords, least: LEAST_REASON }) : undefined}
            slotProps={{ htmlInput: { maxLength: MOST_REASON } }}
            onChange={({ target }) => setReason(target.value)}
          />
          {error !== undefined && <ErrorNotice error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={busy}>
            {t('console.registers.reveal')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Asked of the server directly: what is kept by queries would outlive the half minute. */
function useReveal(record: RecordView, field: RegisterField, onShow: (revealed: Revealed) => void) {
  const readAgain = useReadRecordsAgain();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function reveal(reason: string): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const params = { register: record.register, id: record.id };
      const { value, left } = await client.call(registersApi.reveal, { params, body: { field: field.name, reason } });
      onShow({ value, left });
      void readAgain();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  }
  return { reveal, error, busy };
}
