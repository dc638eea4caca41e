import type { EventState } from '@wangge/domain';

/** The columns that hold an event's state, by the property each one is. */
const COLUMNS = {
  districtCode: 'district_code',
  id: 'id',
  number: 'number',
  version: 'version',
  status: 'status',
  title: 'title',
  description: 'description',
  place: 'place',
  lng: 'lng',
  lat: 'lat',
  located: 'located',
  distance: 'distance',
  streetCode: 'street_code',
  communityCode: 'community_code',
  gridCode: 'grid_code',
  classCode: 'class_code',
  condition: 'condition',
  source: 'source',
  urgency: 'urgency',
  deskCode: 'desk_code',
  departmentId: 'department_id',
  lastDepartmentId: 'last_department_id',
  assigneeId: 'assignee_id',
  reportedBy: 'reported_by',
  handledBy: 'handled_by',
  occurredAt: 'occurred_at',
  reportedAt: 'reported_at',
  handledAt: 'handled_at',
  closedAt: 'closed_at',
  suspendedUntil: 'suspended_until',
  stageClock: 'stage_clock',
  heldClock: 'held_clock',
  handlingClock: 'handling_clock',
  dueAt: 'due_at',
  yellowAt: 'yellow_at',
  overdue: 'overdue',
  countedDue: 'counted_due',
  reworkCount: 'rework_count',
  returnCount: 'return_count',
  suspendCount: 'suspend_count',
  objectionCount: 'objection_count',
  extendCount: 'extend_count',
  extension: 'extension',
  supervision: 'supervision',
  urgeCount: 'urge_count',
  assists: 'assists',
  assistDepartmentIds: 'assist_department_ids',
  appeal: 'appeal',
  excused: 'excused',
  mergedInto: 'merged_into',
  rating: 'rating',
} as const satisfies Record<keyof EventState, string>;

const ENTRIES = Object.entries(COLUMNS);

/** For `insert into event (…)` and `select …`. */
export const STATE_COLUMNS = Object.values(COLUMNS);

/** The state as a row of the table, for jsonb_populate_record(null::event, …). */
export function toRow(event: EventState): string {
  return JSON.stringify(Object.fromEntries(ENTRIES.map(([property, column]) => [column, event[property as keyof EventState]])));
}

export type EventRecord = Readonly<Record<(typeof COLUMNS)[keyof EventState], unknown>>;

/** A row as the state the rules know: the one place where the table's form is taken on trust. */
export function fromRow(row: EventRecord): EventState {
  const state: Record<string, unknown> = {};
  for (const [property, column] of ENTRIES) {
    const value = row[column];
    state[property] = value instanceof Date ? value.toISOString() : (value ?? null);
  }
  return state as unknown as EventState;
}
