import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail is read by a lens of its own, one district at a time: no other lens shows an entry. Whoever reads it leaves
 * an entry too.
 */
const READING = `
create index audit_entry_newest on audit_entry (district_code, at desc, position desc);
create index audit_entry_of_action on audit_entry (district_code, action, at desc, position desc);
create index audit_entry_of_actor on audit_entry (district_code, actor_id, at desc, position desc) where actor_id is not null;
create policy audit on audit_entry for select to app_audit using (district_code = current_setting('app.scope', true));
create policy audit_append on audit_entry for insert to app_audit
  with check (hash is null and district_code = current_setting('app.scope', true));
grant select on audit_entry to app_audit;
grant insert (at, actor_id, actor_name, action, subject_type, subject_id, district_code, details) on audit_entry to app_audit;
`;

/** Computing the chain again: how far it has come, and what came of it. A process that dies leaves its lease to run out. */
const VERIFICATION = `
create table audit_verification (
  district_code text collate "C" not null,
  id uuid not null,
  requested_by uuid not null,
  requested_name text not null,
  state text collate "C" not null,
  checked bigint not null default 0,
  total bigint not null default 0,
  broken_at bigint,
  what text collate "C",
  started_at timestamptz(3) not null,
  finished_at timestamptz(3),
  leased_until timestamptz(3) not null,
  constraint audit_verification_pk primary key (district_code, id),
  constraint audit_verification_state check (state in ('running', 'whole', 'broken', 'interrupted')),
  constraint audit_verification_ends check ((state = 'running') = (finished_at is null))
);
create index audit_verification_newest on audit_verification (district_code, started_at desc, id desc);
-- One at a time: it reads all of the trail.
create unique index audit_verification_one_running on audit_verification (state) where state = 'running';
alter table audit_verification enable row level security, force row level security;
create policy audit on audit_verification for select to app_audit using (district_code = current_setting('app.scope', true));
create policy job on audit_verification to app_job using (true) with check (true);
grant select on audit_verification to app_audit;
grant select, insert, update on audit_verification to app_job;
`;

export class OpenTheTrail1764000019000 implements MigrationInterface {
  name = 'OpenTheTrail1764000019000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(READING);
    await queryRunner.query(VERIFICATION);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table audit_verification');
    await queryRunner.query('drop policy audit on audit_entry; drop policy audit_append on audit_entry');
    await queryRunner.query('revoke all on audit_entry from app_audit');
    await queryRunner.query('drop index audit_entry_newest, audit_entry_of_action, audit_entry_of_actor');
  }
}
