import type { Me } from '@wangge/contracts';
import { useSyncExternalStore } from 'react';

export interface SessionState {
  readonly me: Me | undefined;
  /** The session was ended elsewhere or ran out while the screen was in use. */
  readonly ended: boolean;
}

let state: SessionState = { me: undefined, ended: false };
const listeners = new Set<() => void>();

export function setSession(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** What was typed stays on the screen: a dialog asks for the password again, nothing is thrown away. */
export const sessionEnded = (): void => setSession({ ...state, ended: true });

export const currentMe = (): Me | undefined => state.me;

export const useSession = (): SessionState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
