import type { CollectionField, CollectionRow } from '@wangge/contracts';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useLabel, useValueWords } from '../registers/register-words';

interface RowTableProps {
  readonly fields: readonly CollectionField[];
  readonly rows: readonly CollectionRow[];
  /** Where a row leads, where it leads anywhere. */
  readonly addressOf?: (row: CollectionRow) => string;
}

/** Rows as the registers have them; what is still asked for says so. */
export function RowTable({ fields, rows, addressOf }: RowTableProps) {
  const t = useTexts();
  const labelOf = useLabel();
  return (
    <div className="table-frame collection-rows">
      <table className="event-table">
        <thead>
          <tr>
            <th scope="col">{t('console.collections.grid')}</th>
            {fields.map(({ key, path, field, isQuestion }) => (
              <th key={key} scope="col" className={isQuestion ? 'question' : undefined}>
                {path.length > 0 && <small className="muted">{path.map(labelOf).join(' › ')}</small>}
                {labelOf(field.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.recordId}>
              <th scope="row">
                {addressOf ? <Link to={addressOf(row)}>{row.names.grid}</Link> : row.names.grid}
              </th>
              {fields.map((field) => (
                <Cell key={field.key} field={field} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ field: { key, field }, row }: { readonly field: CollectionField; readonly row: CollectionRow }) {
  const t = useTexts();
  const wordsOf = useValueWords();
  if (row.open.includes(key)) return <td className="missing">{t('console.collections.to-fill')}</td>;
  return <td>{row.referenceTitles[key] ?? wordsOf(field, row.values[key] ?? null)}</td>;
}
