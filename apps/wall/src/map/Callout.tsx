import type { EventNews } from '@wangge/contracts';
import { localTime, statusLook } from '@wangge/look';
import { useLanguage } from '../language';
import { Mark } from '../Mark';
import { shortPlace } from '../short-name';
import './callout.css';

export interface CalloutPosition {
  readonly x: number;
  readonly y: number;
}

interface CalloutProps {
  readonly news: EventNews;
  readonly position: CalloutPosition;
  readonly what: string;
}

const TEXT = { x: 880, y: 108, width: 330 } as const;
const RING = 18;

/** Says what has just been reported, with a line to the spot. */
export function Callout({ news, position, what }: CalloutProps) {
  const { t } = useLanguage();
  const { mark, word } = statusLook(news.status);
  const status = t(word);
  const [dx, dy] = [TEXT.x - position.x, TEXT.y - position.y];
  const reach = Math.hypot(dx, dy) || 1;
  const from = { x: position.x + (dx / reach) * RING, y: position.y + (dy / reach) * RING };
  return (
    <div class="callout" role="status">
      <svg width="1240" height="744" viewBox="0 0 1240 744" aria-hidden="true">
        <path d={`M${from.x} ${from.y}L${TEXT.x} ${TEXT.y}H${TEXT.x + TEXT.width}`} fill="none" stroke="var(--ink)" />
      </svg>
      <div class="callout-text" style={{ left: TEXT.x, top: TEXT.y - 40, width: TEXT.width }}>
        <p class="callout-title">
          {t('wall.news.new', { time: localTime(news.at).clock })}　{what}
        </p>
        <p class="callout-place">{shortPlace(news.place)}</p>
        <p class="callout-place">
          <Mark mark={mark} size={14} />
          {news.dueAt ? t('wall.news.accept-by', { status, time: localTime(news.dueAt).clock }) : status}
        </p>
      </div>
    </div>
  );
}
