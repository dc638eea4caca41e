import { useEffect } from 'react';
import { useLocaleState, useLogin } from 'react-admin';
import { LOCALES } from '@wangge/texts';
import { useTexts } from '../i18n/use-texts';
import { SignInForm } from './SignInForm';

export function SignInPage() {
  const t = useTexts();
  const login = useLogin();
  const [locale, setLocale] = useLocaleState();
  const title = `${t('do.sign-in')} · ${t('platform.name')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className="sign-in">
      <section>
        <header>
          <img src={`${import.meta.env.BASE_URL}mark.svg`} width="40" height="40" alt="" />
          <div>
            <h1>{t('platform.name')}</h1>
            <p className="muted">{t('console.title')}</p>
          </div>
        </header>
        <SignInForm onSubmit={(username, password) => login({ username, password })} />
        <footer>
          {LOCALES.filter((other) => other !== locale).map((other) => (
            <button type="button" key={other} className="link" lang={other} onClick={() => setLocale(other)}>
              {t(`language.${other}`)}
            </button>
          ))}
        </footer>
      </section>
    </main>
  );
}
