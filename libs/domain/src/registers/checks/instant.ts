import { isCalendarDate } from './calendar-date.js';

/** `2026-06-12T08:30:00+08:00`, or local time (Asia/Shanghai) as a form or a cell has it: `2026-06-12 08:30`. */
const FORM = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;
const LOCAL_OFFSET = '+08:00';

/** The instant in UTC, to the millisecond; undefined where the text is none. */
export function readInstant(text: string): string | undefined {
  const [, date, time, seconds = ':00', offset = LOCAL_OFFSET] = FORM.exec(text.trim()) ?? [];
  if (date === undefined || time === undefined) return undefined;
  const millis = Date.parse(`${date}T${time}${seconds}${offset}`);
  return Number.isNaN(millis) || !isCalendarDate(date) ? undefined : new Date(millis).toISOString();
}
