import type { EventRow } from '@wangge/contracts';
import { type SortPayload, useLocale } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { localeOf } from '../../i18n/i18n-provider';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import type { StepToTake } from '../act/StepDrawer';
import type { Column } from './columns';
import { RowSteps } from './RowSteps';
import { useRowKeys } from './use-row-keys';

interface EventTableProps {
  readonly rows: readonly EventRow[];
  readonly columns: readonly Column[];
  readonly onStep: (step: StepToTake) => void;
  readonly sort?: SortPayload;
  readonly onSort?: (sort: SortPayload) => void;
  readonly busy?: boolean;
}

const STEPS_WIDTH = { zh: 88, en: 128 } as const;

/** Rows of 40 px; the steps at the right stay in sight however many columns there are. */
export function EventTable({ rows, columns, onStep, sort, onSort, busy = false }: EventTableProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const open = (row: EventRow) => navigate(`/events/${row.id}/show`);
  const { current, rowProps } = useRowKeys(rows, open);
  const locale = localeOf(useLocale());
  const width = columns.reduce<number>((sum, column) => sum + column.width[locale], STEPS_WIDTH[locale]);
  return (
    <div className={busy ? 'table-frame busy' : 'table-frame'} aria-busy={busy}>
      <table className="event-table" style={{ minWidth: width }}>
        <caption className="visually-hidden">{t('console.table.caption')}</caption>
        <colgroup>
          {columns.map(({ id, width: wide }) => (
            <col key={id} style={{ width: wide[locale] }} />
          ))}
          <col style={{ width: STEPS_WIDTH[locale] }} />
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
            <th scope="col" className="frozen">
              {t('console.actions')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id} {...rowProps(index)} className={index === current ? 'current' : undefined}>
              {columns.map(({ id, Cell }) => (
                <td key={id}>
                  <Cell row={row} />
                </td>
              ))}
              <td className="frozen">
                <RowSteps row={row} onStep={onStep} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly sort: SortPayload | undefined;
  readonly onSort: ((sort: SortPayload) => void) | undefined;
}

function Head({ column, sort, onSort }: HeadProps) {
  const t = useTexts();
  const { sort: field, title } = column;
  if (!field || !onSort) return <th scope="col">{t(title)}</th>;
  const on = sort?.field === field;
  /** Time left is asked for in one order only: the most urgent first. */
  const next = field === 'dueAt' ? 'ASC' : on && sort.order === 'DESC' ? 'ASC' : 'DESC';
  return (
    <th scope="col" aria-sort={on ? (sort.order === 'ASC' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className={on ? 'sort on' : 'sort'} onClick={() => onSort({ field, order: next })}>
        {t(title)}
        <Icon name={on && sort.order === 'DESC' ? 'down' : 'up'} size={12} />
      </button>
    </th>
  );
}
