import type { ActOnEvent, ChoiceOption, EventAction } from '@wangge/contracts';
import { usedMinutesAt } from '../time/clock.js';
import { assistOf } from './assists.js';
import type { EventState } from './event-state.js';
import type { LogEntry, StepContext } from './step-context.js';
import { actionRule } from './workflow.js';

/** The line of the timeline that a step leaves. */
export function entryOf(before: EventState, after: EventState, command: ActOnEvent, context: StepContext): LogEntry {
  const ended = endedClock(before, command.action);
  const usedMinutes = ended ? usedMinutesAt(ended, context.at, context.calendar) : null;
  return {
    at: context.at,
    action: command.action,
    fromStatus: before.status,
    toStatus: after.status,
    actorId: context.actor.accountId,
    actorName: context.actor.name,
    departmentId: actingDepartment(before, after, command, context),
    receiver: receiverOf(before, command, context),
    choice: choiceOf(command),
    note: noteOf(command),
    clock: ended?.name ?? null,
    usedMinutes,
    limitMinutes: ended?.limitMinutes ?? null,
    overdue: ended !== null && usedMinutes !== null && usedMinutes > ended.limitMinutes,
  };
}

export function firstEntry(event: EventState, { actor, at }: Pick<StepContext, 'actor' | 'at'>): LogEntry {
  return {
    at,
    action: 'submit',
    fromStatus: null,
    toStatus: event.status,
    actorId: actor.accountId,
    actorName: actor.name,
    departmentId: null,
    receiver: null,
    choice: null,
    note: null,
    clock: null,
    usedMinutes: null,
    limitMinutes: null,
    overdue: false,
  };
}

/** A department that was called acts in its own name; all else is the case's department's. */
function actingDepartment(before: EventState, after: EventState, command: ActOnEvent, context: StepContext): string | null {
  if (actionRule(command.action).who.includes('assisting')) return assistOf(before, command, context)?.departmentId ?? null;
  return after.departmentId ?? before.departmentId;
}

function receiverOf(before: EventState, command: ActOnEvent, context: StepContext): string | null {
  if (command.action === 'request-assist') return (context.departments ?? []).map(({ name }) => name).join('、') || null;
  if ('assistNo' in command) return assistOf(before, command, context)?.departmentName ?? null;
  return context.desk?.name ?? context.department?.name ?? context.assignee?.name ?? context.target?.number ?? null;
}

/** The clock whose time a step has used up: the stage's, or the handling's when the department hands over. */
function endedClock(before: EventState, action: EventAction) {
  const rule = actionRule(action);
  if (rule.to === 'same' && !rule.restartsStage) return null;
  if (before.stageClock?.state === 'running') return before.stageClock;
  const handsOver = action === 'finish' || action === 'return' || action === 'suspend';
  return handsOver ? before.handlingClock : null;
}

/** A choice is kept as its code: a screen has words for it. */
function choiceOf(command: ActOnEvent): ChoiceOption | null {
  if ('verdict' in command) return command.verdict;
  if ('ruling' in command) return command.ruling;
  if ('level' in command) return command.level;
  return 'assistKind' in command ? command.assistKind : null;
}

function noteOf(command: ActOnEvent): string | null {
  if (command.action === 'verify') return command.note || command.verification;
  if ('reason' in command) return command.reason;
  return ('note' in command && command.note) || null;
}
