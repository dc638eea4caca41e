import type { EventAction, EventStatus } from '@wangge/contracts';
import { localDate, localHour } from '../time/local-day.js';
import type { EventState } from './event-state.js';
import { type FlowMeasure, stepFlows } from './flow-measures.js';
import { STAGE_OF, type Stage } from './stages.js';
import { statusRule } from './workflow.js';

/**
 * What one step adds to the counters. Flows count on the Asia/Shanghai day of the step; stocks are ±1 and read as
 * a running sum. Chain, class, department and source are the event's.
 */
export interface Delta {
  readonly day: string;
  /** Hour of the day: a day is compared with another at the same time of day. */
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
  /** Its minutes are the limit of what was handled. */
  | 'handled-limit'
  | 'due'
  | 'closed'
  | 'closed-on-time'
  | 'rework'
  | FlowMeasure
  | `left:${Stage}`
  | `in:${EventStatus}`
  | `overdue:${EventStatus}`;

/** The increments that lead the counters from one state of an event to the next. Of a new event, `before` is null. */
export function deltasBetween(
  before: EventState | null,
  after: EventState,
  action: EventAction | 'overdue',
  at: string,
): Delta[] {
  const moment = momentOf(at);
  const row = (event: EventState, measure: Measure, count: number, more: Partial<Delta> = {}): Delta => ({
    ...moment,
    measure,
    classCode: event.classCode,
    departmentId: event.departmentId,
    source: event.source,
    count,
    minutes: 0,
    ...more,
  });
  return [
    ...stocks(before, after, row),
    ...stageLeft(before, after, row),
    ...reports(before, after, row),
    ...flows(before, after, action, row),
    ...stepFlows(before, after, action, at).map((measure) => row(counted(before, after), measure, 1)),
  ];
}

/** A department that returns a case has it no longer, and yet the return is its own. */
const counted = (before: EventState | null, after: EventState): EventState =>
  after.departmentId === null && before ? { ...after, departmentId: before.departmentId } : after;

const momentOf = (at: string): Pick<Delta, 'day' | 'hour'> => ({ day: localDate(at), hour: localHour(at) });

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

function stageLeft(before: EventState | null, after: EventState, row: Row): Delta[] {
  const stage = before && STAGE_OF[before.status];
  return stage && stage !== STAGE_OF[after.status] ? [row(after, `left:${stage}`, 1)] : [];
}

/** A report counts under its class: when it is filed under another, the count moves there, on the day of the report. */
function reports(before: EventState | null, after: EventState, row: Row): Delta[] {
  if (before && before.classCode === after.classCode) return [];
  const moment = momentOf(after.reportedAt);
  return [...(before ? [row(before, 'reported', -1, moment)] : []), row(after, 'reported', 1, moment)];
}

function flows(before: EventState | null, after: EventState, action: EventAction | 'overdue', row: Row): Delta[] {
  const found: Delta[] = [];
  if (action === 'file') found.push(row(after, 'filed', 1));
  if (action === 'check-fail') found.push(row(after, 'rework', 1));
  if (action === 'finish') found.push(...handled(after, row));
  if (after.countedDue && !before?.countedDue) found.push(row(after, 'due', 1));
  if (action === 'close') {
    found.push(row(after, 'closed', 1));
    if (isOnTime(after)) found.push(row(after, 'closed-on-time', 1));
  }
  // A re-opened case is no longer closed: the corrections are appended, never written over.
  if (action === 'reopen' && before) {
    found.push(row(before, 'closed', -1));
    if (isOnTime(before)) found.push(row(before, 'closed-on-time', -1));
  }
  return found;
}

function handled(event: EventState, row: Row): Delta[] {
  const { usedMinutes = 0, limitMinutes = 0 } = event.handlingClock ?? {};
  return [
    row(event, 'handled', 1, { minutes: Math.round(usedMinutes) }),
    row(event, 'handled-limit', 1, { minutes: Math.round(limitMinutes) }),
  ];
}

/** Handled within its limit (按期). */
export function isOnTime({ handlingClock }: Pick<EventState, 'handlingClock'>): boolean {
  return handlingClock !== null && handlingClock.usedMinutes <= handlingClock.limitMinutes;
}
