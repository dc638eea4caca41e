/** What the database knows of a session when somebody wants to refresh it. */
export interface SessionState {
  readonly generation: number;
  readonly rotatedAt: Date;
  readonly idleUntil: Date;
  readonly expiresAt: Date;
  /** Signed out, revoked, its account disabled or changed. */
  readonly ended: boolean;
}

/**
 * - `rotate`: the current token; give out the next one.
 * - `repeat`: the one before, a moment ago: its answer was lost, or two tabs asked at once; give out the same again.
 * - `reused`: an older one: somebody has a copy. The session ends for both.
 */
export type RefreshVerdict = 'rotate' | 'repeat' | 'reused' | 'expired' | 'invalid';

export function judgeRefresh(session: SessionState, generation: number, now: Date, grace: number): RefreshVerdict {
  if (session.ended || generation > session.generation) return 'invalid';
  if (session.idleUntil <= now || session.expiresAt <= now) return 'expired';
  if (generation === session.generation) return 'rotate';
  const isRecent = now.getTime() - session.rotatedAt.getTime() <= grace;
  return generation === session.generation - 1 && isRecent ? 'repeat' : 'reused';
}
