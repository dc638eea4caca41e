import type { Board } from '@wangge/contracts';
import { localTime, weekdayWords } from '@wangge/look';
import type { LiveState } from '../board/live-board';
import { freshness } from '../board/freshness';
import { useLanguage } from '../language';
import { useNow } from '../use-now';
import { BrandMark } from './BrandMark';
import { Breadcrumb } from './Breadcrumb';
import { FullScreenSwitch } from './FullScreenSwitch';
import { LanguageSwitch } from './LanguageSwitch';

interface HeaderProps {
  readonly board: Board;
  readonly state: LiveState;
  readonly mayGo: (code: string) => boolean;
  readonly go: (code: string) => void;
  readonly onSignOut: () => void;
}

export function Header({ board, state, mayGo, go, onSignOut }: HeaderProps) {
  const { t } = useLanguage();
  return (
    <header class="wall-header">
      <div class="brand">
        <BrandMark />
        <h1>{t('wall.brand', { district: board.path[0]?.name ?? board.name })}</h1>
      </div>
      <div class="place">
        <p class="theme">{t('wall.theme')}</p>
        <Breadcrumb board={board} mayGo={mayGo} go={go} />
        <div class="controls">
          <LanguageSwitch />
          <FullScreenSwitch />
          <button type="button" class="quiet-button" onClick={onSignOut}>
            {t('do.sign-out')}
          </button>
        </div>
      </div>
      <Time state={state} asOf={board.asOf} />
    </header>
  );
}

/** The server's time of day, and how old the figures are. */
function Time({
  state: { clockAhead, receivedAt, reachable, connected },
  asOf,
}: {
  readonly state: LiveState;
  readonly asOf: string;
}) {
  const { t } = useLanguage();
  const now = useNow();
  const at = now + clockAhead;
  const { year, month, day } = localTime(at);
  const { unit, count, stale } = freshness(receivedAt, now, reachable);
  const trouble = reachable ? (connected ? undefined : t('wall.data.quiet')) : t('wall.data.away');
  return (
    <div class="time">
      <span class="clock">{clockWithSeconds(at)}</span>
      <div>
        <p>{trouble ?? `${year}-${two(month)}-${two(day)} ${weekdayWords(new Date(at).toISOString(), t)}`}</p>
        <p class={`freshness ${stale ? 'is-stale' : connected ? '' : 'is-quiet'}`} title={localTime(asOf).clock}>
          <i />
          {t(`wall.data.${unit}`, { count })}
        </p>
      </div>
    </div>
  );
}

const two = (value: number) => String(value).padStart(2, '0');
const clockWithSeconds = (at: number) => `${localTime(at).clock}:${two(new Date(at).getUTCSeconds())}`;
