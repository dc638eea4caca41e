import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import type { RegisterView } from '@wangge/contracts';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { v7 as uuid } from 'uuid';
import { useTexts } from '../i18n/use-texts';
import type { RecordFilter } from '../registers/list/record-filter';
import { isPersonal, useLabel } from '../registers/register-words';
import { ErrorNotice, Notice } from '../ui/Notice';
import { useRequestExport } from './export-queries';

interface ExportDialogProps {
  readonly register: RegisterView;
  readonly filter: RecordFilter;
  readonly total: number | undefined;
  readonly onClose: () => void;
}

/** Asks for the records of a list in a workbook: which columns, and what for. */
export function ExportDialog({ register, filter, total, onClose }: ExportDialogProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const titleId = useId();
  const [id] = useState(() => uuid());
  const [columns, setColumns] = useState<readonly string[]>(register.fields.filter(({ inList }) => inList).map(({ name }) => name));
  const [reason, setReason] = useState('');
  const request = useRequestExport(register.name);
  const chosen = register.fields.filter(({ name }) => columns.includes(name));
  const isReady = chosen.length > 0 && reason.trim().length >= 2;
  const { ids: _ids, ...narrowed } = filter;
  const toggle = (name: string) => setColumns(columns.includes(name) ? columns.filter((each) => each !== name) : [...columns, name]);
  const send = () => request.mutate({ id, columns: chosen.map(({ name }) => name), filter: narrowed, reason });
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) send();
        }}
      >
        <DialogTitle id={titleId}>{t('console.exports.ask', { register: labelOf(register.label) })}</DialogTitle>
        <DialogContent>
        {request.data ? (
          <Asked state={request.data.state} />
        ) : (
          <>
            <p className="muted">{t('console.exports.which', { count: total ?? '…' })}</p>
            <fieldset className="export-columns">
              <legend>{t('console.exports.columns')}</legend>
              {register.fields.map((field) => (
                <label key={field.name}>
                  <input type="checkbox" checked={columns.includes(field.name)} onChange={() => toggle(field.name)} />
                  {labelOf(field.label)}
                  {isPersonal(field) && <small className="muted">{t('console.exports.personal')}</small>}
                </label>
              ))}
            </fieldset>
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
            {chosen.some(isPersonal) && <Notice kind="info">{t('console.exports.needs-approval')}</Notice>}
            {request.error && <ErrorNotice error={request.error} />}
          </>
        )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t(request.data ? 'do.close' : 'do.cancel')}</Button>
          {!request.data && (
            <Button type="submit" variant="contained" disableElevation disabled={!isReady || request.isPending}>
              {t('console.exports.send')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** What comes next. */
export function Asked({ state }: { readonly state: 'waiting' | 'approved' | 'refused' | 'withdrawn' }) {
  const t = useTexts();
  return (
    <Notice kind="done">
      <span>{t(state === 'approved' ? 'console.exports.is-ready' : 'console.exports.is-waiting')}</span> <Link to="/exports">{t('console.exports.see')}</Link>
    </Notice>
  );
}
