import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, TextField } from '@mui/material';
import type { EditionView, StandardRow } from '@wangge/contracts';
import type { BookColumn, BookList } from '@wangge/domain';
import { type FormEvent, useState } from 'react';
import { useDepartments } from '../events/event-queries';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { ErrorNotice } from '../ui/Notice';
import { useChangeRows } from './standard-queries';

interface RowDialogProps {
  readonly edition: EditionView;
  readonly list: BookList;
  /** The row's place; behind the last one, a new row. */
  readonly at: number;
  readonly onClose: () => void;
}

/** The form of a row follows from the columns of its list. What does not fit is said by the check, not refused. */
export function RowDialog({ edition, list, at, onClose }: RowDialogProps) {
  const t = useTexts();
  const known = edition.lists[list.name]?.[at];
  const [row, setRow] = useState<StandardRow>(known ?? {});
  const change = useChangeRows(edition);
  const send = (next: StandardRow | null) => change.mutate([{ list: list.name, at, row: next }], { onSuccess: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(row);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="row-title">
      <form onSubmit={submit} noValidate autoComplete="off">
        <DialogTitle id="row-title">
          {known ? t('console.standards.edit-title', { row: at + 1 }) : t('console.standards.add-title')}
        </DialogTitle>
        <DialogContent className="account-form">
          {list.columns.map((column) => (
            <Cell
              key={column.name}
              column={column}
              value={row[column.name] ?? ''}
              onChange={(text) => setRow({ ...row, [column.name]: text })}
            />
          ))}
          {change.error && <ErrorNotice error={change.error} />}
        </DialogContent>
        <DialogActions>
          {known && (
            <Button color="error" disabled={change.isPending} onClick={() => send(null)}>
              {t('console.standards.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="contained" disableElevation disabled={change.isPending}>
            {t('do.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface CellProps {
  readonly column: BookColumn;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Cell({ column, value, onChange }: CellProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const departments = useDepartments().data?.items ?? [];
  const chosen = column.form === 'department' ? departments.map(({ id, name }) => ({ code: id, words: name })) : column.choices?.map(({ code, label }) => ({ code, words: labelOf(label) }));
  const common = {
    label: labelOf(column.label),
    helperText: labelOf(column.hint),
    required: column.required === true,
    value,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  if (!chosen) return <TextField {...common} multiline={column.form === 'text'} slotProps={{ htmlInput: { maxLength: 500 } }} />;
  return (
    <TextField {...common} select>
      {!column.required && <MenuItem value="">{t('console.standards.unset')}</MenuItem>}
      {chosen.map(({ code, words }) => (
        <MenuItem key={code} value={code}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}
