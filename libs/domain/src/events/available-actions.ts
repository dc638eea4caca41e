import type { AvailableAction, EventAction } from '@wangge/contracts';
import { departmentsOf, may, type Viewer } from '../access/viewer.js';
import type { EventState } from './event-state.js';
import { actionRule, EVENT_ACTIONS, isPossible } from './workflow.js';

const ACTIONS = Object.keys(EVENT_ACTIONS) as EventAction[];

/** Whether this viewer may take this step on this event as it stands now. */
export function mayAct(viewer: Viewer, action: EventAction, event: EventState, at: string): boolean {
  const rule = actionRule(action);
  return isPossible(action, event, departmentsOf(viewer), at) && may(viewer, rule.permission, event, rule.who);
}

/** The viewer's next steps on an event, with the fields each one asks for. */
export function availableActions(viewer: Viewer, event: EventState, at: string): AvailableAction[] {
  return ACTIONS.filter((action) => mayAct(viewer, action, event, at)).map((action) => ({
    action,
    input: [...actionRule(action).input],
  }));
}
