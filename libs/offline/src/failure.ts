import { ApiError, OfflineError } from '@wangge/api-client';
import type { ErrorCode } from '@wangge/contracts';

/** Why a try ended without success. */
export type Failure =
  /** No answer: what the server did is unknown, the same command goes out again. */
  | { readonly kind: 'offline' }
  /** Nobody is signed in: it waits for its author. */
  | { readonly kind: 'session' }
  /** The server is busy or broken, or an upload went out of step. */
  | { readonly kind: 'later' }
  /** The server said no to the command, or to one photo. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly photo: string | null };

/** Out of step with the server: its state is read anew on the next try. */
const OUT_OF_STEP: readonly ErrorCode[] = ['file.incomplete', 'file.hash-mismatch'];

/** A photo whose content is damaged comes out damaged again: after so many tries somebody has to look. */
const DAMAGED_TRIES = 3;

export function failureOf(error: unknown, photo: string | null, tries: number): Failure {
  if (error instanceof OfflineError) return { kind: 'offline' };
  if (!(error instanceof ApiError)) throw error;
  if (error.status === 401) return { kind: 'session' };
  if (error.status === 429 || error.status >= 500) return { kind: 'later' };
  if (OUT_OF_STEP.includes(error.code) && tries < DAMAGED_TRIES) return { kind: 'later' };
  return { kind: 'refused', code: error.code, photo };
}
