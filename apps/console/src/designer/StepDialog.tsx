import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import type { OwnRegisterView } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { ErrorNotice } from '../ui/Notice';
import { useChangeWords } from './change-words';

interface StepDialogProps {
  readonly step: 'publish' | 'close' | 'reopen' | 'remove';
  readonly register: OwnRegisterView;
  readonly onSend: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

const LEAST_REASON = 2;

/** Names the register and says what follows; a reason is kept with whatever can be done twice. */
export function StepDialog({ step, register, onSend, onClose }: StepDialogProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const wordsOf = useChangeWords();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const needsReason = step !== 'remove';
  const isShort = needsReason && reason.trim().length < LEAST_REASON;
  const named = { register: labelOf(register.draft.label), version: register.version + 1 };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isShort) return;
    setBusy(true);
    onSend(reason.trim()).catch((refused: unknown) => {
      setError(refused);
      setBusy(false);
    });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="step-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="step-title">{t(`console.designer.${step}-title`, named)}</DialogTitle>
        <DialogContent className="account-form">
          <p>{t(`console.designer.${step}-why`)}</p>
          {step === 'publish' && (
            <ul className="designer-changes">
              {register.changes.map((change) => (
                <li key={JSON.stringify(change)}>{wordsOf(change)}</li>
              ))}
            </ul>
          )}
          {needsReason && (
            <TextField
              label={t(step === 'publish' ? 'console.designer.publish-reason' : 'console.designer.reason')}
              required
              autoFocus
              value={reason}
              placeholder={step === 'publish' ? t('console.designer.publish-example') : undefined}
              error={asked && isShort}
              helperText={asked && isShort ? t('console.designer.reason-short') : undefined}
              slotProps={{ htmlInput: { maxLength: 200 } }}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
          {error !== undefined && <ErrorNotice error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation color={step === 'remove' ? 'error' : 'primary'} disabled={busy}>
            {t(`console.designer.${step}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
