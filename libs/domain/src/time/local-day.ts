/** Asia/Shanghai is fixed at +08:00: it has had no summer time since 1992. */
const OFFSET_MS = 8 * 3_600_000;
export const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A local calendar day as a number: days since 1970-01-01. */
export type DayNumber = number;

export function toMillis(instant: string): number {
  const millis = Date.parse(instant);
  if (Number.isNaN(millis)) throw new RangeError(`not an instant: ${instant}`);
  return millis;
}

export const toInstant = (millis: number): string => new Date(millis).toISOString();

export const dayOf = (millis: number): DayNumber => Math.floor((millis + OFFSET_MS) / DAY_MS);

/** When the local day begins, in epoch milliseconds. */
export const startOfDay = (day: DayNumber): number => day * DAY_MS - OFFSET_MS;

export const dateOfDay = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const yearOf = (millis: number): number => new Date(millis + OFFSET_MS).getUTCFullYear();

/** 1970-01-01 was a Thursday. */
export const isWeekend = (day: DayNumber): boolean => {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
};

/** The local date of an instant, e.g. `2026-06-12`. */
export const localDate = (instant: string): string => dateOfDay(dayOf(toMillis(instant)));

/** As an input for day and time has it: `2026-06-12T08:30`. */
export const localMinute = (instant: string): string => new Date(toMillis(instant) + OFFSET_MS).toISOString().slice(0, 16);

/** The hour of the local day, 0 to 23. */
export const localHour = (instant: string): number =>
  Math.floor((toMillis(instant) - startOfDay(dayOf(toMillis(instant)))) / (60 * MINUTE_MS));
