import type { Chain, Clock, EventSource, EventStatus, FilingCondition, Located, Urgency } from '@wangge/contracts';

/** An event as the rules know it: everything a decision reads or changes. Instants are ISO strings in UTC. */
export interface EventState extends Chain {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: EventStatus;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  readonly lng: number;
  readonly lat: number;
  readonly located: Located['how'];
  /** Metres to the unit grid. */
  readonly distance: number;
  readonly classCode: string | null;
  /** The filing condition as it stood when the event was filed: later changes of the standard leave it alone. */
  readonly condition: FilingCondition | null;
  readonly source: EventSource;
  readonly urgency: Urgency;
  readonly deskCode: string;
  readonly departmentId: string | null;
  /** The department that had it last, while it is returned. */
  readonly lastDepartmentId: string | null;
  /** The worker who holds a task on it. */
  readonly assigneeId: string | null;
  /** Null for a resident without an account. */
  readonly reportedBy: string | null;
  readonly handledBy: string | null;
  readonly occurredAt: string;
  readonly reportedAt: string;
  readonly handledAt: string | null;
  readonly closedAt: string | null;
  readonly suspendedUntil: string | null;
  readonly stageClock: Clock | null;
  /** The stage clock that waits while a verification runs. */
  readonly heldClock: Clock | null;
  readonly handlingClock: Clock | null;
  readonly dueAt: string | null;
  readonly yellowAt: string | null;
  /** Counted as overdue in its present state. */
  readonly overdue: boolean;
  /** Counted once among those that should be closed by now (应结案). */
  readonly countedDue: boolean;
  readonly reworkCount: number;
  readonly returnCount: number;
  readonly suspendCount: number;
  readonly mergedInto: string | null;
  readonly rating: number | null;
}

/** What holds of every event when it is reported. */
export const NOTHING_YET = {
  version: 1,
  status: 'reported',
  condition: null,
  departmentId: null,
  lastDepartmentId: null,
  assigneeId: null,
  handledBy: null,
  handledAt: null,
  closedAt: null,
  suspendedUntil: null,
  stageClock: null,
  heldClock: null,
  handlingClock: null,
  dueAt: null,
  yellowAt: null,
  overdue: false,
  countedDue: false,
  reworkCount: 0,
  returnCount: 0,
  suspendCount: 0,
  mergedInto: null,
  rating: null,
} as const satisfies Partial<EventState>;
