import { Button, Dialog, DialogContent, DialogTitle } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '@wangge/contracts';
import { useLogout } from 'react-admin';
import { signIn } from '../data/auth-provider';
import { useTexts } from '../i18n/use-texts';
import { SignInForm } from './SignInForm';

/** Stands over the page until the same person has signed in again: what was typed below is still there. */
export function SessionEndedDialog({ me }: { readonly me: Me }) {
  const t = useTexts();
  const logout = useLogout();
  const queryClient = useQueryClient();
  /** What was refused meanwhile is asked for again. */
  const signInAgain = async (username: string, password: string) => {
    await signIn(username, password);
    await queryClient.invalidateQueries();
  };
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby="session-ended">
      <DialogTitle id="session-ended">{t('console.session-ended')}</DialogTitle>
      <DialogContent className="session-ended">
        <p>{t('console.session-ended.why')}</p>
        <SignInForm username={me.username} onSubmit={signInAgain} />
        <Button size="small" onClick={() => logout()}>
          {t('console.session-ended.other')}
        </Button>
      </DialogContent>
    </Dialog>
  );
}
