import type { ActOnEvent } from '@wangge/contracts';
import { RuleError } from '../rule-error.js';
import type { EventState } from './event-state.js';
import { statusRule } from './event-statuses.js';
import type { StepContext } from './step-context.js';

const DAY_MS = 24 * 3_600_000;
const MAX_SUSPENSION_MS = 366 * DAY_MS;
const MERGE_WITHIN_METRES = 500;
/** A reply may be asked for within so many days. Chosen here: no source has a number. */
const MAX_REPLY_MS = 30 * DAY_MS;
/** Source: 运城. */
const MAX_EXTENSIONS = 2;

/** What a step's own input, or the time at which it is taken, may break. */
export function checkGuards(event: EventState, command: ActOnEvent, context: StepContext): void {
  switch (command.action) {
    case 'file':
    case 'correct':
      return checkCondition(event, context);
    case 'merge':
      return demand(context.target && mayMerge(event, context.target), 'event.merge-target');
    case 'escalate':
    case 'delegate':
      return demand(context.desk, 'event.no-desk');
    case 'suspend':
      return demand(isAhead(command.until, context.at, MAX_SUSPENSION_MS), 'event.until-invalid');
    case 'dispatch':
      demand(context.department, 'department.unknown');
      // Whoever receives a return may only put it right: back to the same department it goes with a reason.
      return demand(context.department?.id !== event.lastDepartmentId || command.note, 'event.reason-needed');
    case 'arbitrate':
      return demand(context.department, 'department.unknown');
    case 'send-verify':
    case 'send-check':
      demand(context.assignee, 'event.no-checker');
      return demand(context.assignee?.accountId !== event.handledBy, 'event.same-person');
    case 'check-pass':
    case 'check-fail':
      return demand(context.actor.accountId !== event.handledBy, 'event.same-person');
    default:
      return checkSideGuards(event, command, context);
  }
}

function checkSideGuards(event: EventState, command: ActOnEvent, { at, departments }: StepContext): void {
  switch (command.action) {
    case 'request-extension':
      demand(event.extendCount < MAX_EXTENSIONS, 'event.extended-too-often');
      return demand(isInTime(event, at), 'event.extension-overdue');
    case 'confirm-extension':
    case 'decide-extension':
      if (command.verdict === 'refuse') return demand(command.note, 'event.reason-needed');
      return demand(isInTime(event, at), 'event.extension-overdue');
    case 'supervise':
      return demand(isAhead(command.replyBy, at, MAX_REPLY_MS), 'event.reply-by-invalid');
    case 'request-assist': {
      const called = departments ?? [];
      demand(called.length === new Set(command.departmentIds).size, 'department.unknown');
      return demand(!called.some(({ id }) => isBusyWith(event, id)), 'event.assist-department');
    }
    case 'finish':
      return demand(!event.assists.some(({ state }) => state !== 'done' && state !== 'released'), 'event.assists-open');
    default:
      return;
  }
}

function demand(holds: unknown, code: ConstructorParameters<typeof RuleError>[0]): void {
  if (!holds) throw new RuleError(code);
}

function checkCondition(event: EventState, { condition, classCode }: StepContext): void {
  demand(condition, 'condition.unknown');
  demand(condition?.classCode === (classCode ?? event.classCode), 'condition.other-class');
}

/** The department that leads it, or one whose call is not settled yet, is not called again. */
function isBusyWith(event: EventState, departmentId: string): boolean {
  const open = event.assists.filter(({ state }) => state !== 'done' && state !== 'released');
  return event.departmentId === departmentId || open.some((assist) => assist.departmentId === departmentId);
}

const isInTime = ({ handlingClock }: EventState, at: string): boolean =>
  handlingClock?.state === 'running' && handlingClock.dueAt !== null && Date.parse(at) < Date.parse(handlingClock.dueAt);

function isAhead(instant: string, at: string, most: number): boolean {
  const ahead = Date.parse(instant) - Date.parse(at);
  return ahead > 0 && ahead <= most;
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
