import { dayOf } from '@wangge/domain';
import type { Database } from '../../platform/database/database.js';
import { firstDaysKept } from './counter-folding.js';
import * as queries from './rebuild.queries.js';

export interface Rebuilt {
  /** How many counters (of a node, day, measure, class and department) were not what they should be. */
  readonly differing: number;
  readonly counters: number;
}

/**
 * Compares all counters with what happened, and makes them again where one differs; nobody reads anything in between.
 * Where they agree nothing is written.
 */
export async function rebuildCounters(database: Database, now: Date): Promise<Rebuilt> {
  const { hours, stocks } = firstDaysKept(dayOf(now.getTime()));
  return database.as({ kind: 'job' }, async (tx) => {
    await tx.query(queries.LOCK);
    const [found] = await tx.query<{ differing: number }>(queries.DIFFERENCES);
    const differing = found?.differing ?? 0;
    if (differing > 0) {
      await tx.query(queries.CLEAR);
      await tx.query(queries.MAKE, [hours, stocks]);
    }
    const [after] = await tx.query<{ counters: number }>(queries.COUNTED);
    return { differing, counters: after?.counters ?? 0 };
  });
}
