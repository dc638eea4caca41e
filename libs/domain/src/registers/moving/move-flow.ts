import type { MoveAction, MoveState } from '@wangge/contracts';
import { covers } from '../../access/scope.js';
import { areasOf, type Viewer } from '../../access/viewer.js';

interface MoveStep {
  readonly from: MoveState;
  readonly to: MoveState;
  /** Whose step it is: the area that gives the record away or the one that takes it. */
  readonly by: 'giver' | 'taker';
}

/** A record leaves an area only by consent of both sides: one asks, the other decides. */
export const MOVE_FLOW = {
  accept: { from: 'asked', to: 'accepted', by: 'taker' },
  refuse: { from: 'asked', to: 'refused', by: 'taker' },
  withdraw: { from: 'asked', to: 'withdrawn', by: 'giver' },
} as const satisfies Record<MoveAction, MoveStep>;

const ACTIONS = ['accept', 'refuse', 'withdraw'] as const satisfies readonly MoveAction[];

export interface MoveFacts {
  readonly state: MoveState;
  readonly fromCode: string;
  readonly toCode: string;
}

/** What the viewer may do about a request now. The server and the buttons ask this. */
export function moveActions(viewer: Pick<Viewer, 'assignments'>, { state, fromCode, toCode }: MoveFacts): MoveAction[] {
  const areas = areasOf(viewer, 'register.move');
  const stands = (code: string) => areas.some((area) => covers(area, code));
  return ACTIONS.filter((action) => {
    const { from, by } = MOVE_FLOW[action];
    return from === state && stands(by === 'taker' ? toCode : fromCode);
  });
}
