import type { Board } from '@wangge/contracts';
import { type Mark as MarkName, markerLook } from '@wangge/look';
import { LOAD_STEPS, MARKS_BY_URGENCY, stepLabel } from '@wangge/map';
import { numberText } from '../figures';
import { useLanguage } from '../language';
import { Mark } from '../Mark';
import { scaleOf } from './map-layers';
import './legend.css';

/** What the colours and marks of the map mean, with how many of each are on it. */
export function Legend({ board }: { readonly board: Board }) {
  const { t } = useLanguage();
  const scale = scaleOf(board);
  const counts = countMarks(board);
  return (
    <section class="legend">
      {board.areas.length > 1 && (
        <>
          <p>{t('wall.legend.load')}</p>
          <ol class="legend-steps">
            {LOAD_STEPS.map((step) => (
              <li key={step}>
                <i style={{ background: `var(--load-${step})` }} />
                {stepLabel(scale, step)}
              </li>
            ))}
          </ol>
          <p class="legend-ring">
            <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke-width="4" aria-hidden="true">
              <circle cx="12" cy="12" r="9" stroke="var(--line)" />
              <circle cx="12" cy="12" r="9" stroke="var(--overdue)" stroke-dasharray="12 99" transform="rotate(-90 12 12)" />
            </svg>
            {t('wall.legend.ring')}
          </p>
        </>
      )}
      <ul aria-label={t('wall.legend.markers')}>
        {MARKS_BY_URGENCY.map((mark) => (
          <li key={mark}>
            <Mark mark={mark} />
            <span>{t(`wall.legend.${mark}`)}</span>
            <span>{numberText(counts.get(mark) ?? 0)}</span>
          </li>
        ))}
      </ul>
      <p class="legend-which">{t('wall.legend.which')}</p>
    </section>
  );
}

function countMarks({ markers }: Board): ReadonlyMap<MarkName, number> {
  const counts = new Map<MarkName, number>();
  for (const { status, light } of markers) {
    const { mark } = markerLook(status, light);
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return counts;
}
