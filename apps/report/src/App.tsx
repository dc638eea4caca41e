import { LOCALES } from '@wangge/texts';
import type { PublicReceipt } from '@wangge/contracts';
import { useEffect, useState } from 'preact/hooks';
import { FollowPage } from './follow/FollowPage';
import { ReportPage } from './form/ReportPage';
import logo from './ui/logo.svg';
import { LanguageContext, useLanguage, useLanguageChoice } from './words';

type View = 'report' | 'follow';

const viewOf = (hash: string): View => (hash === '#/follow' ? 'follow' : 'report');

export function App() {
  const language = useLanguageChoice();
  const { t } = language;
  const [view, setView] = useState(() => viewOf(location.hash));
  /** What was just handed in: never in the address, which is seen by others and kept in histories. */
  const [receipt, setReceipt] = useState<PublicReceipt>();

  useEffect(() => {
    const change = () => setView(viewOf(location.hash));
    addEventListener('hashchange', change);
    return () => removeEventListener('hashchange', change);
  }, []);
  useEffect(() => {
    document.title = t('report.title');
  }, [t]);

  return (
    <LanguageContext.Provider value={language}>
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {t('report.skip')}
      </button>
      <header class="top">
        <div class="wrap">
          <img src={logo} alt="" width="40" height="40" />
          <p class="name">{t('report.title')}</p>
          <LanguageSwitch />
        </div>
        <nav class="wrap views" aria-label={t('report.views')}>
          <a href="#/" aria-current={view === 'report' ? 'page' : undefined}>
            {t('report.view-report')}
          </a>
          <a href="#/follow" aria-current={view === 'follow' ? 'page' : undefined}>
            {t('report.view-follow')}
          </a>
        </nav>
      </header>
      <main id="content" class="wrap" tabIndex={-1}>
        {view === 'report' ? <ReportPage onReceipt={setReceipt} /> : <FollowPage receipt={receipt} />}
      </main>
    </LanguageContext.Provider>
  );
}

function LanguageSwitch() {
  const { locale, choose, t } = useLanguage();
  return (
    <div class="languages">
      {LOCALES.filter((other) => other !== locale).map((other) => (
        <button key={other} type="button" class="btn line" lang={other} onClick={() => choose(other)}>
          {t(`language.${other}`)}
        </button>
      ))}
    </div>
  );
}
