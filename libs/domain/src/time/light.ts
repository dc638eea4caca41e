import type { Clock } from '@wangge/contracts';
import { toMillis } from './local-day.js';

export type Light = 'green' | 'yellow' | 'red' | 'none';

/** Green up to 80 % of the limit, yellow up to the deadline, red after it; none while nothing runs. */
export function lightAt(now: string, { dueAt, yellowAt }: Pick<Clock, 'dueAt' | 'yellowAt'>): Light {
  if (dueAt === null) return 'none';
  const at = toMillis(now);
  if (at > toMillis(dueAt)) return 'red';
  return yellowAt !== null && at >= toMillis(yellowAt) ? 'yellow' : 'green';
}
