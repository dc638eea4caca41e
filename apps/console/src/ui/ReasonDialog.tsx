import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice } from './Notice';

const LEAST_REASON = 2;
const MOST_REASON = 200;

interface ReasonDialogProps {
  readonly title: string;
  /** What becomes of it, said beforehand. */
  readonly why: string;
  readonly label: string;
  readonly example: string;
  readonly button: string;
  readonly isGrave?: boolean;
  /** Throws where it is refused: the dialog stays open then and says why. */
  readonly onSend: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks why before something is done that leaves a trace. */
export function ReasonDialog({ title, why, label, example, button, isGrave = false, onSend, onClose }: ReasonDialogProps) {
  const t = useTexts();
  const titleId = useId();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { send, error, busy } = useSend(onSend);
  const tooShort = reason.trim().length < LEAST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!tooShort) void send(reason.trim());
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent className="reveal-form">
          <p>{why}</p>
          <TextField
            label={label}
            placeholder={example}
            required
            autoFocus
            value={reason}
            error={asked && tooShort}
            helperText={asked && tooShort ? t('form.too-short', { field: label, least: LEAST_REASON }) : undefined}
            slotProps={{ htmlInput: { maxLength: MOST_REASON } }}
            onChange={({ target }) => setReason(target.value)}
          />
          {error !== undefined && <ErrorNotice error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation color={isGrave ? 'error' : 'primary'} disabled={busy}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useSend(onSend: ReasonDialogProps['onSend']) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  async function send(reason: string): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await onSend(reason);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  }
  return { send, error, busy };
}
