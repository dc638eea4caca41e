import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { type KeptChange, type RecordMerge, type RecordView, registerDuplicatesApi, type RegisterView } from '@wangge/contracts';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { client } from '../../data/client';
import { codeOf } from '../../data/errors';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice } from '../../ui/Notice';
import { useReadRecordsAgain, useRegisters } from '../register-queries';
import { useLabel } from '../register-words';

const LEAST_REASON = 2;
const MOST_REASON = 200;

interface UndoDialogProps {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly merge: RecordMerge;
  readonly onClose: () => void;
}

export function UndoDialog({ record, merge, onClose }: UndoDialogProps) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { undo, error, busy } = useUndo(record, merge, onClose);
  const tooShort = reason.trim().length < LEAST_REASON;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!tooShort) void undo(reason.trim());
  };
  const words = t('console.undo.reason');
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="undo-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="undo-title">{t('console.undo.title')}</DialogTitle>
        <DialogContent className="reveal-form">
          <p>{t('console.undo.why')}</p>
          <TextField
            label={words}
            placeholder={t('console.undo.reason-example')}
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
          <Button type="submit" variant="contained" disableElevation disabled={busy}>
            {t('console.merged.undo')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useUndo({ register, id, version }: RecordView, merge: RecordMerge, onDone: () => void) {
  const t = useTexts();
  const notify = useNotify();
  const readAgain = useReadRecordsAgain();
  const keptWords = useKeptWords();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function undo(reason: string): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const params = { register, id, merge: merge.id };
      const { restored, kept } = await client.call(registerDuplicatesApi.undo, { params, body: { version, reason } });
      if (kept.length === 0) notify(t('console.undo.done', { title: restored.title }), { type: 'success' });
      else notify(t('console.undo.kept', { count: kept.length, fields: keptWords(kept) }), { type: 'warning', autoHideDuration: null });
      onDone();
    } catch (refused) {
      setError(refused);
      setBusy(false);
      if (codeOf(refused) !== 'record.stale') return;
    }
    await readAgain();
  }
  return { undo, error, busy };
}

/** 人口·所在家庭, once for each place. */
function useKeptWords(): (kept: readonly KeptChange[]) => string {
  const labelOf = useLabel();
  const registers = useRegisters().data?.items ?? [];
  return (kept) => {
    const words = kept.map(({ register: name, field }) => {
      const register = registers.find((each) => each.name === name);
      const label = register?.fields.find((each) => each.name === field)?.label;
      return register && label ? `${labelOf(register.label)}·${labelOf(label)}` : field;
    });
    return [...new Set(words)].join('、');
  };
}
