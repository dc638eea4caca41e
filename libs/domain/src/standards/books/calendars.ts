import type { StandardLists, StandardRow } from '@wangge/contracts';
import { localDate } from '../../time/local-day.js';
import { calendarFrom, DEFAULT_SHIFTS, type HolidayFile, type Shift, type WorkingCalendar } from '../../time/working-calendar.js';

/** Hours and notices of one edition, from its first day on. */
export interface CalendarEdition {
  /** Local; '' for what comes with the platform. */
  readonly effectiveOn: string;
  readonly shifts: readonly Shift[];
  readonly notices: readonly HolidayFile[];
}

/** Days as the rows of an edition. */
export function calendarLists({ shifts, notices }: Pick<CalendarEdition, 'shifts' | 'notices'>): StandardLists {
  const days = notices.flatMap(({ days: listed }) => listed);
  return {
    hours: shifts.map(({ from, to }): StandardRow => ({ from, to })),
    days: days
      .map(({ date, isOffDay, name }): StandardRow => ({ day: date, kind: isOffDay ? 'off' : 'worked', name }))
      .sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)),
  };
}

/** The rows of an edition as what they mean: a year in which a day is named is a year that is published. */
export function calendarEdition({ hours = [], days = [] }: StandardLists, effectiveOn: string): CalendarEdition {
  const notices = new Map<number, HolidayFile>();
  for (const { day = '', kind, name = '' } of days) {
    const year = Number(day.slice(0, 4));
    const named = [...(notices.get(year)?.days ?? []), { date: day, isOffDay: kind === 'off', name }];
    notices.set(year, { year, days: named });
  }
  const shifts = hours.map(({ from = '', to = '' }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));
  return { effectiveOn, shifts: shifts.length > 0 ? shifts : DEFAULT_SHIFTS, notices: [...notices.values()] };
}

/**
 * The calendar a clock runs by that began at an instant: hours and days of the edition in force then, so that a later
 * one moves no running case. Only years of which that edition knew nothing are taken from later ones: deadlines in them
 * were provisional.
 */
export function calendarAt(editions: readonly CalendarEdition[], startedAt: string): WorkingCalendar {
  const sorted = [...editions].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  const date = localDate(startedAt);
  const own = sorted.filter(({ effectiveOn }) => effectiveOn <= date).at(-1) ?? sorted[0];
  const notices = new Map(sorted.flatMap(({ notices: later }) => later.map((notice) => [notice.year, notice])));
  for (const notice of own?.notices ?? []) notices.set(notice.year, notice);
  return calendarFrom([...notices.values()], own?.shifts ?? DEFAULT_SHIFTS);
}
