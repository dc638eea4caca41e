import type { EventAction, EventStatus } from '@wangge/contracts';
import { localDate } from '../time/local-day.js';
import type { EventState } from './event-state.js';
import { statusRule } from './workflow.js';

/**
 * What one step adds to the counters. Flows count on the Asia/Shanghai day of the step; stocks are ±1 and read as
 * a running sum. Chain, class, department and source are the event's.
 */
export interface Delta {
  readonly day: string;
  /** Hour of the day for flows shown by the hour, else -1. */
  readonly hour: number;
  readonly measure: Measure;
  readonly classCode: string | null;
  readonly departmentId: string | null;
  readonly source: string;
  readonly count: number;
  readonly minutes: number;
}

export type Measure =
  | 'reported'
  | 'filed'
  | 'handled'
  | 'due'
  | 'closed'
  | 'closed-on-time'
  | 'rework'
  | `passed:${EventStatus}`
  | `in:${EventStatus}`
  | `overdue:${EventStatus}`;

/** The increments that lead the counters from one state of an event to the next. Of a new event, `before` is null. */
export function deltasBetween(before: EventState | null, after: EventState, action: EventAction | 'overdue', at: string): Delta[] {
  const day = localDate(at);
  const row = (event: EventState, measure: Measure, count: number, more: Partial<Delta> = {}): Delta => ({
    day,
    hour: -1,
    measure,
    classCode: event.classCode,
    departmentId: event.departmentId,
    source: event.source,
    count,
    minutes: 0,
    ...more,
  });
  return [...stocks(before, after, row), ...flows(before, after, action, at, row)];
}

type Row = (event: EventState, measure: Measure, count: number, more?: Partial<Delta>) => Delta;

function stocks(before: EventState | null, after: EventState, row: Row): Delta[] {
  const standing = (event: EventState, sign: 1 | -1): Delta[] => [
    ...(statusRule(event.status).open ? [row(event, `in:${event.status}`, sign)] : []),
    ...(event.overdue ? [row(event, `overdue:${event.status}`, sign)] : []),
  ];
  const unchanged =
    before !== null &&
    before.status === after.status &&
    before.overdue === after.overdue &&
    before.classCode === after.classCode &&
    before.departmentId === after.departmentId;
  return unchanged ? [] : [...(before ? standing(before, -1) : []), ...standing(after, 1)];
}

function flows(before: EventState | null, after: EventState, action: EventAction | 'overdue', at: string, row: Row): Delta[] {
  const found: Delta[] = [];
  const hour = new Date(Date.parse(at) + 8 * 3_600_000).getUTCHours();
  if (before && before.status !== after.status) found.push(row(after, `passed:${before.status}`, 1));
  if (action === 'submit') found.push(row(after, 'reported', 1, { hour }));
  if (action === 'file') found.push(row(after, 'filed', 1));
  if (action === 'check-fail') found.push(row(after, 'rework', 1));
  if (action === 'finish') found.push(row(after, 'handled', 1, { minutes: Math.round(after.handlingClock?.usedMinutes ?? 0) }));
  if (after.countedDue && !before?.countedDue) found.push(row(after, 'due', 1));
  if (action === 'close') {
    found.push(row(after, 'closed', 1, { hour }));
    if (isOnTime(after)) found.push(row(after, 'closed-on-time', 1));
  }
  // A re-opened case is no longer closed: the corrections are appended, never written over.
  if (action === 'reopen' && before) {
    found.push(row(before, 'closed', -1, { hour }));
    if (isOnTime(before)) found.push(row(before, 'closed-on-time', -1));
  }
  return found;
}

/** Handled within its limit (按期). */
export function isOnTime({ handlingClock }: Pick<EventState, 'handlingClock'>): boolean {
  return handlingClock !== null && handlingClock.usedMinutes <= handlingClock.limitMinutes;
}
