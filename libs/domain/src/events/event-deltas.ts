import type { EventAction, EventStatus } from '@wangge/contracts';
import { localDate, localHour } from '../time/local-day.js';
import type { EventState } from './event-state.js';
import { type FlowMeasure, stepFlows } from './flow-measures.js';
import { STAGE_OF, type Stage } from './stages.js';
import { statusRule } from './event-statuses.js';

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
  /** Closed after its limit, without those that an appeal excused. */
  | 'closed-late'
  /** Those that are due, without the ones an appeal excused: they leave the overdue counts and stay in all others. */
  | 'judged'
  | 'extended'
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
  const judged = Number(isJudged(after)) - Number(before !== null && isJudged(before));
  return [
    ...(action === 'file' ? [row(after, 'filed', 1)] : []),
    ...(action === 'check-fail' ? [row(after, 'rework', 1)] : []),
    ...(action === 'finish' ? handled(after, row) : []),
    ...(after.countedDue && !before?.countedDue ? [row(after, 'due', 1)] : []),
    ...(judged === 0 ? [] : [row(after, 'judged', judged)]),
    ...(before ? corrections(before, after, action, row) : []),
  ];
}

const isJudged = ({ countedDue, excused }: EventState): boolean => countedDue && !excused;

/** What was counted and holds no longer: the corrections are appended, never written over. */
function corrections(before: EventState, after: EventState, action: EventAction | 'overdue', row: Row): Delta[] {
  const found: Delta[] = [];
  if (after.extendCount > before.extendCount) found.push(row(after, 'extended', 1));
  // Filed under a class that turned out to be the wrong one.
  if (action === 'correct' && before.classCode !== after.classCode) found.push(row(before, 'filed', -1), row(after, 'filed', 1));
  if (action === 'close') found.push(...ended(after, 1, row));
  if (action === 'reopen') found.push(...ended(before, -1, row));
  if (after.excused && !before.excused) found.push(row(after, 'closed-late', -1));
  return found;
}

/** A case that is closed, on time or late; taken back, with what an appeal had changed of it. */
function ended(event: EventState, sign: 1 | -1, row: Row): Delta[] {
  if (event.excused) return [row(event, 'closed', sign)];
  return [row(event, 'closed', sign), row(event, isOnTime(event) ? 'closed-on-time' : 'closed-late', sign)];
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
