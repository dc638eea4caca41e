import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lenses that read events: role, and the condition on a row of `event`. */
const LENSES: readonly (readonly [role: string, condition: string])[] = [
  ['app_region', `district_code ^@ nullif(current_setting('app.scope', true), '')`],
  ['app_district', `district_code = current_setting('app.scope', true)`],
  ['app_street', `street_code = current_setting('app.scope', true)`],
  ['app_community', `community_code = current_setting('app.scope', true)`],
  ['app_grid', `grid_code = current_setting('app.scope', true)`],
  ['app_department', `department_id = any(nullif(current_setting('app.departments', true), '')::uuid[])`],
  ['app_mine', `reported_by = nullif(current_setting('app.account', true), '')::uuid`],
  ['app_assigned', `assignee_id = nullif(current_setting('app.account', true), '')::uuid`],
  ['app_public', `secret_hash = nullif(current_setting('app.secret', true), '')`],
  [
    'app_member',
    `reported_by = nullif(current_setting('app.account', true), '')::uuid
     or assignee_id = nullif(current_setting('app.account', true), '')::uuid
     or department_id = any(nullif(current_setting('app.departments', true), '')::uuid[])
     or grid_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or community_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or street_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or district_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 4) = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 2) = any(nullif(current_setting('app.codes', true), '')::text[])`,
  ],
];
const READERS = LENSES.map(([role]) => role).join(', ');
const RECORD = `nullif(current_setting('app.record', true), '')::uuid`;

const TABLES = `
create table event (
  district_code text collate "C" not null,
  id uuid not null,
  number text collate "C" not null,
  version int not null,
  status text not null,
  title text not null,
  description text not null,
  place text not null,
  lng double precision not null,
  lat double precision not null,
  geom geometry(Point, 4326) generated always as (ST_SetSRID(ST_MakePoint(lng, lat), 4326)) stored,
  located text not null,
  distance double precision not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,
  class_code text collate "C",
  condition jsonb,
  source text not null,
  urgency text not null,
  desk_code text collate "C" not null,
  department_id uuid,
  last_department_id uuid,
  assignee_id uuid,
  reported_by uuid,
  secret_hash text,
  contact bytea,
  handled_by uuid,
  occurred_at timestamptz not null,
  reported_at timestamptz not null,
  handled_at timestamptz,
  closed_at timestamptz,
  suspended_until timestamptz,
  stage_clock jsonb,
  held_clock jsonb,
  handling_clock jsonb,
  due_at timestamptz,
  yellow_at timestamptz,
  overdue boolean not null,
  counted_due boolean not null,
  rework_count int not null,
  return_count int not null,
  suspend_count int not null,
  merged_into uuid,
  rating int,
  created_at timestamptz not null default now(),
  created_by uuid,
  updated_at timestamptz not null default now(),
  updated_by uuid,
  deleted_at timestamptz,
  deleted_by uuid,
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint event_pkey primary key (district_code, id),
  constraint event_number_key unique (district_code, number)
);
create index event_id on event (id);
create index event_district_status on event (district_code, status, reported_at desc, id desc);
create index event_street_status on event (street_code, status, reported_at desc, id desc);
create index event_community_status on event (community_code, status, reported_at desc, id desc);
create index event_district_newest on event (district_code, reported_at desc, id desc);
create index event_street_newest on event (street_code, reported_at desc, id desc);
create index event_community_newest on event (community_code, reported_at desc, id desc);
create index event_grid_newest on event (grid_code, reported_at desc, id desc);
create index event_district_due on event (district_code, due_at, id);
create index event_street_due on event (street_code, due_at, id);
create index event_community_due on event (community_code, due_at, id);
create index event_department_newest on event (department_id, reported_at desc, id desc) where department_id is not null;
create index event_department_due on event (department_id, due_at, id) where department_id is not null;
create index event_reporter_newest on event (reported_by, reported_at desc, id desc) where reported_by is not null;
create index event_assignee on event (assignee_id) where assignee_id is not null;
create unique index event_secret on event (district_code, secret_hash) where secret_hash is not null;
create index event_geom on event using gist (geom);
create statistics event_chain (dependencies) on district_code, street_code, community_code, grid_code from event;
alter table event set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05);

create table event_log (
  district_code text collate "C" not null,
  event_id uuid not null,
  id uuid not null,
  version int not null,
  at timestamptz not null,
  action text not null,
  from_status text,
  to_status text not null,
  actor_id uuid,
  actor_name text not null,
  department_id uuid,
  receiver text,
  note text,
  clock text,
  used_minutes double precision,
  limit_minutes double precision,
  overdue boolean not null,
  constraint event_log_pkey primary key (district_code, event_id, version),
  constraint event_log_event_fkey foreign key (district_code, event_id) references event (district_code, id)
);

create table event_photo (
  district_code text collate "C" not null,
  event_id uuid not null,
  sha256 text collate "C" not null,
  stage text not null,
  position int not null,
  bytes int not null,
  type text not null,
  declared_by uuid,
  declared_at timestamptz not null,
  taken_at timestamptz,
  lng double precision,
  lat double precision,
  content_hash text collate "C",
  thumb_hash text collate "C",
  width int,
  height int,
  ready_at timestamptz,
  constraint event_photo_pkey primary key (district_code, event_id, sha256, stage),
  constraint event_photo_event_fkey foreign key (district_code, event_id) references event (district_code, id)
);
create index event_photo_sha256 on event_photo (sha256);

create table event_delta (
  id bigint generated always as identity,
  district_code text collate "C" not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,
  day date not null,
  hour smallint not null,
  measure text not null,
  class_code text collate "C",
  department_id uuid,
  source text not null,
  count int not null,
  minutes int not null,
  xid xid8 not null default pg_current_xact_id(),
  constraint event_delta_pkey primary key (district_code, id)
);
create index event_delta_order on event_delta (id);

create table event_counter (
  district_code text collate "C" not null,
  node_code text collate "C" not null,
  day date not null,
  hour smallint not null,
  measure text not null,
  class_code text collate "C" not null,
  department_id uuid not null,
  count bigint not null,
  minutes bigint not null,
  constraint event_counter_pkey primary key (district_code, node_code, measure, day, hour, class_code, department_id)
);
create index event_counter_node on event_counter (node_code, measure, day);
`;

