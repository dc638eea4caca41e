import { monthDayWords, type Words, weekdayWords } from './formats.js';
import { localTime } from './local-time.js';

/** Days and times of one sentence. A day that was just named is not named again, and today need not be named at all. */
export class DeadlineMoments {
  /** Weekdays are unambiguous only while everything said lies within one week. */
  readonly byWeekday: boolean;
  private lastDay: number | undefined;

  constructor(
    ends: readonly string[],
    private readonly t: Words,
  ) {
    const days = ends.map((instant) => localTime(instant).dayNumber);
    const apart = Math.max(...days) - Math.min(...days);
    this.byWeekday = apart <= 6;
    this.lastDay = apart === 0 ? days[0] : undefined;
  }

  /** "周五 16:40"; only "18:00" while the day is the one just named. */
  at(instant: string): string {
    const day = localTime(instant).dayNumber;
    const isKnown = day === this.lastDay;
    this.lastDay = day;
    return isKnown ? this.clock(instant) : `${this.name(instant)} ${this.clock(instant)}`;
  }

  clock(instant: string): string {
    return localTime(instant).clock;
  }

  /** A day by itself; the time after it has to name its own. */
  day(instant: string): string {
    this.lastDay = undefined;
    return this.name(instant);
  }

  weekdays(days: readonly string[]): string[] {
    return days.map((day) => weekdayWords(noon(day), this.t));
  }

  /** "6月13日至6月14日" of local dates. */
  dates(days: readonly string[]): string {
    const [first = '', last = first] = [days[0], days.at(-1)];
    const from = monthDayWords(noon(first), this.t);
    return first === last ? from : this.t('day.to', { from, to: monthDayWords(noon(last), this.t) });
  }

  private name(instant: string): string {
    return this.byWeekday ? weekdayWords(instant, this.t) : monthDayWords(instant, this.t);
  }
}

const noon = (date: string): string => `${date}T12:00:00+08:00`;
