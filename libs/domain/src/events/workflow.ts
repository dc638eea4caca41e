import type { ActionField, ClockName, EventAction, EventStatus, Permission } from '@wangge/contracts';
import type { Relation } from '../access/viewer.js';

/** What a state means for the two clocks: its own stage clock, and whether the handling clock runs in it. */
export interface StatusRule {
  readonly stage: { readonly clock: ClockName; readonly minutes: number } | null;
  readonly handling: 'runs' | 'pauses' | 'stopped' | 'none';
  /** Open states count as work in hand. */
  readonly open: boolean;
}

/** Stage limits in minutes on a clock that never stops (DOMAIN: canonical state machine). */
export const EVENT_STATUSES = {
  reported: { stage: { clock: 'accept', minutes: 15 }, handling: 'none', open: true },
  verifying: { stage: { clock: 'verify', minutes: 30 }, handling: 'none', open: true },
  filed: { stage: { clock: 'dispatch', minutes: 15 }, handling: 'runs', open: true },
  assigned: { stage: null, handling: 'runs', open: true },
  handling: { stage: null, handling: 'runs', open: true },
  suspended: { stage: null, handling: 'pauses', open: true },
  handled: { stage: null, handling: 'stopped', open: true },
  checking: { stage: { clock: 'check', minutes: 30 }, handling: 'stopped', open: true },
  'to-close': { stage: { clock: 'close', minutes: 15 }, handling: 'stopped', open: true },
  closed: { stage: null, handling: 'stopped', open: false },
  rated: { stage: null, handling: 'stopped', open: false },
  rejected: { stage: null, handling: 'none', open: false },
  cancelled: { stage: null, handling: 'none', open: false },
  merged: { stage: null, handling: 'none', open: false },
  'self-handled': { stage: null, handling: 'none', open: false },
} as const satisfies Record<EventStatus, StatusRule>;

export interface ActionRule {
  readonly from: readonly EventStatus[];
  /** Where it leads; the first unless the step's input decides among them. */
  readonly to: readonly [EventStatus, ...EventStatus[]];
  readonly permission: Permission;
  readonly who: readonly Relation[];
  readonly input: readonly ActionField[];
  /** Photos of this step are kept under this stage. */
  readonly photos?: 'verify' | 'handle' | 'check';
}

const required = (name: string, kind: ActionField['kind']): ActionField => ({ name, kind, required: true });
const optional = (name: string, kind: ActionField['kind']): ActionField => ({ name, kind, required: false });
const NOTE = optional('note', 'text');
const REASON = required('reason', 'text');
const PHOTOS = optional('photos', 'photos');

/** The closed loop as a table: server, buttons and the diagram in the guide all read it. */
export const EVENT_ACTIONS = {
  submit: { from: [], to: ['reported'], permission: 'event.report', who: [], input: [] },
  'self-handle': {
    from: ['reported'],
    to: ['self-handled'],
    permission: 'event.self-handle',
    who: ['reporter'],
    input: [required('note', 'text'), PHOTOS],
    photos: 'handle',
  },
  'send-verify': {
    from: ['reported'],
    to: ['verifying'],
    permission: 'event.send-verify',
    who: ['desk'],
    input: [optional('assigneeId', 'worker'), NOTE],
  },
  verify: {
    from: ['verifying'],
    to: ['reported'],
    permission: 'event.verify',
    who: ['assignee'],
    input: [required('verification', 'verification'), NOTE, PHOTOS],
    photos: 'verify',
  },
  file: {
    from: ['reported'],
    to: ['filed'],
    permission: 'event.file',
    who: ['desk'],
    input: [optional('classCode', 'class'), required('conditionId', 'condition'), NOTE],
  },
  reject: { from: ['reported'], to: ['rejected'], permission: 'event.reject', who: ['desk'], input: [REASON] },
  merge: {
    from: ['reported'],
    to: ['merged'],
    permission: 'event.merge',
    who: ['desk'],
    input: [required('targetId', 'event'), NOTE],
  },
  dispatch: {
    from: ['filed'],
    to: ['assigned'],
    permission: 'event.dispatch',
    who: ['desk'],
    input: [required('departmentId', 'department'), NOTE],
  },
  return: { from: ['assigned'], to: ['filed'], permission: 'event.return', who: ['department'], input: [REASON] },
  accept: { from: ['assigned'], to: ['handling'], permission: 'event.accept', who: ['department'], input: [NOTE] },
  suspend: {
    from: ['handling'],
    to: ['suspended'],
    permission: 'event.suspend',
    who: ['department'],
    input: [REASON, required('until', 'instant')],
  },
  resume: { from: ['suspended'], to: ['handling'], permission: 'event.resume', who: ['department'], input: [NOTE] },
  finish: {
    from: ['handling'],
    to: ['handled'],
    permission: 'event.finish',
    who: ['department'],
    input: [required('note', 'text'), PHOTOS],
    photos: 'handle',
  },
  'send-check': {
    from: ['handled'],
    to: ['checking'],
    permission: 'event.send-check',
    who: ['desk'],
    input: [optional('assigneeId', 'worker'), NOTE],
  },
  'check-pass': {
    from: ['checking'],
    to: ['to-close'],
    permission: 'event.check',
    who: ['assignee'],
    input: [NOTE, PHOTOS],
    photos: 'check',
  },
  'check-fail': {
    from: ['checking'],
    to: ['handling'],
    permission: 'event.check',
    who: ['assignee'],
    input: [REASON, PHOTOS],
    photos: 'check',
  },
  close: {
    from: ['to-close'],
    to: ['closed'],
    permission: 'event.close',
    who: ['desk'],
    input: [required('conditionMet', 'confirm'), NOTE],
  },
  reopen: { from: ['closed', 'rated'], to: ['handling'], permission: 'event.reopen', who: ['above'], input: [REASON] },
  rate: {
    from: ['closed'],
    to: ['rated'],
    permission: 'event.rate',
    who: ['reporter'],
    input: [required('score', 'score'), NOTE],
  },
  withdraw: { from: ['reported'], to: ['cancelled'], permission: 'event.withdraw', who: ['reporter'], input: [REASON] },
} as const satisfies Record<EventAction, ActionRule>;

/** The rule of an action, read with its general type. */
export function actionRule(action: EventAction): ActionRule {
  return EVENT_ACTIONS[action];
}

/** The rule of a state, read with its general type. */
export function statusRule(status: EventStatus): StatusRule {
  return EVENT_STATUSES[status];
}

/** The open states, which make up the work in hand. */
export const OPEN_STATUSES: readonly EventStatus[] = (Object.keys(EVENT_STATUSES) as EventStatus[]).filter(
  (status) => EVENT_STATUSES[status].open,
);
