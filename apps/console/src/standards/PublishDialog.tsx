import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import type { EditionView } from '@wangge/contracts';
import { bookOf } from '@wangge/domain';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { ErrorNotice } from '../ui/Notice';
import { localToday } from './standard-words';
import { usePublish } from './standard-queries';

const LEAST = 2;

/** Names the edition, its first day and what changes; cases that run are left as they are. */
export function PublishDialog({ edition, onClose }: { readonly edition: EditionView; readonly onClose: () => void }) {
  const t = useTexts();
  const labelOf = useLabel();
  const notify = useNotify();
  const publish = usePublish(edition);
  const today = localToday(new Date());
  const [effectiveOn, setDay] = useState(today);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const isShort = note.trim().length < LEAST;
  const count = (kind: EditionView['changes'][number]['kind']) => edition.changes.filter((change) => change.kind === kind).length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isShort || effectiveOn === '') return;
    publish.mutate(
      { effectiveOn, note: note.trim() },
      {
        onSuccess: () => {
          notify(t('console.standards.published'), { type: 'success' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="publish-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="publish-title">
          {t('console.standards.publish-title', { book: labelOf(bookOf(edition.book).label), number: edition.number })}
        </DialogTitle>
        <DialogContent className="account-form">
          <p>{t('console.standards.publish-why')}</p>
          {edition.book === 'calendar' && <p>{t('console.standards.publish-calendar')}</p>}
          <p>{t('console.standards.publish-counts', { added: count('added'), changed: count('changed'), removed: count('removed') })}</p>
          <TextField
            type="date"
            label={t('console.standards.from')}
            required
            value={effectiveOn}
            slotProps={{ htmlInput: { min: today }, inputLabel: { shrink: true } }}
            onChange={({ target }) => setDay(target.value)}
          />
          <TextField
            label={t('console.standards.reason')}
            required
            autoFocus
            value={note}
            error={asked && isShort}
            helperText={asked && isShort ? t('console.standards.reason-short') : undefined}
            slotProps={{ htmlInput: { maxLength: 200 } }}
            onChange={({ target }) => setNote(target.value)}
          />
          {publish.error && <ErrorNotice error={publish.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={publish.isPending}>
            {t('console.standards.publish')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
