import { localTime, statusLook } from '@wangge/look';
import type { TickerLine } from '../board/news';
import { useLanguage } from '../language';
import { Mark } from '../Mark';
import { shortPlace } from '../short-name';
import { Empty, Panel } from './Panel';
import './ticker.css';

const MOST = 4;

/** What has just happened, newest first. */
export function TickerPanel({ lines }: { readonly lines: readonly TickerLine[] }) {
  const { t } = useLanguage();
  return (
    <Panel top={588} height={236} title={t('wall.news')}>
      {lines.length === 0 ? (
        <Empty>{t('wall.news.none')}</Empty>
      ) : (
        <ol class="ticker" aria-live="polite">
          {lines.slice(0, MOST).map((line) => (
            <TickerRow key={line.position} line={line} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function TickerRow({ line: { at, status, what, place } }: { readonly line: TickerLine }) {
  const { t } = useLanguage();
  const { mark, word } = statusLook(status);
  return (
    <li>
      <time dateTime={at}>{localTime(at).clock}</time>
      <Mark mark={mark} size={14} />
      <strong title={what}>{what}</strong>
      <span class="ticker-place" title={place}>
        <span>{shortPlace(place)}</span>
        <span> · {t(word)}</span>
      </span>
    </li>
  );
}
