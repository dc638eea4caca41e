import { BrandMark } from './canvas/BrandMark';
import { useLanguage } from './language';
import { SignIn } from './session/SignIn';
import { useSession } from './session/use-session';
import { Wall } from './Wall';

export function App() {
  const { t } = useLanguage();
  const { session, signIn, signOut } = useSession();
  if (session.state === 'in') return <Wall key={session.me.id} me={session.me} onSignOut={signOut} />;
  if (session.state === 'out') return <SignIn because={session.because} onSignIn={signIn} />;
  return (
    <main class="waiting-room" role="status">
      <BrandMark />
      {t(session.state === 'away' ? 'wall.away' : 'wall.starting')}
    </main>
  );
}
