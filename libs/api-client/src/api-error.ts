import type { ErrorCode, Problem } from '@wangge/contracts';

/** The server answered, and said no. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;

  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ApiError';
    this.code = problem.code;
    this.status = problem.status;
  }
}

/** No answer came: nothing is known of what the server did, so the same command must be sent again. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('offline', { cause });
    this.name = 'OfflineError';
  }
}
