import type { CollectionField, CollectionRow } from '@wangge/contracts';
import { placePath } from '@wangge/look';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useLabel, useValueWords } from '../registers/register-words';

const COLUMN_WIDTH = 132;

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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else for the keyboard to stand on.
    <section className="table-frame collection-rows" aria-label={t('console.collections.table')} tabIndex={0}>
      <table className="event-table" style={{ minWidth: (fields.length + 1) * COLUMN_WIDTH }}>
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
              <td>{addressOf ? <Link to={addressOf(row)}>{gridName(row)}</Link> : gridName(row)}</td>
              {fields.map((field) => (
                <Cell key={field.key} field={field} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const gridName = ({ names }: CollectionRow): string => placePath(names).at(-1) ?? names.grid;

function Cell({ field: { key, field }, row }: { readonly field: CollectionField; readonly row: CollectionRow }) {
  const t = useTexts();
  const wordsOf = useValueWords();
  if (row.open.includes(key)) return <td className="missing">{t('console.collections.to-fill')}</td>;
  return <td>{row.referenceTitles[key] ?? wordsOf(field, row.values[key] ?? null)}</td>;
}
