import type { EventAction, EventStatus } from '@wangge/contracts';
import type { ActionRule } from './action-rule.js';
import { CONDITIONS, type ConditionName } from './conditions.js';
import type { EventState } from './event-state.js';
import { flowAllows } from './side-flows.js';
import { MAIN_ACTIONS } from './workflow-main.js';
import { SIDE_ACTIONS } from './workflow-side.js';

/** The closed loop as a table: server, buttons and tests all read it. */
export const EVENT_ACTIONS = { ...MAIN_ACTIONS, ...SIDE_ACTIONS } as const satisfies Record<EventAction, ActionRule>;

/** The rule of an action, read with its general type. */
export function actionRule(action: EventAction): ActionRule {
  return EVENT_ACTIONS[action];
}

/** The state an action leads to from another. */
export function stateAfter(action: EventAction, from: EventStatus): EventStatus {
  const { to } = actionRule(action);
  return to === 'same' ? from : to;
}

/**
 * Whether the event stands where the table lets this action be taken, whoever takes it. A step of a department that
 * was called for help asks for a call to one of `departmentIds`, those of the actor; some steps may be taken
 * in their time only.
 */
export function isPossible(action: EventAction, event: EventState, departmentIds: readonly string[], at: string): boolean {
  const { from, when = [], flow, who } = actionRule(action);
  const own = who.includes('assisting') ? departmentIds : undefined;
  return (
    from.includes(event.status) &&
    when.every((name: ConditionName) => CONDITIONS[name](event, at)) &&
    (flow === undefined || flowAllows(event, flow, action, own))
  );
}
