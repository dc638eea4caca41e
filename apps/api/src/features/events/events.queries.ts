import type { Statement } from '../../platform/database/transaction.js';
import { STATE_COLUMNS } from './event-columns.js';

const STATE = STATE_COLUMNS.join(', ');
const STATE_OF_EVENT = STATE_COLUMNS.map((column) => `event.${column}`).join(', ');

/** The names are looked up for the page's rows only. */
const NAMES = `
  (select name from grid_node where code = event.district_code) as district_name,
  (select name from grid_node where code = event.street_code) as street_name,
  (select name from grid_node where code = event.community_code) as community_name,
  (select name from grid_node where code = event.grid_code) as grid_name,
  (select name from department where department.id = event.department_id) as department_name`;

/** Everything of one event. */
export const ROW = `${STATE_OF_EVENT}, ${NAMES}`;

/** Accounts that the event's page mentions. */
export const PAGE_NAMES = `
  (select name from account where id = event.reported_by) as reporter_name,
  (select name from account where id = event.assignee_id) as assignee_name`;

/** Long texts and clocks, which no list shows. */
const NOT_LISTED: ReadonlySet<string> = new Set(['description', 'condition', 'stage_clock', 'held_clock', 'handling_clock']);

/** What a list shows of an event, and asks of it to know what may be done with it. */
export const LISTED = `${STATE_COLUMNS.filter((column) => !NOT_LISTED.has(column))
  .map((column) => `event.${column}`)
  .join(', ')}, ${NAMES}`;

/** $1 the event as a row in JSON, $2 who writes, $3 hash of a resident's secret, $4 encrypted contact. */
export const INSERT: Statement = {
  name: 'events.insert',
  text: `insert into event (${STATE}, created_by, updated_by, secret_hash, contact)
         select ${STATE_COLUMNS.map((column) => `r.${column}`).join(', ')}, $2, $2, $3, $4
           from jsonb_populate_record(null::event, $1::jsonb) as r
         on conflict do nothing returning id`,
};

/** $1 the event as a row in JSON, $2 who writes. */
export const UPDATE: Statement = {
  name: 'events.update',
  text: `update event set (${STATE}) = (select ${STATE} from jsonb_populate_record(null::event, $1::jsonb)),
                updated_at = now(), updated_by = $2, changed_xid = pg_current_xact_id()
          where district_code = $1::jsonb ->> 'district_code' and id = ($1::jsonb ->> 'id')::uuid`,
};

/** $1 district, $2 id. Holds the row until the transaction ends. */
export const LOCK: Statement = {
  name: 'events.lock',
  text: `select ${STATE} from event where district_code = $1 and id = $2 for update`,
};

export const FORGET_CONTACT: Statement = {
  name: 'events.forget-contact',
  text: 'update event set contact = null, changed_xid = pg_current_xact_id() where district_code = $1 and id = $2',
};

/** $1 id: under the record lens, where no other event exists. */
export const OWN: Statement = { name: 'events.own', text: `select ${ROW} from event where id = $1` };

/** $1 district, $2 event, $3 entry in JSON. */
export const APPEND_LOG: Statement = {
  name: 'events.append-log',
  text: `insert into event_log (district_code, event_id, id, version, at, action, from_status, to_status, actor_id, actor_name,
                department_id, receiver, choice, note, clock, used_minutes, limit_minutes, overdue)
         select $1, $2, id, version, at, action, "fromStatus", "toStatus", "actorId", "actorName", "departmentId", receiver, choice, note,
                clock, "usedMinutes", "limitMinutes", overdue
           from jsonb_to_record($3::jsonb) as r (id uuid, version int, at timestamptz, action text, "fromStatus" text, "toStatus" text,
                "actorId" uuid, "actorName" text, "departmentId" uuid, receiver text, choice text, note text, clock text,
                "usedMinutes" float8, "limitMinutes" float8, overdue boolean)`,
};

/** $1–$4 the chain, $5 the increments in JSON. */
export const APPEND_DELTAS: Statement = {
  name: 'events.append-deltas',
  text: `insert into event_delta (district_code, street_code, community_code, grid_code, day, hour, measure, class_code, department_id,
                source, count, minutes, event_id)
         select $1, $2, $3, $4, day, hour, measure, "classCode", "departmentId", source, count, minutes, $6
           from jsonb_to_recordset($5::jsonb) as r (day date, hour smallint, measure text, "classCode" text, "departmentId" uuid,
                source text, count int, minutes int)`,
};

/** $1 district, $2 event, $3 photos in JSON, $4 who declares, $5 now. A photo declared twice stays one. */
export const DECLARE_PHOTOS: Statement = {
  name: 'events.declare-photos',
  text: `insert into event_photo (district_code, event_id, sha256, stage, position, bytes, type, declared_by, declared_at, taken_at, lng, lat)
         select $1, $2, sha256, stage, position, bytes, type, $4, $5, "takenAt", lng, lat
           from jsonb_to_recordset($3::jsonb) as r (sha256 text, stage text, position int, bytes int, type text, "takenAt" timestamptz,
                lng float8, lat float8)
         on conflict do nothing`,
};

export const TIMELINE: Statement = {
  name: 'events.timeline',
  text: `select id, at, action, from_status, to_status, actor_name, receiver, choice, note, clock, used_minutes, limit_minutes, overdue,
                (select name from department where department.id = event_log.department_id) as department_name
           from event_log where district_code = $1 and event_id = $2 order by version`,
};

export const PHOTOS: Statement = {
  name: 'events.photos',
  text: `select sha256, stage, taken_at, lng, lat, width, height, ready_at is not null as ready
           from event_photo where district_code = $1 and event_id = $2 order by declared_at, position`,
};

/** $1 district, $2 event, $3 since when: what was declared before and has not come by now is not waited for any longer. */
export const PHOTOS_MISSING: Statement = {
  name: 'events.photos-missing',
  text: `select count(*)::int as missing from event_photo
          where district_code = $1 and event_id = $2 and ready_at is null and declared_at > $3`,
};

export const COMMANDED: Statement = {
  name: 'events.commanded',
  text: 'select 1 from client_command where account_id = $1 and command_id = $2 and subject_id = $3',
};

/** $1 district, $2 id, $3 longitude, $4 latitude, $5 metres, $6 open states. The box comes first: it uses the index. */
export const NEARBY = `
  event.district_code = $1 and event.id <> $2
  and event.geom && ST_Expand(ST_SetSRID(ST_MakePoint($3, $4), 4326), $5::float8 / 60000)
  and ST_DWithin(event.geom::geography, ST_SetSRID(ST_MakePoint($3, $4), 4326)::geography, $5)
  and event.status = any($6::text[])`;
