import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import type { EditionView } from '@wangge/contracts';
import { bookOf } from '@wangge/domain';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { ErrorNotice } from '../ui/Notice';
import { useWithdraw } from './standard-queries';

const LEAST = 2;

export function WithdrawDialog({ edition, onClose }: { readonly edition: EditionView; readonly onClose: () => void }) {
  const t = useTexts();
  const labelOf = useLabel();
  const notify = useNotify();
  const withdraw = useWithdraw(edition);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    withdraw.mutate(note.trim(), {
      onSuccess: () => {
        notify(t('console.standards.withdrawn'), { type: 'success' });
        onClose();
      },
    });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="withdraw-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="withdraw-title">
          {t('console.standards.withdraw-title', { book: labelOf(bookOf(edition.book).label), number: edition.number })}
        </DialogTitle>
        <DialogContent className="account-form">
          <p>{t('console.standards.withdraw-why')}</p>
          <TextField
            label={t('console.standards.reason')}
            required
            autoFocus
            value={note}
            slotProps={{ htmlInput: { maxLength: 200 } }}
            onChange={({ target }) => setNote(target.value)}
          />
          {withdraw.error && <ErrorNotice error={withdraw.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            disableElevation
            color="error"
            disabled={withdraw.isPending || note.trim().length < LEAST}
          >
            {t(edition.state === 'draft' ? 'console.standards.withdraw' : 'console.standards.undo')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
