import type { ActOnEvent } from '@wangge/contracts';
import { assistChanges } from './assists.js';
import type { EventState } from './event-state.js';
import type { StepContext } from './step-context.js';

/** What a step changes of the event itself, clocks and state apart. */
export function changesOf(event: EventState, command: ActOnEvent, context: StepContext): Partial<EventState> {
  switch (command.action) {
    case 'file':
    case 'correct':
      return { classCode: context.classCode ?? event.classCode, condition: context.condition ?? null };
    case 'merge':
      return { mergedInto: context.target?.id ?? null };
    case 'escalate':
    case 'delegate':
      return { deskCode: context.desk?.code ?? event.deskCode };
    case 'object':
      return { objectionCount: event.objectionCount + 1 };
    case 'dispatch':
    case 'arbitrate':
      return { departmentId: context.department?.id ?? null, lastDepartmentId: null };
    case 'return':
      return { departmentId: null, lastDepartmentId: event.departmentId, returnCount: event.returnCount + 1 };
    case 'suspend':
      return { suspendedUntil: new Date(command.until).toISOString(), suspendCount: event.suspendCount + 1 };
    case 'resume':
      return { suspendedUntil: null };
    case 'self-handle':
      return { handledBy: context.actor.accountId, handledAt: context.at, closedAt: context.at };
    case 'finish':
      return { handledBy: context.actor.accountId, handledAt: context.at, extension: null };
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
      return { closedAt: null, rating: null, excused: false, appeal: undecidedDropped(event) };
    case 'rate':
      return { rating: command.score };
    default:
      return sideChanges(event, command, context);
  }
}

/** What the small flows beside the road change. */
function sideChanges(event: EventState, command: ActOnEvent, context: StepContext): Partial<EventState> {
  const { at, actor } = context;
  const by = actor.name;
  switch (command.action) {
    case 'request-extension':
      return { extension: { state: 'requested', at, by, reason: command.reason } };
    case 'confirm-extension':
      return { extension: command.verdict === 'approve' && event.extension ? { ...event.extension, state: 'confirmed' } : null };
    case 'decide-extension':
      return { extension: null, extendCount: event.extendCount + (command.verdict === 'approve' ? 1 : 0) };
    case 'supervise': {
      const { reason, level, replyBy } = command;
      const asked = { level: Number(level.slice(-1)), at, by, reason, replyBy: new Date(replyBy).toISOString() };
      return { supervision: { ...asked, answeredAt: null, answer: null } };
    }
    case 'answer-supervision':
      return { supervision: event.supervision && { ...event.supervision, answeredAt: at, answer: command.note } };
    case 'urge':
      return { urgeCount: event.urgeCount + 1 };
    case 'appeal':
      return { appeal: { state: 'lodged', at, by, reason: command.reason, opinion: null, decidedAt: null } };
    case 'review-appeal':
      return { appeal: event.appeal && { ...event.appeal, state: 'reviewed', opinion: command.verdict } };
    case 'decide-appeal': {
      const approved = command.verdict === 'approve';
      return { appeal: event.appeal && { ...event.appeal, state: approved ? 'approved' : 'refused', decidedAt: at }, excused: approved };
    }
    default:
      return assistChanges(event, command, context);
  }
}

/** One appeal for a case: what was decided stays; what was not has lost its subject. */
const undecidedDropped = ({ appeal }: EventState) => (appeal?.state === 'approved' || appeal?.state === 'refused' ? appeal : null);
