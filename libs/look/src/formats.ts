import type { CommonKey, Translate } from '@wangge/texts';
import { localTime, monthDay } from './local-time.js';

export type Words = Translate<CommonKey>;

const DAY_MINUTES = { continuous: 1440, working: 480 } as const;
type Basis = keyof typeof DAY_MINUTES;

/**
 * A length of time: "3时52分", "26分", "2天5时", and on a working clock "2工作日5时".
 * Whole minutes, cut and not rounded, so that nothing is promised.
 */
export function durationWords(minutes: number, t: Words, basis: Basis = 'continuous'): string {
  const whole = Math.floor(Math.abs(minutes));
  if (whole === 0) return minutes === 0 ? t('span.minutes', { minutes: 0 }) : t('span.under-a-minute');
  const days = Math.floor(whole / DAY_MINUTES[basis]);
  const hours = Math.floor((whole % DAY_MINUTES[basis]) / 60);
  if (days > 0) return daysWords(days, hours, t, basis);
  if (hours === 0) return t('span.minutes', { minutes: whole });
  const rest = whole % 60;
  return rest > 0 ? t('span.hours-minutes', { hours, minutes: String(rest).padStart(2, '0') }) : t('span.hours', { hours });
}

function daysWords(days: number, hours: number, t: Words, basis: Basis): string {
  const prefix = basis === 'working' ? 'span.working-days' : 'span.days';
  return hours > 0 ? t(`${prefix}-hours`, { days, hours }) : t(prefix, { days });
}

/** A limit as rules write it: "4 工作时", "5 工作日", "30 分钟". */
export function limitWords(minutes: number, basis: Basis, t: Words): string {
  const day = DAY_MINUTES[basis];
  const working = basis === 'working';
  if (minutes % day === 0) return t(working ? 'limit.working-days' : 'limit.days', { count: minutes / day });
  if (minutes % 60 === 0) return t(working ? 'limit.working-hours' : 'limit.hours', { count: minutes / 60 });
  return working ? durationWords(minutes, t, basis) : t('limit.minutes', { count: Math.round(minutes) });
}

/** A past instant: "今天 09:31", "昨天 19:12", "06-10 16:05", "2025-11-05 16:05". */
export function instantWords(instant: string, now: Date, t: Words): string {
  const at = localTime(instant);
  const today = localTime(now);
  const near = ({ 0: 'day.today', 1: 'day.yesterday' } as const)[today.dayNumber - at.dayNumber];
  if (near) return `${t(near)} ${at.clock}`;
  return `${at.year === today.year ? '' : `${at.year}-`}${monthDay(at)} ${at.clock}`;
}

/** A deadline: "今天 16:40", "明天 10:40", "周一 10:40" within the next six days, else the date. */
export function deadlineWords(instant: string, now: Date, t: Words): string {
  const at = localTime(instant);
  const away = at.dayNumber - localTime(now).dayNumber;
  if (away === 1) return `${t('day.tomorrow')} ${at.clock}`;
  return away > 1 && away < 7 ? `${weekdayWords(instant, t)} ${at.clock}` : instantWords(instant, now, t);
}

export function weekdayWords(instant: string, t: Words): string {
  return t(WEEKDAYS[localTime(instant).weekday] ?? 'day.weekday.0');
}

/** "6月12日", "12/6". */
export function monthDayWords(instant: string, t: Words): string {
  const { month, day } = localTime(instant);
  return t('day.month-day', { month, day });
}

const WEEKDAYS = [
  'day.weekday.0',
  'day.weekday.1',
  'day.weekday.2',
  'day.weekday.3',
  'day.weekday.4',
  'day.weekday.5',
  'day.weekday.6',
] as const;
