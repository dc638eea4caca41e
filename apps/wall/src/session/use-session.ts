import { ApiError } from '@wangge/api-client';
import type { Me } from '@wangge/contracts';
import { type CommonKey, errorKey } from '@wangge/texts';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { client, onSessionEnded } from './client';

export type Session =
  | { readonly state: 'starting' | 'away' }
  | { readonly state: 'out'; readonly because?: CommonKey }
  | { readonly state: 'in'; readonly me: Me };

const RETRY_MS = 5_000;

/** Takes up the screen's session by itself; a wall whose server is away keeps trying. */
export function useSession() {
  const [session, setSession] = useState<Session>({ state: 'starting' });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const take = async () => {
      const next = await resumed();
      if (stopped) return;
      setSession(next);
      if (next.state === 'away') timer = setTimeout(take, RETRY_MS);
    };
    void take();
    const forget = onSessionEnded(() => setSession({ state: 'out', because: 'error.session.invalid' }));
    return () => {
      stopped = true;
      clearTimeout(timer);
      forget();
    };
  }, []);

  const signIn = useCallback(async (username: string, password: string): Promise<CommonKey | undefined> => {
    try {
      setSession({ state: 'in', me: await client.signIn(username, password) });
      return undefined;
    } catch (error) {
      return errorKey(error instanceof ApiError ? error.code : 'offline');
    }
  }, []);

  const signOut = useCallback(async () => {
    // Without a network the server ends the session by itself in time; the wall goes dark at once.
    await client.signOut().catch(() => undefined);
    setSession({ state: 'out' });
  }, []);

  return { session, signIn, signOut };
}

async function resumed(): Promise<Session> {
  try {
    const me = await client.resume();
    return me ? { state: 'in', me } : { state: 'out' };
  } catch {
    return { state: 'away' };
  }
}
