import type { MigrationInterface, QueryRunner } from 'typeorm';

const DISTRICT = `district_code = current_setting('app.scope', true)`;

/** For how long a district keeps what: each change is a version, and none is taken back. */
const SETTING = `
create table retention_setting (
  district_code text collate "C" not null,
  rule text collate "C" not null,
  version int not null,
  days int not null,
  reason text not null,
  changed_by uuid not null,
  changed_name text not null,
  changed_at timestamptz(3) not null,
  constraint retention_setting_pk primary key (district_code, rule, version),
  constraint retention_setting_positive check (version > 0 and days > 0)
);
alter table retention_setting enable row level security, force row level security;
create policy app_district on retention_setting to app_district using (${DISTRICT}) with check (${DISTRICT});
create policy app_job on retention_setting for select to app_job using (true);
grant select, insert on retention_setting to app_district;
grant select on retention_setting to app_job;
`;

/** Trials and runs; the lease of a process that died runs out, and another goes on. */
const RUN = `
create table retention_run (
  district_code text collate "C" not null,
  id uuid not null,
  kind text collate "C" not null,
  state text collate "C" not null,
  -- Of the run that begins by itself, once a day.
  day date,
  requested_by uuid,
  requested_name text,
  results jsonb not null default '[]',
  started_at timestamptz(3) not null,
  finished_at timestamptz(3),
  leased_until timestamptz(3),
  lease uuid,
  constraint retention_run_pk primary key (district_code, id),
  constraint retention_run_kind check (kind in ('trial', 'run')),
  constraint retention_run_state check (state in ('waiting', 'running', 'done')),
  constraint retention_run_ends check ((state = 'done') = (finished_at is not null))
);
create index retention_run_newest on retention_run (district_code, started_at desc, id desc);
create unique index retention_run_once_a_day on retention_run (district_code, day) where day is not null;
create unique index retention_run_one_at_a_time on retention_run (district_code) where state <> 'done';
create index retention_run_waiting on retention_run (started_at) where state <> 'done';
alter table retention_run enable row level security, force row level security;
create policy app_district on retention_run for select to app_district using (${DISTRICT});
create policy app_job on retention_run to app_job using (true) with check (true);
grant select on retention_run to app_district;
grant select, insert, update on retention_run to app_job;
`;

/** What the job needs to forget, and to find what is due without reading all there is. */
const FORGETTING = `
grant update (fields) on register_change to app_job;
grant delete on register_reveal_count to app_job;
create policy app_job on register_export to app_job using (true) with check (true);
grant select, delete on register_export to app_job;
create index register_export_expired on register_export (district_code, expires_at);
create index register_merge_before on register_merge (district_code, at) where before <> '{}';
create index register_record_removed on register_record (district_code, register, deleted_at) where deleted_at is not null;
create index register_visits_visited on register_visits (district_code, visited_at) where record is not null or confidential is not null;
create index event_contact on event (district_code, updated_at) where contact is not null;
create index session_expired on session (expires_at);
`;

/** One for each register with a table of its own, as far as there are by now. */
const REMOVED = `
do $each$
declare
  name text;
begin
  for name in select c.relname from pg_class c
               where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname ^@ 'register_' and c.relname <> 'register_record'
                 and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'deleted_at')
  loop
    execute format('create index on %I (district_code, deleted_at) where deleted_at is not null', name);
  end loop;
end
$each$;
`;

export class KeepForATime1764000019100 implements MigrationInterface {
  name = 'KeepForATime1764000019100';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [SETTING, RUN, FORGETTING, REMOVED]) await queryRunner.query(part);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table retention_run, retention_setting');
    await queryRunner.query('drop policy app_job on register_export');
    await queryRunner.query('revoke select, delete on register_export from app_job');
    await queryRunner.query('revoke delete on register_reveal_count from app_job');
    await queryRunner.query('revoke update (fields) on register_change from app_job');
    await queryRunner.query(
      'drop index register_export_expired, register_merge_before, register_record_removed, register_visits_visited, event_contact, session_expired',
    );
  }
}
