import { ApiClient } from '@wangge/api-client';
import type { Me } from '@wangge/contracts';
import type { PhoneDatabase } from '@wangge/offline';
import { useEffect, useState } from 'preact/hooks';
import { openPhone, type Phone, PhoneContext } from '../session/phone';
import { forgetMe, leaving, onOtherTab, rememberedMe, rememberMe } from '../session/remembered-me';
import { SignInPage } from '../session/SignInPage';
import { Shell } from './Shell';
import { Starting } from './Starting';
import { tellDelivered } from './toasts';

type Stage =
  | { readonly name: 'starting' }
  | { readonly name: 'sign-in'; readonly ended: boolean }
  | { readonly name: 'ready'; readonly phone: Phone };

/** Requests on a weak signal take long; past this they count as no network and are tried again. */
const PATIENCE_MILLIS = 30_000;

export function App({ database }: { database: PhoneDatabase }) {
  const [stage, setStage] = useState<Stage>({ name: 'starting' });
  const [client] = useState(() => new ApiClient({ screen: 'phone', patience: PATIENCE_MILLIS, onSessionEnded: () => end() }));

  function end() {
    // What the server has ended is not tried again at the next start; whatever waits stays on the device.
    forgetMe();
    setStage((current) => {
      if (current.name === 'ready') current.phone.close();
      return { name: 'sign-in', ended: current.name === 'ready' };
    });
  }

  function begin(me: Me) {
    rememberMe(me);
    setStage({ name: 'ready', phone: openPhone(client, database, me, { onDelivered: tellDelivered, onEnded: end }) });
  }

  async function leave(phone: Phone) {
    leaving.begin();
    phone.close();
    await phone.replies.clear();
    forgetMe();
    setStage({ name: 'sign-in', ended: false });
    await finishLeaving(client);
  }

  useEffect(() => {
    start(client, begin, () => setStage({ name: 'sign-in', ended: false }));
    onOtherTab(() => location.reload());
  }, []);

  if (stage.name === 'starting') return <Starting />;
  if (stage.name === 'sign-in') return <SignInPage client={client} ended={stage.ended} onSignedIn={begin} />;
  return (
    <PhoneContext.Provider value={stage.phone}>
      <Shell onLeave={() => void leave(stage.phone)} />
    </PhoneContext.Provider>
  );
}

/** Whoever was here last goes on at once, with or without network; the session is taken up behind. */
function start(client: ApiClient, begin: (me: Me) => void, askWho: () => void): void {
  const known = leaving.pending ? undefined : rememberedMe();
  if (known) return begin(known);
  askWho();
  if (leaving.pending) void finishLeaving(client);
}

/** Ends the session on the server; without network that is made up for at the next start. */
async function finishLeaving(client: ApiClient): Promise<void> {
  try {
    if (client.accessToken || (await client.resume())) await client.signOut();
    leaving.done();
  } catch {
    // Still to be done: `leaving` stays set.
  }
}
