import type { AvailableAction, EventAction, EventStatus } from '@wangge/contracts';
import { type EventFacts, may, type Viewer } from '../access/viewer.js';
import { actionRule, EVENT_ACTIONS } from './workflow.js';

const ACTIONS = Object.keys(EVENT_ACTIONS) as EventAction[];

/** Whether this viewer may take this step on this event as it stands. */
export function mayAct(viewer: Viewer, action: EventAction, event: EventFacts & { readonly status: EventStatus }): boolean {
  const rule = actionRule(action);
  return rule.from.includes(event.status) && may(viewer, rule.permission, event, rule.who);
}

/** The viewer's next steps on an event, with the fields each one asks for. */
export function availableActions(viewer: Viewer, event: EventFacts & { readonly status: EventStatus }): AvailableAction[] {
  return ACTIONS.filter((action) => mayAct(viewer, action, event)).map((action) => ({
    action,
    input: [...actionRule(action).input],
  }));
}