const policies = (): string =>
  LENSES.map(
    ([role, condition]) => `
create policy ${role} on event for select to ${role} using (${condition});
create policy ${role} on event_log for select to ${role}
  using (exists (select 1 from event where event.district_code = event_log.district_code and event.id = event_log.event_id));
create policy ${role} on event_photo for select to ${role}
  using (exists (select 1 from event where event.district_code = event_photo.district_code and event.id = event_photo.event_id));`,
  ).join('\n');

const SECURITY = `
alter table event enable row level security, force row level security;
alter table event_log enable row level security, force row level security;
alter table event_photo enable row level security, force row level security;
alter table event_counter enable row level security, force row level security;
alter table event_delta enable row level security, force row level security;
grant select on event, event_log, event_photo to ${READERS};
-- A resident reads the name of the department that handles his report.
grant select (id, name) on department to app_public;
grant select, insert, update on event, event_photo to app_record;
grant select, insert on event_log to app_record;
grant insert on event_delta to app_record;
grant select, insert, update, delete on event, event_log, event_photo, event_delta, event_counter to app_job;
create policy app_record on event to app_record using (id = ${RECORD}) with check (id = ${RECORD});
create policy app_record on event_log to app_record using (event_id = ${RECORD}) with check (event_id = ${RECORD});
create policy app_record on event_photo to app_record using (event_id = ${RECORD}) with check (event_id = ${RECORD});
create policy app_record on event_delta for insert to app_record with check (true);
create policy app_job on event to app_job using (true) with check (true);
create policy app_job on event_log to app_job using (true) with check (true);
create policy app_job on event_photo to app_job using (true) with check (true);
create policy app_job on event_delta to app_job using (true) with check (true);
create policy app_job on event_counter to app_job using (true) with check (true);
grant select on event_delta, event_counter to app_region, app_district, app_street, app_community, app_grid;
create policy area on event_counter for select to app_region, app_district, app_street, app_community, app_grid
  using (node_code ^@ nullif(current_setting('app.scope', true), ''));
create policy area on event_delta for select to app_region, app_district, app_street, app_community, app_grid
  using (grid_code ^@ nullif(current_setting('app.scope', true), ''));
`;

/** Events of the closed loop, their timeline, photos and counters, each behind the policies of the lenses. */
export class CreateEvents1764000005000 implements MigrationInterface {
  name = 'CreateEvents1764000005000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await queryRunner.query(policies());
    await queryRunner.query(SECURITY);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table event_counter, event_delta, event_photo, event_log, event');
  }
}
