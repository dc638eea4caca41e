import type { Board } from '@wangge/contracts';
import { changeText, numberText } from '../figures';
import { useLanguage } from '../language';
import { type ClassRow, classRows } from './class-rows';
import { Empty, Panel } from './Panel';
import './bars.css';

const MOST = 9;
const WIDEST = 72;

export function ClassesPanel({ classes }: Pick<Board, 'classes'>) {
  const { t } = useLanguage();
  const { rows, others } = classRows(classes, MOST);
  const most = Math.max(1, others?.today ?? 0, ...rows.map(({ today }) => today));
  return (
    <Panel top={0} height={300} title={t('wall.classes')} note={t('wall.classes.note')}>
      {rows.length === 0 ? (
        <Empty>{t('wall.classes.none')}</Empty>
      ) : (
        <ul class="bars">
          {rows.map((row) => (
            <CountRow
              key={row.code ?? 'none'}
              row={row.code === null ? { ...row, name: t('wall.class.none') } : row}
              most={most}
            />
          ))}
          {others && (
            <CountRow
              row={{ ...others, code: null, name: t('wall.classes.other', { count: others.classes }) }}
              most={most}
              aside
            />
          )}
        </ul>
      )}
    </Panel>
  );
}

function CountRow({
  row: { name, today, lastWeek },
  most,
  aside,
}: {
  readonly row: ClassRow;
  readonly most: number;
  readonly aside?: boolean;
}) {
  return (
    <li class={aside ? 'is-aside' : ''}>
      <span class="bar-name" title={name}>
        {name}
      </span>
      <span class="bar">
        <i style={{ width: Math.round((today / most) * WIDEST) }} />
        {numberText(today)}
      </span>
      <span class="bar-change">{changeText(today - lastWeek)}</span>
    </li>
  );
}
