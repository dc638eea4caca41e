import { type IndicatorCell, type IndicatorRow, indicatorsApi, type ReplyOf } from '@wangge/contracts';
import { INDICATORS } from '@wangge/domain';
import { useTexts } from '../i18n/use-texts';
import { Empty } from '../ui/Notice';
import { valueWords } from './cell-words';
import type { Choice, Opened } from './indicator-choice';
import { GROUPS } from './indicator-groups';

type Table = ReplyOf<typeof indicatorsApi.table>;

interface IndicatorTableProps {
  readonly table: Table;
  readonly choice: Choice;
  readonly busy: boolean;
  readonly onOpen: (opened: Opened) => void;
}

/** Rows of areas or departments under the sum of all; a rate shows what it was divided by. */
export function IndicatorTable({ table, choice, busy, onOpen }: IndicatorTableProps) {
  const t = useTexts();
  const keys = GROUPS[choice.group].filter((key) => INDICATORS[key].of.includes(choice.by));
  if (choice.by === 'department' && table.rows.length === 0) return <Empty title={t('console.indicators.no-departments')} />;
  if (keys.length === 0) return <Empty title={t('console.indicators.none-of-departments')} />;
  return (
    <div className={busy ? 'table-frame busy' : 'table-frame'} aria-busy={busy}>
      <table className="event-table indicator-table">
        <caption className="visually-hidden">{t('console.indicators.caption', { name: table.name })}</caption>
        <colgroup>
          <col style={{ width: 160 }} />
          {keys.map((key) => (
            <col key={key} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t(`console.indicators.by.${choice.by}`)}</th>
            {keys.map((key) => (
              <th key={key} scope="col" className="end" title={t(`indicator.${key}.how`)}>
                {t(`indicator.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[table.total, ...table.rows].map((row) => (
            <tr key={row.id ?? 'all'} className={row.id === null ? 'sum' : undefined}>
              <th scope="row">{row.id === null ? t('console.indicators.all', { name: row.name }) : row.name}</th>
              {keys.map((key) => (
                <td key={key} className="end">
                  <Cell row={row} cell={row.cells.find((cell) => cell.key === key)} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly row: IndicatorRow;
  readonly cell: IndicatorCell | undefined;
  readonly onOpen: (opened: Opened) => void;
}

function Cell({ row, cell, onOpen }: CellProps) {
  const t = useTexts();
  if (!cell) return <>{t('unit.none')}</>;
  const open = (side: Opened['side']) => () => onOpen({ key: cell.key, side, of: row.id });
  const label = (side: Opened['side'], count: number) =>
    t('console.indicators.open', { name: row.name, indicator: t(`indicator.${cell.key}`), side: t(`console.indicators.side.${side}`), count });
  if (INDICATORS[cell.key].kind !== 'share') {
    const count = cell.whole ?? cell.part;
    return count === 0 ? (
      <span className="muted">{valueWords(cell, t)}</span>
    ) : (
      <button type="button" className="number" onClick={open('part')} aria-label={label('part', count)}>
        {valueWords(cell, t)}
      </button>
    );
  }
  return (
    <span className="share">
      <b>{valueWords(cell, t)}</b>
      <small>
        <Side count={cell.part} label={label('part', cell.part)} onOpen={open('part')} />
        <i aria-hidden="true">/</i>
        <Side count={cell.whole ?? 0} label={label('whole', cell.whole ?? 0)} onOpen={open('whole')} />
      </small>
    </span>
  );
}

function Side({ count, label, onOpen }: { readonly count: number; readonly label: string; readonly onOpen: () => void }) {
  if (count === 0) return <span>0</span>;
  return (
    <button type="button" className="number" onClick={onOpen} aria-label={label}>
      {count}
    </button>
  );
}
