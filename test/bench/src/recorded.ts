import { readFileSync, truncateSync } from 'node:fs';

/** One statement as the server sent it. */
export interface Recorded {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the server does beside every request, and what it does by itself: not the request's own SQL. */
const NOT_OF_THE_REQUEST = /^(session\.|outbox\.(read|last|forget)|counters\.|timers\.(due|claim|lease|take|next|fire)|audit\.)/;

/**
 * Reads what a server under record-sql.ts has sent since the last call. Opening and closing of transactions are left out, and
 * of reads also what ran under the roles of jobs and writing: timers may fire meanwhile.
 */
export function takeRecorded(file: string, kind: 'read' | 'write'): Recorded[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  truncateSync(file, 0);
  return lines
    .map((line): unknown => JSON.parse(line))
    .filter(isRecorded)
    .filter(({ name }) => !NOT_OF_THE_REQUEST.test(name) && (kind === 'write' || !/\.app_(job|record)$/.test(name)))
    .map(({ name, text, values }) => ({ name, text, values }));
}

function isRecorded(value: unknown): value is Recorded {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && !('submit' in value);
}
