import type { Assist, EventAction } from '@wangge/contracts';
import type { EventState } from './event-state.js';

/** A small flow beside the loop: its own states, moved by actions of the loop's table. */
export interface SideFlow {
  /** The state before anything; of a flow that may run several times over, the state in which each one begins. */
  readonly start: string;
  readonly steps: Readonly<Partial<Record<EventAction, { readonly from: readonly string[]; readonly to: readonly string[] }>>>;
}

/** 延期 in two steps: the handler asks, the head of the department confirms, the dispatcher decides. */
const EXTENSION: SideFlow = {
  start: 'none',
  steps: {
    'request-extension': { from: ['none'], to: ['requested'] },
    'confirm-extension': { from: ['requested'], to: ['confirmed', 'none'] },
    'decide-extension': { from: ['confirmed'], to: ['none'] },
  },
};

/** 督办: whoever has the case answers. An answered one may be followed by another. */
const SUPERVISION: SideFlow = {
  start: 'none',
  steps: {
    supervise: { from: ['none', 'answered'], to: ['waiting'] },
    'answer-supervision': { from: ['waiting'], to: ['answered'] },
  },
};

/** 吹哨报到, of each department that was called. A refusal goes to an arbiter; overruled, the department may not refuse again. */
const ASSIST: SideFlow = {
  start: 'called',
  steps: {
    'sign-assist': { from: ['called', 'recalled'], to: ['signed'] },
    'arrive-assist': { from: ['signed'], to: ['arrived'] },
    'report-assist': { from: ['arrived'], to: ['done'] },
    'refuse-assist': { from: ['called'], to: ['refused'] },
    'decide-assist': { from: ['refused'], to: ['released', 'recalled'] },
    'recall-assist': { from: ['called', 'recalled', 'signed', 'refused'], to: ['released'] },
    'score-assist': { from: ['done'], to: ['scored'] },
  },
};

/** 申诉, once for a case: the dispatcher looks at it, the desk decides. */
const APPEAL: SideFlow = {
  start: 'none',
  steps: {
    appeal: { from: ['none'], to: ['lodged'] },
    'review-appeal': { from: ['lodged'], to: ['reviewed'] },
    'decide-appeal': { from: ['reviewed'], to: ['approved', 'refused'] },
  },
};

export const SIDE_FLOWS = { extension: EXTENSION, supervision: SUPERVISION, assist: ASSIST, appeal: APPEAL } as const;
export type SideFlowName = keyof typeof SIDE_FLOWS;

/** Where a flow of this event stands: one state, or that of each department that was called. */
export function sideStates(event: EventState, flow: SideFlowName, departmentIds?: readonly string[]): readonly string[] {
  switch (flow) {
    case 'extension':
      return [event.extension?.state ?? 'none'];
    case 'supervision':
      return [event.supervision === null ? 'none' : event.supervision.answeredAt === null ? 'waiting' : 'answered'];
    case 'appeal':
      return [event.appeal?.state ?? 'none'];
    case 'assist':
      return event.assists
        .filter(({ departmentId }) => departmentIds === undefined || departmentIds.includes(departmentId))
        .map(assistState);
  }
}

/** Where one call for help stands in the table: finer than what a screen needs to say. */
export function assistState({ state, score, ruling }: Assist): string {
  if (score !== null) return 'scored';
  return state === 'called' && ruling !== null ? 'recalled' : state;
}

/** Whether a flow stands where this action may move it; of calls for help, one of these departments' if they are given. */
export function flowAllows(event: EventState, flow: SideFlowName, action: EventAction, departmentIds?: readonly string[]): boolean {
  const step = SIDE_FLOWS[flow].steps[action];
  return step !== undefined && sideStates(event, flow, departmentIds).some((state) => step.from.includes(state));
}
