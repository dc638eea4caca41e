import { dateOfDay, dayOf } from '@wangge/domain';

/** Local days, the second the day after the last. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const PERIODS = ['today', 'week', 'month', 'last-month'] as const;
export type PeriodName = (typeof PERIODS)[number];

const monthStart = (day: string): string => `${day.slice(0, 8)}01`;

/** A period by its name, as of an instant: weeks begin on Monday, all end with the present day. */
export function periodOf(name: PeriodName, now: Date): Period {
  const today = dayOf(now.getTime());
  const tomorrow = dateOfDay(today + 1);
  switch (name) {
    case 'today':
      return { from: dateOfDay(today), to: tomorrow };
    case 'week':
      // Day 0 was a Thursday.
      return { from: dateOfDay(today - ((today + 3) % 7)), to: tomorrow };
    case 'month':
      return { from: monthStart(dateOfDay(today)), to: tomorrow };
    case 'last-month': {
      const to = monthStart(dateOfDay(today));
      return { from: monthStart(dateOfDay(dayOf(Date.parse(`${to}T00:00:00+08:00`)) - 1)), to };
    }
  }
}
