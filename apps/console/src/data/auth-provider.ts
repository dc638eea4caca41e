import type { Me } from '@wangge/contracts';
import type { AuthProvider } from 'react-admin';
import { client } from './client';
import { currentMe, setSession } from './session-store';

let resuming: Promise<Me | undefined> | undefined;

export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    await signIn(username, password);
  },
  async logout() {
    if (currentMe()) await client.signOut().catch(() => undefined);
    setSession({ me: undefined, ended: false });
  },
  async checkAuth() {
    if (currentMe()) return;
    const me = await resume();
    if (!me) throw new Error('session.missing');
    setSession({ me, ended: false });
  },
  /** A session that ended is taken up again by a dialog over the page, which keeps what was typed. */
  async checkError() {},
  async getIdentity() {
    const me = currentMe();
    return { id: me?.id ?? '', fullName: me?.name ?? '' };
  },
  async getPermissions() {
    return currentMe()?.permissions ?? [];
  },
};

export async function signIn(username: string, password: string): Promise<Me> {
  const me = await client.signIn(username, password);
  setSession({ me, ended: false });
  return me;
}

/** Several parts of the page ask at once when it loads: they share one request, since each one rotates the cookie. */
function resume(): Promise<Me | undefined> {
  resuming ??= client.resume().finally(() => {
    resuming = undefined;
  });
  return resuming;
}
