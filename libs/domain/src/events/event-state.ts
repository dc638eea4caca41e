import type {
  Appeal,
  Assist,
  Chain,
  Clock,
  EventSource,
  EventStatus,
  ExtensionRequest,
  FilingCondition,
  Located,
  Supervision,
  Urgency,
} from '@wangge/contracts';

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
  readonly objectionCount: number;
  /** Extensions that were granted. */
  readonly extendCount: number;
  readonly extension: ExtensionRequest | null;
  readonly supervision: Supervision | null;
  readonly urgeCount: number;
  /** Calls for help, in the order they went out; one that was released stays as a fact. */
  readonly assists: readonly Assist[];
  /** The departments that may see it because they were called: those of `assists` that are not released. */
  readonly assistDepartmentIds: readonly string[];
  readonly appeal: Appeal | null;
  /** Does not count as overdue: an appeal was approved. */
  readonly excused: boolean;
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
  objectionCount: 0,
  extendCount: 0,
  extension: null,
  supervision: null,
  urgeCount: 0,
  assists: [],
  assistDepartmentIds: [],
  appeal: null,
  excused: false,
  mergedInto: null,
  rating: null,
} as const satisfies Partial<EventState>;
