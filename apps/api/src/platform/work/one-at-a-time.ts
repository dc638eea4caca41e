import { apiError } from '../http/errors.js';

const MOST_IN_LINE = 10;

type Line = { length: number; last: Promise<unknown> };

/** Runs work of the same key one after the other: guesses of one password, writers of one file. */
export class OneAtATime {
  private readonly lines = new Map<string, Line>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = this.lines.get(key) ?? { length: 0, last: Promise.resolve() };
    if (line.length >= MOST_IN_LINE) throw apiError('server.busy', { retryAfter: 2 });
    this.lines.set(key, line);
    line.length += 1;
    const mine = line.last.then(work, work);
    line.last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      line.length -= 1;
      if (line.length === 0) this.lines.delete(key);
    }
  }
}
