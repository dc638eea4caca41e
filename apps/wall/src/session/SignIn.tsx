import type { CommonKey } from '@wangge/texts';
import type { TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { BrandMark } from '../canvas/BrandMark';
import { LanguageSwitch } from '../canvas/LanguageSwitch';
import { useLanguage } from '../language';
import './sign-in.css';

interface SignInProps {
  readonly because?: CommonKey | undefined;
  readonly onSignIn: (username: string, password: string) => Promise<CommonKey | undefined>;
}

export function SignIn({ because, onSignIn }: SignInProps) {
  const { t } = useLanguage();
  const [problem, setProblem] = useState(because);
  const [busy, setBusy] = useState(false);

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    setProblem(await onSignIn(String(form.get('username') ?? ''), String(form.get('password') ?? '')));
    setBusy(false);
  };

  return (
    <main class="sign-in">
      <form onSubmit={submit}>
        <h1>
          <BrandMark /> {t('wall.sign-in')}
        </h1>
        <label>
          {t('field.username')}
          <input name="username" autocomplete="username" autocapitalize="none" spellcheck={false} required maxLength={64} />
        </label>
        <label>
          {t('field.password')}
          <input name="password" type="password" autocomplete="current-password" required maxLength={256} />
        </label>
        <p class="problem" role="alert">
          {problem && t(problem)}
        </p>
        <button type="submit" disabled={busy}>
          {busy ? t('wall.sign-in.busy') : t('do.sign-in')}
        </button>
        <p class="note">{t('wall.sign-in.note')}</p>
      </form>
      <LanguageSwitch />
    </main>
  );
}
