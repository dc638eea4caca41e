import type { ActOnEvent } from '@wangge/contracts';
import { RuleError } from '../rule-error.js';
import { recalculate } from '../time/clock.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { CONDITION_ERRORS, CONDITIONS } from './conditions.js';
import { deadlineOf, nextClocks } from './event-clocks.js';
import { deltasBetween } from './event-deltas.js';
import type { EventState } from './event-state.js';
import { statusRule } from './event-statuses.js';
import { changesOf } from './step-changes.js';
import type { Outcome, StepContext } from './step-context.js';
import { entryOf, firstEntry } from './step-entry.js';
import { checkGuards } from './step-guards.js';
import { actionRule, isPossible, stateAfter } from './workflow.js';

/**
 * One step of the loop: what the event becomes, and what else has to be written. Throws `RuleError` where the state
 * or a guard says no. Permission is asked before (`mayAct`); what stands here holds for everybody.
 */
export function decide(event: EventState, command: ActOnEvent, context: StepContext): Outcome {
  checkPossible(event, command, context);
  checkGuards(event, command, context);
  const rule = actionRule(command.action);
  const to = stateAfter(command.action, event.status);
  const changed = { ...event, ...changesOf(event, command, context) };
  const clocks = nextClocks(event, {
    action: command.action,
    to,
    stays: rule.to === 'same',
    restartsStage: rule.restartsStage ?? false,
    extends: changed.extendCount > event.extendCount,
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
    stays: false,
    restartsStage: false,
    extends: false,
    at: context.at,
    calendar: context.calendar,
    sameDepartment: false,
    limit: null,
  });
  const event = settle({ ...draft, ...clocks }, context.at);
  return { event, entry: firstEntry(event, context), deltas: deltasBetween(null, event, 'submit', context.at), task: null };
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

/**
 * A year's calendar has become known: deadlines that reached into it are reckoned again, and with them whether they
 * have passed. Null where nothing of the event moves.
 */
export function reckonAgain(event: EventState, calendar: WorkingCalendar, at: string): Pick<Outcome, 'event' | 'deltas'> | null {
  if (event.handlingClock?.provisional !== true || !statusRule(event.status).open) return null;
  const next = settle({ ...event, handlingClock: recalculate(event.handlingClock, calendar) }, at);
  if (JSON.stringify(next.handlingClock) === JSON.stringify(event.handlingClock)) return null;
  return { event: next, deltas: deltasBetween(event, next, 'overdue', at) };
}

function checkPossible(event: EventState, { action }: ActOnEvent, { actor, at }: StepContext): void {
  if (isPossible(action, event, actor.departmentIds ?? [], at)) return;
  const { from, when = [] } = actionRule(action);
  const failed = from.includes(event.status) ? when.find((name) => !CONDITIONS[name](event, at)) : undefined;
  throw new RuleError((failed && CONDITION_ERRORS[failed]) ?? 'event.action-unavailable');
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

function taskOf(command: ActOnEvent, { assignee }: StepContext): Outcome['task'] {
  if (!assignee || (command.action !== 'send-verify' && command.action !== 'send-check')) return null;
  return {
    kind: command.action === 'send-verify' ? 'verify' : 'check',
    assigneeId: assignee.accountId,
    note: command.note ?? null,
  };
}
