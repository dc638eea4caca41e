import type { ActOnEvent, Assist, AssistKind, AssistState } from '@wangge/contracts';
import { RuleError } from '../rule-error.js';
import type { EventState } from './event-state.js';
import { assistState, SIDE_FLOWS } from './side-flows.js';
import type { NamedDepartment, StepContext } from './step-context.js';

interface AssistLimit {
  /** Minutes on a clock that never stops, from the call. */
  readonly sign: number;
  readonly arrive: number;
}

/** How soon a called department has to sign in and be there. Typical limits of 吹哨报到; where sources are silent, chosen here. */
export const ASSIST_LIMITS = {
  emergency: { sign: 10, arrive: 30 },
  enforcement: { sign: 120, arrive: 24 * 60 },
  'key-work': { sign: 24 * 60, arrive: 3 * 24 * 60 },
} as const satisfies Record<AssistKind, AssistLimit>;

/** The call for help that a step is about: the named one, or the actor's department's own that waits for this step. */
export function assistOf(event: EventState, command: ActOnEvent, { actor }: Pick<StepContext, 'actor'>): Assist | undefined {
  const step = SIDE_FLOWS.assist.steps[command.action];
  const waiting = event.assists.filter((assist) => step?.from.includes(assistState(assist)));
  if ('assistNo' in command) return waiting.find(({ no }) => no === command.assistNo);
  return waiting.find(({ departmentId }) => actor.departmentIds?.includes(departmentId));
}

/** What the calls for help become. */
export function assistChanges(event: EventState, command: ActOnEvent, context: StepContext): Partial<EventState> {
  if (command.action === 'request-assist') {
    const asked = (context.departments ?? []).map((department, index) => called(event, command, context, department, index));
    return withAssists([...event.assists, ...asked]);
  }
  if (SIDE_FLOWS.assist.steps[command.action] === undefined) return {};
  const assist = assistOf(event, command, context);
  if (!assist) throw new RuleError('event.action-unavailable');
  const changed = { ...assist, ...changeOf(assist, command, context) };
  return withAssists(event.assists.map((other) => (other.no === assist.no ? changed : other)));
}

type Call = Extract<ActOnEvent, { action: 'request-assist' }>;

function called(event: EventState, call: Call, context: StepContext, { id, name }: NamedDepartment, index: number): Assist {
  return {
    no: event.assists.length + index + 1,
    kind: call.assistKind,
    departmentId: id,
    departmentName: name,
    reason: call.reason,
    calledBy: context.actor.name,
    ...calledAt(call.assistKind, context.at),
    refusal: null,
    ruling: null,
    score: null,
  };
}

/** The limits run from the call; for a department whose refusal was overruled, from the ruling. */
function calledAt(kind: AssistKind, at: string) {
  const { sign, arrive } = ASSIST_LIMITS[kind];
  const after = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
  const nothingYet = { signedAt: null, arrivedAt: null, place: null, doneAt: null, result: null };
  return { state: 'called' as const, calledAt: at, signBy: after(sign), arriveBy: after(arrive), ...nothingYet };
}

function changeOf(assist: Assist, command: ActOnEvent, { at }: StepContext): Partial<Assist> {
  switch (command.action) {
    case 'sign-assist':
      return { state: 'signed', signedAt: at };
    case 'arrive-assist':
      return { state: 'arrived', arrivedAt: at, place: command.place ?? null };
    case 'report-assist':
      return { state: 'done', doneAt: at, result: command.note };
    case 'refuse-assist':
      return { state: 'refused', refusal: command.reason };
    case 'decide-assist': {
      const { ruling } = command;
      return ruling === 'uphold' ? { state: 'released', ruling } : { ...calledAt(assist.kind, at), ruling };
    }
    case 'recall-assist':
      return { state: 'released' };
    case 'score-assist':
      return { score: command.score };
    default:
      return {};
  }
}

function withAssists(assists: readonly Assist[]): Pick<EventState, 'assists' | 'assistDepartmentIds'> {
  const present = assists.filter(({ state }: { state: AssistState }) => state !== 'released');
  return { assists, assistDepartmentIds: [...new Set(present.map(({ departmentId }) => departmentId))] };
}
