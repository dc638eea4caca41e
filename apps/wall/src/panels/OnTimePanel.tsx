import type { AreaLoad } from '@wangge/contracts';
import { NOTHING, numberText, percentText } from '../figures';
import { useLanguage } from '../language';
import { nameWithin } from '../short-name';
import { onAxis, onTimeRows } from './on-time-rows';
import { Empty, Panel } from './Panel';
import './on-time.css';

const MOST = 9;

interface OnTimePanelProps {
  readonly name: string;
  /** The node above, which a unit grid's name need not repeat. */
  readonly above: string | undefined;
  readonly whole: number | null;
  readonly areas: readonly AreaLoad[];
}

/** Each area against the whole: the line is the node's own rate, hollow dots lie below it. */
export function OnTimePanel({ name, above, whole, areas }: OnTimePanelProps) {
  const { t } = useLanguage();
  const own = nameWithin(name, above);
  const { rows, cut, from } = onTimeRows(areas, MOST);
  const note = cut ? t('wall.on-time.lowest', { count: MOST }) : t('wall.on-time.month');
  const middle = whole === null ? undefined : onAxis(whole, from);
  return (
    <Panel top={496} height={328} title={t('wall.on-time')} note={note}>
      {areas.every(({ onTimeRate }) => onTimeRate === null) ? (
        <Empty>{t('wall.on-time.none')}</Empty>
      ) : (
        <div class="on-time">
          <div class="on-time-head">
            {middle !== undefined && (
              <span style={headPlace(middle)}>{t('wall.on-time.whole', { name: own, rate: percentText(whole) })}</span>
            )}
          </div>
          {middle !== undefined && (
            <i class="on-time-whole" style={{ left: `calc(96px + ${middle * 1.36}px)`, height: rows.length * 28 + 2 }} />
          )}
          <ul>
            {rows.map((area) => (
              <RateRow
                key={area.code}
                area={{ ...area, name: area.name === name ? own : nameWithin(area.name, name) }}
                from={from}
                middle={middle ?? 0}
              />
            ))}
          </ul>
          <div class="on-time-foot" aria-hidden="true">
            <span>{numberText(from * 100)}</span>
            <span>100</span>
          </div>
        </div>
      )}
    </Panel>
  );
}

/** Beside its line, on the side where there is room. */
function headPlace(middle: number) {
  return middle > 50 ? { right: `${100 - middle - 20}%` } : { left: `${Math.max(0, middle - 20)}%` };
}

function RateRow({
  area: { name, onTimeRate },
  from,
  middle,
}: {
  readonly area: AreaLoad;
  readonly from: number;
  readonly middle: number;
}) {
  const at = onTimeRate === null ? undefined : onAxis(onTimeRate, from);
  const low = at !== undefined && at < middle;
  return (
    <li class={low ? 'is-low' : ''}>
      <span class="on-time-name" title={name}>
        {name.replace(/街道$/, '')}
      </span>
      <span class="on-time-track" aria-hidden="true">
        {at !== undefined && (
          <i class="on-time-bar" style={{ left: `${Math.min(at, middle)}%`, width: `${Math.abs(at - middle)}%` }} />
        )}
        {at !== undefined && <i class="on-time-dot" style={{ left: `${at}%` }} />}
      </span>
      <span class="on-time-rate">{onTimeRate === null ? NOTHING : percentText(onTimeRate)}</span>
    </li>
  );
}
