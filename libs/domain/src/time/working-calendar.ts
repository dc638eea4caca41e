import { z } from 'zod';
import { type DayNumber, dateOfDay, isWeekend, MINUTE_MS, startOfDay, yearOf } from './local-day.js';

/** Working hours of a day, local time: `08:00` to `12:00`. */
export interface Shift {
  readonly from: string;
  readonly to: string;
}

/** What the yearly notice says of a day: a holiday, or a weekend day that is worked. */
export interface SpecialDay {
  readonly off: boolean;
  readonly name: string;
}

export interface WorkingCalendar {
  readonly shifts: readonly Shift[];
  readonly days: ReadonlyMap<string, SpecialDay>;
  /** Years whose notice is known; in others every Monday to Friday is taken as worked. */
  readonly publishedYears: ReadonlySet<number>;
}

export const DEFAULT_SHIFTS: readonly Shift[] = [
  { from: '08:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
];

/** The published form of a year's holidays (holiday-cn): further keys are ignored. */
export const HolidayFile = z.object({
  year: z.int(),
  days: z.array(z.object({ name: z.string(), date: z.iso.date(), isOffDay: z.boolean() })),
});
export type HolidayFile = z.infer<typeof HolidayFile>;

export function calendarFrom(files: readonly unknown[], shifts: readonly Shift[] = DEFAULT_SHIFTS): WorkingCalendar {
  mustBeInOrder(shifts);
  const years = files.map((file) => HolidayFile.parse(file)).sort((a, b) => a.year - b.year);
  const days = new Map<string, SpecialDay>();
  for (const { days: listed } of years) {
    for (const { date, isOffDay, name } of listed) days.set(date, { off: isOffDay, name });
  }
  return { shifts, days, publishedYears: new Set(years.map(({ year }) => year)) };
}

/** A stretch in epoch milliseconds, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The working stretches of a local day, in order; none on a day off. */
export function workOf(day: DayNumber, calendar: WorkingCalendar): Stretch[] {
  if (offKind(day, calendar)) return [];
  const midnight = startOfDay(day);
  return calendar.shifts.map(({ from, to }) => ({ from: midnight + millisOf(from), to: midnight + millisOf(to) }));
}

export type OffKind = { readonly kind: 'weekend' } | { readonly kind: 'holiday'; readonly name: string };

/** Why a day is off, or null when it is worked. */
export function offKind(day: DayNumber, { days }: WorkingCalendar): OffKind | null {
  const special = days.get(dateOfDay(day));
  if (special) return special.off ? { kind: 'holiday', name: special.name } : null;
  return isWeekend(day) ? { kind: 'weekend' } : null;
}

/** Whether a stretch enters a year whose holidays are not published. */
export function isProvisional(from: number, to: number, { publishedYears }: WorkingCalendar): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!publishedYears.has(year)) return true;
  }
  return false;
}

function mustBeInOrder(shifts: readonly Shift[]): void {
  let end = -1;
  for (const { from, to } of shifts) {
    if (!(end < millisOf(from) && millisOf(from) < millisOf(to)))
      throw new RangeError(`shifts overlap or are empty: ${from}-${to}`);
    end = millisOf(to);
  }
  if (end < 0) throw new RangeError('a calendar needs at least one shift');
}

/** `24:00` is the end of a day. */
function millisOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (!(total <= 24 * 60)) throw new RangeError(`not a time of day: ${time}`);
  return total * MINUTE_MS;
}
