/** Every connection is in use and the queue is full: the HTTP layer answers 503 with this code. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
  readonly code = 'server.busy';
  readonly statusCode = 503;
}

/** The database is not as this server needs it: each sentence names one thing that is missing. */
export class DatabaseNotReadyError extends Error {
  override readonly name = 'DatabaseNotReadyError';
  constructor(readonly missing: readonly string[]) {
    super(`the database is not ready: ${missing.join('; ')}`);
  }
}

/** Another process has the files of the embedded database open: two at once would destroy them. */
export class DirectoryInUseError extends Error {
  override readonly name = 'DirectoryInUseError';
  constructor(readonly path: string, owner: string) {
    super(`another process uses the embedded database: ${path} (${owner})`);
  }
}

const RETRYABLE = new Set(['40001', '40P01']);

/** The five characters PostgreSQL gives each kind of error, also through TypeORM's wrapping. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('driverError' in error && error.driverError !== error) return sqlState(error.driverError);
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The name of the constraint an error broke, where it broke one. */
export function brokenConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('driverError' in error && error.driverError !== error) return brokenConstraint(error.driverError);
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return sqlState(error) === '23505' && (constraint === undefined || brokenConstraint(error) === constraint);
}

/** Lost against another transaction, not refused: the same work may succeed when it is done again. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(sqlState(error) ?? '');
}
