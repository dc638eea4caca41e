import { ApiError, OfflineError } from '@wangge/api-client';
import type { ErrorCode } from '@wangge/contracts';
import { type CommonKey, errorKey } from '@wangge/texts';

/** The sentence for whatever a request was rejected with. */
export function sentenceOf(error: unknown): CommonKey {
  if (error instanceof OfflineError) return 'error.offline';
  return errorKey(codeOf(error));
}

export function codeOf(error: unknown): ErrorCode | undefined {
  return error instanceof ApiError ? error.code : undefined;
}

/** No answer, or one that says nothing about the step itself: the same command may be sent again. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof OfflineError || (error instanceof ApiError && error.status >= 500);
}

/** What a request is asked again for by itself. A refusal stays a refusal. */
export const retryQuery = (count: number, error: unknown): boolean => count < 2 && isWorthRetrying(error);
