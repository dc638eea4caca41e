import type { ActOnEvent, EventAction, EventStatus, FilingCondition } from '@wangge/contracts';
import { RuleError } from '../rule-error.js';
import { usedMinutesAt } from '../time/clock.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { deadlineOf, nextClocks } from './event-clocks.js';
import { type Delta, deltasBetween } from './event-deltas.js';
import type { EventState } from './event-state.js';
import { actionRule, statusRule } from './workflow.js';

/** Who acts: an account, or the platform itself when a timer fires (`accountId` null). */
export interface Actor {
  readonly accountId: string | null;
  readonly name: string;
}

/** What the service looked up for a step before asking the rules. */
export interface StepContext {
  readonly actor: Actor;
  readonly at: string;
  readonly calendar: WorkingCalendar;
  /** For `file`: the chosen condition, and the class it is filed under. */
  readonly condition?: FilingCondition;
  readonly classCode?: string;
  /** For `send-verify` and `send-check`. */
  readonly assignee?: { readonly accountId: string; readonly name: string };
  /** For `dispatch`. */
  readonly department?: { readonly id: string; readonly name: string };
  /** For `merge`: the event it goes into, which the viewer can see. */
  readonly target?: Pick<EventState, 'id' | 'number' | 'status' | 'lng' | 'lat'>;
}

/** One line of the timeline. */
export interface LogEntry {
  readonly at: string;
  readonly action: EventAction;
  readonly fromStatus: EventStatus | null;
  readonly toStatus: EventStatus;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly departmentId: string | null;
  readonly receiver: string | null;
  readonly note: string | null;
  readonly clock: string | null;
  readonly usedMinutes: number | null;
  readonly limitMinutes: number | null;
  readonly overdue: boolean;
}

/** Everything one step changes, to be stored in one transaction. */
export interface Outcome {
  readonly event: EventState;
  readonly entry: LogEntry;
  readonly deltas: readonly Delta[];
  /** A worker's task that begins with this step; one that was open ends. */
  readonly task: { readonly kind: 'verify' | 'check'; readonly assigneeId: string; readonly note: string | null } | null;
}

const MAX_RETURNS = 2;
const MAX_SUSPENSIONS = 1;
const MAX_SUSPENSION_MS = 366 * 24 * 3_600_000;
const MERGE_WITHIN_METRES = 500;

/**
 * One step of the loop: what the event becomes, and what else has to be written. Throws `RuleError` where the state
 * or a guard says no. Permission is asked before (`mayAct`); what stands here holds for everybody.
 */
export function decide(event: EventState, command: ActOnEvent, context: StepContext): Outcome {
  const rule = actionRule(command.action);
  if (!rule.from.includes(event.status)) throw new RuleError('event.action-unavailable');
  checkGuards(event, command, context);
  const to = rule.to[0];
  const changed = { ...event, ...changesOf(event, command, context) };
  const clocks = nextClocks(event, {
    action: command.action,
    to,
    at: context.at,
    calendar: context.calendar,
    sameDepartment: changed.departmentId !== null && changed.departmentId === event.lastDepartmentId,
    limit: changed.condition?.limit ?? null,
  });
  const next = settle({ ...changed, ...clocks, status: to, version: event.version + 1 }, context.at);
  return {
    event: next,
    entry: entryOf(event, next, command, context),
    deltas: deltasBetween(event, next, command.action, context.at),
    task: taskOf(command, context),
  };
}

/** The first step: a report becomes an event. `draft` carries what is known of it; clocks and counters start here. */
export function submit(draft: EventState, context: Pick<StepContext, 'actor' | 'at' | 'calendar'>): Outcome {
  const clocks = nextClocks(draft, {
    action: 'submit',
    to: 'reported',
    at: context.at,
    calendar: context.calendar,
    sameDepartment: false,
    limit: null,
  });
  const event = settle({ ...draft, ...clocks }, context.at);
  const entry: LogEntry = {
    at: context.at,
    action: 'submit',
    fromStatus: null,
    toStatus: event.status,
    actorId: context.actor.accountId,
    actorName: context.actor.name,
    departmentId: null,
    receiver: null,
    note: null,
    clock: null,
    usedMinutes: null,
    limitMinutes: null,
    overdue: false,
  };
  return { event, entry, deltas: deltasBetween(null, event, 'submit', context.at), task: null };
}

/**
 * A deadline has passed while nobody acted: the event counts as overdue, or its handling limit is up (应结案). Null
 * where that is no longer so, or known already.
 */
export function becomeOverdue(event: EventState, at: string): Pick<Outcome, 'event' | 'deltas'> | null {
  const next = settle(event, at);
  if (event.overdue === next.overdue && event.countedDue === next.countedDue) return null;
  return { event: next, deltas: deltasBetween(event, next, 'overdue', at) };
}

/** Derives what follows from the clocks: the deadline, whether it has passed, whether it should be closed by now. */
function settle(event: EventState, at: string): EventState {
  const deadline = deadlineOf(event);
  const overdue = deadline.dueAt !== null && Date.parse(deadline.dueAt) <= Date.parse(at);
  const { handlingClock } = event;
  const handlingPast =
    handlingClock !== null &&
    (handlingClock.state === 'running'
      ? handlingClock.dueAt !== null && Date.parse(handlingClock.dueAt) <= Date.parse(at)
      : handlingClock.usedMinutes > handlingClock.limitMinutes);
  const countedDue = event.countedDue || handlingPast || event.status === 'closed';
  return { ...event, ...deadline, overdue: overdue && statusRule(event.status).open, countedDue };
}

