import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice } from '../../ui/Notice';

const LEAST_REASON = 2;
const MOST_REASON = 200;

interface ReasonDialogProps {
  readonly title: string;
  readonly why: string;
  readonly example: string;
  readonly action: string;
  readonly isGrave?: boolean;
  /** What is done with the reason; a rejection is told here, and the words stay. */
  readonly onReason: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks why before something that leaves a trace, and says beforehand which. */
export function ReasonDialog({ title, why, example, action, isGrave = false, onReason, onClose }: ReasonDialogProps) {
  const t = useTexts();
  const titleId = useId();
  const [reason, setReason] = useState('');
  const [state, setState] = useState<{ readonly asked?: true; readonly busy?: true; readonly error?: unknown }>({});
  const tooShort = reason.trim().length < LEAST_REASON;
  const words = t('console.attachments.reason');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (tooShort) return setState({ asked: true });
    setState({ busy: true });
    await onReason(reason.trim()).catch((error: unknown) => setState({ error }));
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent className="reveal-form">
          <p>{why}</p>
          <TextField
            label={words}
            placeholder={example}
            required
            autoFocus
            value={reason}
            error={state.asked && tooShort}
            helperText={state.asked && tooShort ? t('form.too-short', { field: words, least: LEAST_REASON }) : undefined}
            slotProps={{ htmlInput: { maxLength: MOST_REASON } }}
            onChange={({ target }) => setReason(target.value)}
          />
          {state.error !== undefined && <ErrorNotice error={state.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={state.busy} {...(isGrave && { color: 'error' })}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
