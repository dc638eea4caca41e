import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import type { CollectionView } from '@wangge/contracts';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { Asked } from '../exports/ExportDialog';
import { useRequestTableExport } from '../exports/export-queries';
import { useTexts } from '../i18n/use-texts';
import { isPersonal } from '../registers/register-words';
import { ErrorNotice, Notice } from '../ui/Notice';

/** Asks for the table in a workbook, and says what for. */
export function ExportTableDialog({ collection, onClose }: { readonly collection: CollectionView; readonly onClose: () => void }) {
  const t = useTexts();
  const [id] = useState(() => uuid());
  const [reason, setReason] = useState('');
  const request = useRequestTableExport(collection.id);
  const isReady = reason.trim().length >= 2 && !request.isPending;
  return (
    <Dialog open onClose={onClose} aria-labelledby="export-table-title" maxWidth="sm" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) request.mutate({ id, reason });
        }}
      >
        <DialogTitle id="export-table-title">{t('console.exports.ask', { register: collection.title })}</DialogTitle>
        <DialogContent>
          {request.data ? (
            <Asked state={request.data.state} />
          ) : (
            <>
              <TextField
                label={t('console.exports.reason')}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
                slotProps={{ htmlInput: { maxLength: 200 } }}
                margin="dense"
                size="small"
                fullWidth
                required
              />
              {collection.fields.some(({ field }) => isPersonal(field)) && <Notice kind="info">{t('console.exports.needs-approval')}</Notice>}
              {request.error && <ErrorNotice error={request.error} />}
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t(request.data ? 'do.close' : 'do.cancel')}</Button>
          {!request.data && (
            <Button type="submit" variant="contained" disableElevation disabled={!isReady}>
              {t('console.exports.send')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
