import { ApiClient } from '@wangge/api-client';

const whenEnded = new Set<() => void>();

/** The one client of this page; a wall that does not answer within fifteen seconds counts as out of reach. */
export const client = new ApiClient({
  screen: 'wall',
  patience: 15_000,
  onSessionEnded: () => {
    for (const tell of whenEnded) tell();
  },
});

/** Calls back when the server has ended the session. Returns how to stop. */
export function onSessionEnded(tell: () => void): () => void {
  whenEnded.add(tell);
  return () => whenEnded.delete(tell);
}
