import type { ChoiceOption, EventAction, EventStatus, FilingCondition } from '@wangge/contracts';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { Delta } from './event-deltas.js';
import type { EventState } from './event-state.js';

/** Who acts: an account, or the platform itself when a timer fires (`accountId` null). */
export interface Actor {
  readonly accountId: string | null;
  readonly name: string;
  /** The departments he acts for: a call for help is answered by the department that was called. */
  readonly departmentIds?: readonly string[];
}

export interface NamedDepartment {
  readonly id: string;
  readonly name: string;
}

/** What the service looked up for a step before asking the rules. */
export interface StepContext {
  readonly actor: Actor;
  readonly at: string;
  readonly calendar: WorkingCalendar;
  /** For `file` and `correct`: the chosen condition, and the class it is filed under. */
  readonly condition?: FilingCondition;
  readonly classCode?: string;
  /** For `send-verify` and `send-check`. */
  readonly assignee?: { readonly accountId: string; readonly name: string };
  /** For `dispatch` and `arbitrate`. */
  readonly department?: NamedDepartment;
  /** For `request-assist`: those of the asked-for departments that there are. */
  readonly departments?: readonly NamedDepartment[];
  /** For `escalate` and `delegate`: the desk that gets it; left out where nobody sits there. */
  readonly desk?: { readonly code: string; readonly name: string };
  /** For `merge`: the event it goes into, which the viewer can see. */
  readonly target?: Pick<EventState, 'id' | 'number' | 'status' | 'lng' | 'lat'>;
}

/** One line of the timeline. */
export interface LogEntry {
  readonly at: string;
  readonly action: EventAction;
  readonly fromStatus: EventStatus | null;
  readonly toStatus: EventStatus;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly departmentId: string | null;
  readonly receiver: string | null;
  readonly choice: ChoiceOption | null;
  readonly note: string | null;
  readonly clock: string | null;
  readonly usedMinutes: number | null;
  readonly limitMinutes: number | null;
  readonly overdue: boolean;
}

/** Everything one step changes, to be stored in one transaction. */
export interface Outcome {
  readonly event: EventState;
  readonly entry: LogEntry;
  readonly deltas: readonly Delta[];
  /** A worker's task that begins with this step; one that was open ends. */
  readonly task: { readonly kind: 'verify' | 'check'; readonly assigneeId: string; readonly note: string | null } | null;
}
