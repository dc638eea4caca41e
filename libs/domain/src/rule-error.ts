import type { ErrorCode } from '@wangge/contracts';

/** A rule says no. The code is the answer's; the server adds the status. */
export class RuleError extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = 'RuleError';
  }
}
