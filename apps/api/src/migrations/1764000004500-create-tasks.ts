import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pieces of work for one account. Its holder reads it; whoever writes the subject's record opens and ends it. */
export class CreateTasks1764000004500 implements MigrationInterface {
  name = 'CreateTasks1764000004500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create table task (
  district_code text collate "C" not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  assignee_id uuid not null,
  title text not null,
  place text not null,
  lng double precision not null,
  lat double precision not null,
  note text,
  created_at timestamptz not null,
  due_at timestamptz,
  done_at timestamptz,
  constraint task_pkey primary key (district_code, id)
);
create index task_open on task (assignee_id, due_at, id) where done_at is null;
create index task_done on task (assignee_id, done_at desc) where done_at is not null;
create index task_subject on task (subject_id) where done_at is null;
alter table task enable row level security, force row level security;
grant select on task to app_assigned;
grant select, insert, update on task to app_record;
grant select, insert, update, delete on task to app_job;
create policy app_assigned on task for select to app_assigned
  using (assignee_id = nullif(current_setting('app.account', true), '')::uuid);
create policy app_record on task to app_record
  using (subject_id = nullif(current_setting('app.record', true), '')::uuid)
  with check (subject_id = nullif(current_setting('app.record', true), '')::uuid);
create policy app_job on task to app_job using (true) with check (true);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table task');
  }
}