function checkGuards(event: EventState, command: ActOnEvent, context: StepContext): void {
  switch (command.action) {
    case 'file':
      if (!context.condition) throw new RuleError('condition.unknown');
      if (context.condition.classCode !== (context.classCode ?? event.classCode)) throw new RuleError('condition.other-class');
      return;
    case 'merge':
      if (!context.target || !mayMerge(event, context.target)) throw new RuleError('event.merge-target');
      return;
    case 'return':
      if (event.returnCount >= MAX_RETURNS) throw new RuleError('event.returned-too-often');
      return;
    case 'suspend':
      if (event.suspendCount >= MAX_SUSPENSIONS) throw new RuleError('event.action-unavailable');
      if (!isWithinAYear(command.until, context.at)) throw new RuleError('event.until-invalid');
      return;
    case 'dispatch':
      if (!context.department) throw new RuleError('department.unknown');
      return;
    case 'send-verify':
    case 'send-check':
      if (!context.assignee) throw new RuleError('event.no-checker');
      if (context.assignee.accountId === event.handledBy) throw new RuleError('event.same-person');
      return;
    case 'check-pass':
    case 'check-fail':
      if (context.actor.accountId === event.handledBy) throw new RuleError('event.same-person');
      return;
    default:
      return;
  }
}

function isWithinAYear(until: string, at: string): boolean {
  const ahead = Date.parse(until) - Date.parse(at);
  return ahead > 0 && ahead <= MAX_SUSPENSION_MS;
}

function mayMerge(event: EventState, target: NonNullable<StepContext['target']>): boolean {
  return target.id !== event.id && statusRule(target.status).open && metresBetween(event, target) <= MERGE_WITHIN_METRES;
}

/** Great-circle distance on a sphere of 6,371,008.8 m; exact to 0.5 %. */
export function metresBetween(a: Pick<EventState, 'lng' | 'lat'>, b: Pick<EventState, 'lng' | 'lat'>): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** What a step changes of the event itself, clocks and state apart. */
function changesOf(event: EventState, command: ActOnEvent, context: StepContext): Partial<EventState> {
  switch (command.action) {
    case 'file':
      return { classCode: context.classCode ?? event.classCode, condition: context.condition ?? null };
    case 'merge':
      return { mergedInto: context.target?.id ?? null };
    case 'dispatch':
      return { departmentId: context.department?.id ?? null };
    case 'return':
      return { departmentId: null, lastDepartmentId: event.departmentId, returnCount: event.returnCount + 1 };
    case 'suspend':
      return { suspendedUntil: new Date(command.until).toISOString(), suspendCount: event.suspendCount + 1 };
    case 'resume':
      return { suspendedUntil: null };
    case 'self-handle':
      return { handledBy: context.actor.accountId, handledAt: context.at, closedAt: context.at };
    case 'finish':
      return { handledBy: context.actor.accountId, handledAt: context.at };
    case 'send-verify':
    case 'send-check':
      return { assigneeId: context.assignee?.accountId ?? null };
    case 'verify':
    case 'check-pass':
      return { assigneeId: null };
    case 'check-fail':
      return { assigneeId: null, reworkCount: event.reworkCount + 1 };
    case 'close':
      return { closedAt: context.at };
    case 'reopen':
      return { closedAt: null, rating: null };
    case 'rate':
      return { rating: command.score };
    default:
      return {};
  }
}

function taskOf(command: ActOnEvent, { assignee }: StepContext): Outcome['task'] {
  if (!assignee || (command.action !== 'send-verify' && command.action !== 'send-check')) return null;
  return {
    kind: command.action === 'send-verify' ? 'verify' : 'check',
    assigneeId: assignee.accountId,
    note: command.note ?? null,
  };
}

function entryOf(before: EventState, after: EventState, command: ActOnEvent, context: StepContext): LogEntry {
  const ended = endedClock(before, command.action);
  const usedMinutes = ended ? usedMinutesAt(ended, context.at, context.calendar) : null;
  return {
    at: context.at,
    action: command.action,
    fromStatus: before.status,
    toStatus: after.status,
    actorId: context.actor.accountId,
    actorName: context.actor.name,
    departmentId: after.departmentId ?? before.departmentId,
    receiver: context.department?.name ?? context.assignee?.name ?? context.target?.number ?? null,
    note: noteOf(command),
    clock: ended?.name ?? null,
    usedMinutes,
    limitMinutes: ended?.limitMinutes ?? null,
    overdue: ended !== null && usedMinutes !== null && usedMinutes > ended.limitMinutes,
  };
}

/** The clock whose time a step has used up: the stage's, or the handling's when the department hands over. */
function endedClock(before: EventState, action: EventAction) {
  if (before.stageClock?.state === 'running') return before.stageClock;
  const handsOver = action === 'finish' || action === 'return' || action === 'suspend';
  return handsOver ? before.handlingClock : null;
}

function noteOf(command: ActOnEvent): string | null {
  if (command.action === 'verify') return command.note || command.verification;
  if ('reason' in command) return command.reason;
  return ('note' in command && command.note) || null;
}
