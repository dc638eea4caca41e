import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who did what to whose record. Whoever writes a record inserts an entry without a link, so that nobody waits for
 * anybody; a job links the entries into a chain a moment later. Nothing of an entry can be changed or taken away.
 */
const AUDIT = `
create table audit_entry (
  position bigint generated always as identity,
  at timestamptz(3) not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  district_code text collate "C" not null,
  details jsonb not null default '{}',
  -- Readers stay below the oldest running transaction, so that what is linked once is never added to in between.
  xid xid8 not null default pg_current_xact_id(),
  -- The place in the chain; null until it is sealed.
  link bigint,
  previous_hash text,
  hash text,
  constraint audit_entry_pk primary key (district_code, position),
  constraint audit_entry_linked_whole check (num_nulls(link, previous_hash, hash) in (0, 3))
);
create unique index audit_entry_chain on audit_entry (link) where link is not null;
create index audit_entry_unsealed on audit_entry (position) where link is null;
create index audit_entry_of_subject on audit_entry (subject_id, position);

-- The end of the chain: who seals holds this row, and entries missing at the end are noticed.
create table audit_head (
  is_only boolean not null default true,
  link bigint not null,
  hash text not null,
  constraint audit_head_pk primary key (is_only),
  constraint audit_head_has_one_row check (is_only)
);
insert into audit_head (link, hash) values (0, repeat('0', 64));

alter table audit_entry enable row level security, force row level security;
create policy append on audit_entry for insert to app_record, app_accounts, app_job with check (hash is null);
create policy job on audit_entry for select to app_job using (true);
create policy seal on audit_entry for update to app_job using (hash is null) with check (hash is not null);
grant insert (at, actor_id, actor_name, action, subject_type, subject_id, district_code, details) on audit_entry
  to app_record, app_accounts, app_job;
grant select on audit_entry to app_job;
grant update (link, previous_hash, hash) on audit_entry to app_job;
grant select, update (link, hash) on audit_head to app_job;
`;

export class CreateAudit1764000006500 implements MigrationInterface {
  name = 'CreateAudit1764000006500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(AUDIT);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table audit_head, audit_entry');
  }
}
