import { dateOfDay, type DayNumber, dayOf, localHour } from '@wangge/domain';

/** Now, as the counters see it. */
export interface Moment {
  readonly asOf: string;
  readonly today: DayNumber;
  readonly date: string;
  readonly hour: number;
  /** How much of the running hour has passed. */
  readonly share: number;
}

const HOUR_MS = 3_600_000;

export function momentOf(now: Date): Moment {
  const asOf = now.toISOString();
  const today = dayOf(now.getTime());
  // Local time is whole hours ahead of UTC, so hours begin together.
  return { asOf, today, date: dateOfDay(today), hour: localHour(asOf), share: (now.getTime() % HOUR_MS) / HOUR_MS };
}
