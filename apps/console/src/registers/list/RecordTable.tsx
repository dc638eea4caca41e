import type { RecordView, RegisterView } from '@wangge/contracts';
import { useNavigate } from 'react-router-dom';
import { useRowKeys } from '../../events/list/use-row-keys';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { recordAddress } from '../register-address';
import { useLabel } from '../register-words';
import type { RecordColumn } from './record-columns';
import type { RecordSort } from './record-filter';

interface RecordTableProps {
  readonly register: RegisterView;
  readonly rows: readonly RecordView[];
  readonly columns: readonly RecordColumn[];
  readonly sort: RecordSort;
  readonly onSort: (sort: RecordSort) => void;
  readonly busy: boolean;
}

/** Rows of 40 px; what the record is called by stays in sight however many columns there are. */
export function RecordTable({ register, rows, columns, sort, onSort, busy }: RecordTableProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const navigate = useNavigate();
  const { current, rowProps } = useRowKeys(rows, (row) => navigate(recordAddress(row.register, row.id)));
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className={busy ? 'table-frame busy' : 'table-frame'} aria-busy={busy}>
      <table className="event-table record-table" style={{ minWidth: width }}>
        <caption className="visually-hidden">{t('console.registers.table', { register: labelOf(register.label) })}</caption>
        <colgroup>
          {columns.map(({ id, width: wide }) => (
            <col key={id} style={{ width: wide }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} {...rowProps(index)} className={index === current ? 'current' : undefined}>
              {columns.map(({ id, end, cell }) => (
                <td key={id} className={end ? 'end' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadProps = Pick<RecordTableProps, 'sort' | 'onSort'> & { readonly column: RecordColumn };

function Head({ column: { id, text, end, sort: sortable }, sort, onSort }: HeadProps) {
  const side = end ? 'end' : undefined;
  if (!sortable) {
    return (
      <th scope="col" className={side}>
        {text}
      </th>
    );
  }
  const on = sort.field === id;
  const next = on && sort.order === 'ASC' ? 'DESC' : 'ASC';
  return (
    <th scope="col" className={side} aria-sort={on ? (sort.order === 'ASC' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className={on ? 'sort on' : 'sort'} onClick={() => onSort({ field: id, order: next })}>
        {text}
        <Icon name={on && sort.order === 'DESC' ? 'down' : 'up'} size={12} />
      </button>
    </th>
  );
}
