import type { EventStatus } from '@wangge/contracts';
import { type EventState, NOTHING_YET, OPEN_STATUSES, type PlacedRecord } from '@wangge/domain';
import fc from 'fast-check';
import type { TestDatabase } from '../../../testing/index.js';
import { placedRecords } from '../../../testing/lens-arbitraries.js';
import { EVENT_COLUMNS, toRow } from '../index.js';

const NOON = Date.parse('2026-06-12T04:00:00.000Z');
const STATUSES: readonly EventStatus[] = [...OPEN_STATUSES, 'closed'];

/** What hangs on events, each with the column that leads back to its event. */
export const TABLES = ['event', 'event_log', 'event_photo', 'event_delta', 'event_fact', 'event_counter', 'task'] as const;

/** The same events for the same seed, in several districts, with their people; a secret opens one event of a district. */
export function population(seed: number): PlacedRecord[] {
  const secrets = new Set<string>();
  return (fc.sample(placedRecords, { numRuns: 1, seed })[0] ?? []).map((record) => {
    const key = `${record.districtCode} ${record.secretHash}`;
    const secretHash = secrets.has(key) ? null : record.secretHash;
    secrets.add(key);
    return { ...record, secretHash };
  });
}

/** An event of this place and these people; they lie at two spots a mile apart, in every state. */
export function eventOf(record: PlacedRecord, index: number): EventState {
  const { secretHash: _secret, ...placed } = record;
  const at = new Date(NOON + index * 60_000).toISOString();
  return {
    ...NOTHING_YET,
    ...placed,
    number: `20260612-${String(index + 1).padStart(4, '0')}`,
    status: STATUSES[index % STATUSES.length] ?? 'reported',
    title: `事件${index}`,
    description: '虚构',
    place: '',
    lng: 130.97 + (index % 2) * 0.02,
    lat: 45.3,
    located: 'inside',
    distance: 0,
    classCode: null,
    source: 'worker',
    urgency: 'normal',
    deskCode: record.districtCode,
    occurredAt: at,
    reportedAt: at,
    dueAt: index % 3 === 0 ? null : at,
  };
}

/** The hash a photo of this event was declared by: each event has one of its own. */
export const photoOf = (record: Pick<PlacedRecord, 'id'>) => record.id.replaceAll('-', '').repeat(2);

/** Stores events with a line of their timeline, a photo, an increment, the counters above it, and a task where one is assigned. */
export async function storePlaced({ superuser }: TestDatabase, records: readonly PlacedRecord[]): Promise<void> {
  const rows = records.map((record, index) => ({ ...JSON.parse(toRow(eventOf(record, index))), secret_hash: record.secretHash }));
  const columns = [...EVENT_COLUMNS, 'secret_hash'].join(', ');
  const insert = `insert into event (${columns}) select ${columns} from jsonb_populate_recordset(null::event, $1::jsonb)`;
  await superuser.query(insert, [JSON.stringify(rows)]);
  for (const statement of HANGING) await superuser.query(statement);
  await superuser.query(
    `insert into event_photo (district_code, event_id, sha256, stage, position, bytes, type, declared_by, declared_at,
                              content_hash, thumb_hash, width, height, ready_at)
     select district_code, id, repeat(replace(id::text, '-', ''), 2), 'report', 0, 9, 'image/jpeg', reported_by, reported_at,
            repeat('a', 64), repeat('b', 64), 4, 3, reported_at from event`,
  );
}

const HANGING = [
  `insert into event_log (district_code, event_id, id, version, at, action, to_status, actor_name, overdue)
   select district_code, id, gen_random_uuid(), 1, reported_at, 'submit', 'reported', '某人', false from event`,
  `insert into event_delta (district_code, street_code, community_code, grid_code, day, hour, measure, source, count, minutes)
   select district_code, street_code, community_code, grid_code, '2026-06-12', 12, 'reported', 'worker', 1, 0 from event`,
  `insert into event_fact (district_code, id, event_id, street_code, community_code, grid_code, day, hour, measure, count, minutes)
   select district_code, row_number() over (), id, street_code, community_code, grid_code, '2026-06-12', 12, 'reported', 1, 0 from event`,
  `insert into event_counter (district_code, node_code, day, hour, measure, class_code, department_id, count, minutes)
   select district_code, code, '2026-06-11', -1, 'reported', '', '00000000-0000-0000-0000-000000000000', count(*), 0
     from event cross join lateral (values (district_code), (street_code), (community_code), (grid_code)) as node (code) group by 1, 2`,
  `insert into task (district_code, id, kind, subject_id, assignee_id, title, place, lng, lat, created_at, done_at)
   select district_code, gen_random_uuid(), 'check', id, assignee_id, title, '', lng, lat, reported_at,
          case when status = 'closed' then reported_at end
     from event where assignee_id is not null`,
];

/** Takes the database's wall away for as long as the work lasts. */
export async function withoutPolicies<T>({ superuser }: TestDatabase, work: () => Promise<T>): Promise<T> {
  const all = (verb: string) => TABLES.map((table) => `alter table ${table} ${verb} row level security`).join('; ');
  await superuser.query(all('disable'));
  try {
    return await work();
  } finally {
    await superuser.query(all('enable'));
  }
}
