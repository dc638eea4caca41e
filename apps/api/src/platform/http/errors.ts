import { ERROR_STATUS, type ErrorCode, type Problem } from '@wangge/contracts';

interface Details {
  readonly fields?: Problem['fields'];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}

/** An answer of a known kind: the filter turns it into problem details with the status of its code. */
export class ApiProblem extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly details: Details = {},
  ) {
    super(code);
    this.name = 'ApiProblem';
    this.status = ERROR_STATUS[code];
  }
}

/** To be thrown: `throw apiError('record.stale')`. */
export function apiError(code: ErrorCode, details: Details = {}): ApiProblem {
  return new ApiProblem(code, details);
}

/** Out of scope and non-existent look the same from outside. */
export const notFound = () => apiError('not-found');
