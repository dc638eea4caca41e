import { Button, IconButton, InputAdornment, TextField } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice } from '../ui/Notice';

interface SignInFormProps {
  readonly onSubmit: (username: string, password: string) => Promise<unknown>;
  /** Given where only this account may go on. */
  readonly username?: string;
}

/** Plain named inputs, so that password managers know them. */
export function SignInForm({ onSubmit, username }: SignInFormProps) {
  const t = useTexts();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const id = useId();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit(String(form.get('username')).trim(), String(form.get('password')));
    } catch (reason) {
      setError(reason);
      document.getElementById(`${id}-password`)?.focus();
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="sign-in-form" onSubmit={submit}>
      {error !== undefined && <ErrorNotice error={error} />}
      <TextField
        id={`${id}-username`}
        name="username"
        label={t('field.username')}
        autoComplete="username"
        defaultValue={username ?? ''}
        required
        autoFocus={username === undefined}
        slotProps={{ htmlInput: { maxLength: 64, readOnly: username !== undefined, autoCapitalize: 'none', spellCheck: false } }}
      />
      <TextField
        id={`${id}-password`}
        name="password"
        label={t('field.password')}
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        required
        autoFocus={username !== undefined}
        slotProps={{
          htmlInput: { maxLength: 256 },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton size="small" onClick={() => setShown(!shown)} aria-pressed={shown} className="text-button">
                  {t(shown ? 'console.password.hide' : 'console.password.show')}
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
      />
      <Button type="submit" variant="contained" size="large" disabled={busy} disableElevation>
        {t(busy ? 'console.signing-in' : 'do.sign-in')}
      </Button>
    </form>
  );
}
