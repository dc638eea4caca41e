import type { ApiClient } from '@wangge/api-client';
import type { Me } from '@wangge/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LanguageSwitch } from '../me/LanguageSwitch';
import { sentenceFor, useWords } from '../data/words';
import logo from '../ui/logo.svg';
import { leaving } from './remembered-me';

export interface SignInPageProps {
  readonly client: ApiClient;
  /** The session ended by itself. */
  readonly ended: boolean;
  readonly onSignedIn: (me: Me) => void;
}

export function SignInPage({ client, ended, onSignedIn }: SignInPageProps) {
  const t = useWords();
  const [trouble, setTrouble] = useState(ended ? t('phone.session-ended') : '');
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = t('phone.title');
  }, [t]);

  async function signIn(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.currentTarget instanceof HTMLFormElement ? event.currentTarget : undefined);
    setBusy(true);
    setTrouble('');
    try {
      const me = await client.signIn(String(form.get('username')).trim(), String(form.get('password')));
      leaving.done();
      onSignedIn(me);
    } catch (error) {
      setTrouble(sentenceFor(error, t));
      setBusy(false);
      password.current?.select();
    }
  }

  return (
    <main class="sign-in">
      <img src={logo} alt="" width="72" height="72" />
      <h1>{t('phone.title')}</h1>
      <p class="muted">{t('phone.sign-in-hint')}</p>
      <form onSubmit={(event) => void signIn(event)}>
        <label>
          <span>{t('field.username')}</span>
          <input name="username" required maxLength={64} autocomplete="username" autocapitalize="none" spellcheck={false} />
        </label>
        <label>
          <span>{t('field.password')}</span>
          <input name="password" type="password" required maxLength={256} autocomplete="current-password" ref={password} />
        </label>
        <p class="why" role="alert" hidden={trouble === ''}>
          {trouble}
        </p>
        <button type="submit" class="btn prim big wide" disabled={busy}>
          {busy ? t('phone.signing-in') : t('do.sign-in')}
        </button>
      </form>
      <LanguageSwitch />
    </main>
  );
}
