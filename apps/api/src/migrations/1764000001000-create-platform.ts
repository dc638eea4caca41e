import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every feature stands on: facts to be delivered, timers, repeats of commands, blocks of readable numbers. */
export class CreatePlatform1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OUTBOX);
    await runner.query(TIMER);
    await runner.query(CLIENT_COMMAND);
    await runner.query(NUMBER_BLOCK);
    await runner.query(READINESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table number_block, client_command, timer, outbox');
  }
}

/** Facts, written with what they tell of and delivered after the commit. Ids only, no personal data. */
const OUTBOX = `
create table outbox (
  position bigint generated always as identity,
  -- Readers stay below the oldest running transaction, so that a late commit is never skipped.
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  district_code text collate "C",
  name text not null,
  payload jsonb not null,
  constraint outbox_pk primary key (position)
);
create index outbox_by_xid on outbox (xid, position);
grant insert on outbox to app_record;
grant select, insert, delete on outbox to app_job;
`;

/** What happens when a deadline passes: fired once, by whoever holds the lease. */
const TIMER = `
create table timer (
  id uuid not null,
  district_code text collate "C" not null,
  subject_id uuid not null,
  kind text not null,
  due_at timestamptz not null,
  payload jsonb not null default '{}',
  leased_until timestamptz,
  fired_at timestamptz,
  constraint timer_pk primary key (district_code, id)
);
create index timer_waiting on timer (due_at) where fired_at is null;
create index timer_by_subject on timer (subject_id);
alter table timer enable row level security, force row level security;
create policy record on timer to app_record
  using (subject_id = nullif(current_setting('app.record', true), '')::uuid)
  with check (subject_id = nullif(current_setting('app.record', true), '')::uuid);
create policy job on timer to app_job using (true) with check (true);
grant select, insert, delete on timer to app_record;
grant select, insert, update, delete on timer to app_job;
`;

/** Commands that were carried out, so that a repeat answers the same and does nothing. */
const CLIENT_COMMAND = `
create table client_command (
  account_id uuid not null,
  command_id uuid not null,
  content_hash text not null,
  subject_id uuid not null,
  at timestamptz not null default now(),
  constraint client_command_pk primary key (account_id, command_id)
);
create index client_command_by_time on client_command (at);
alter table client_command enable row level security, force row level security;
create policy record on client_command to app_record
  using (subject_id = nullif(current_setting('app.record', true), '')::uuid)
  with check (subject_id = nullif(current_setting('app.record', true), '')::uuid);
create policy mine on client_command for select to app_mine
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy member on client_command for select to app_member
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy job on client_command to app_job using (true) with check (true);
grant select, insert on client_command to app_record;
grant select on client_command to app_mine, app_member;
grant select, delete on client_command to app_job;
`;

/** The next readable number of a district's day; processes reserve blocks of it, and gaps are allowed. */
const NUMBER_BLOCK = `
create table number_block (
  district_code text collate "C" not null,
  day date not null,
  next integer not null,
  constraint number_block_pk primary key (district_code, day),
  constraint number_block_next_positive check (next > 0)
);
grant select, insert, update on number_block to app_job;
`;

/** Readiness compares what was migrated with what this server needs. */
const READINESS = 'grant select on schema_migration to app_reference';
