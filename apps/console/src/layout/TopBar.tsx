import { localTime, weekdayWords } from '@wangge/look';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useIsLive } from '../live/live-news';
import { GlobalSearch } from '../search/GlobalSearch';
import { useNow } from '../ui/use-now';
import { AccountMenu } from './AccountMenu';
import { useShownCrumbs } from './crumbs';
import { useMay } from './use-me';

export function TopBar({ live }: { readonly live: boolean }) {
  const readsRegisters = useMay('register.read');
  const searches = live || readsRegisters;
  return (
    <header className="top">
      <Breadcrumb />
      {searches && <GlobalSearch />}
      {live && <LiveIndicator />}
      <AccountMenu />
    </header>
  );
}

function Breadcrumb() {
  const t = useTexts();
  const crumbs = useShownCrumbs();
  return (
    <nav aria-label={t('console.breadcrumb')} className="crumbs">
      <ol>
        {crumbs.map(({ text, to }, index) => (
          <li key={`${index} ${text}`}>{to ? <Link to={to}>{text}</Link> : <span aria-current="page">{text}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}

function LiveIndicator() {
  const t = useTexts();
  const live = useIsLive();
  const instant = useNow().toISOString();
  const { month, day, clock } = localTime(instant);
  return (
    <div className={live ? 'live on' : 'live'} role="status" title={t(live ? 'console.live.why' : 'console.live.lost-why')}>
      <i aria-hidden="true" />
      <span>{t(live ? 'console.live' : 'console.live.lost')}</span>
      <span className="live-time" aria-hidden="true">
        {t('day.month-day', { month, day })} {weekdayWords(instant, t)} {clock}
      </span>
    </div>
  );
}
