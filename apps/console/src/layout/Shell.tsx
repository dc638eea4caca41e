import { useMediaQuery } from '@mui/material';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { type CoreLayoutProps, SkipNavigationButton, useStore } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { useSession } from '../data/session-store';
import { useTexts } from '../i18n/use-texts';
import { useLiveConnection } from '../live/live-news';
import { SessionEndedDialog } from '../session/SessionEndedDialog';
import { Notice } from '../ui/Notice';
import { Navigation } from './Navigation';
import { TopBar } from './TopBar';
import { MeContext } from './use-me';

export function Shell({ children }: CoreLayoutProps) {
  const { me, ended } = useSession();
  const [chosen, setFolded] = useStore('navigation.folded', false);
  const isNarrow = useMediaQuery('(max-width: 720px)');
  const folded = chosen || isNarrow;
  const { pathname } = useLocation();
  const live = me?.permissions.includes('event.read') ?? false;
  useLiveConnection(live && !ended);
  if (!me) return null;
  return (
    <MeContext value={me}>
      <SkipNavigationButton />
      <div className={folded ? 'shell folded' : 'shell'}>
        <Navigation folded={folded} onFold={() => setFolded(!chosen)} />
        <TopBar live={live} />
        <main id="main-content" tabIndex={-1}>
          <PageGuard key={pathname}>{children}</PageGuard>
        </main>
      </div>
      {ended && <SessionEndedDialog me={me} />}
    </MeContext>
  );
}

/** A page that fails leaves the rest of the console standing. */
class PageGuard extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.failed ? <PageFailed /> : this.props.children;
  }
}

function PageFailed() {
  const t = useTexts();
  return (
    <div className="page">
      <Notice kind="error">
        <span>{t('error.unknown')}</span>
        <button type="button" className="link" onClick={() => window.location.reload()}>
          {t('do.reload')}
        </button>
      </Notice>
    </div>
  );
}
