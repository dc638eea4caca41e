/** Asia/Shanghai is fixed at +08:00: no summer time since 1992. */
const OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;

export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** `16:05` */
  readonly clock: string;
  /** Days since 1970-01-01, to compare days with. */
  readonly dayNumber: number;
}

const two = (value: number) => String(value).padStart(2, '0');

/** What clocks and calendars on the wall in China show at an instant. */
export function localTime(instant: string | number | Date): LocalTime {
  const shifted = new Date(new Date(instant).getTime() + OFFSET);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    clock: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
    dayNumber: Math.floor(shifted.getTime() / DAY),
  };
}

/** `06-10` */
export const monthDay = ({ month, day }: LocalTime): string => `${two(month)}-${two(day)}`;
