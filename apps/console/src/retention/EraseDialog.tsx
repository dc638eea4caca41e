import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { useTexts } from '../i18n/use-texts';

/** What is erased does not come back: asked once more. */
export function EraseDialog({ onClose, onErase }: { readonly onClose: () => void; readonly onErase: () => void }) {
  const t = useTexts();
  const titleId = useId();
  const erase = () => {
    onErase();
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{t('console.retention.erase')}</DialogTitle>
      <DialogContent>
        <p>{t('console.retention.erase-why')}</p>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('do.cancel')}</Button>
        <Button variant="contained" color="error" disableElevation onClick={erase}>
          {t('console.retention.erase')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
