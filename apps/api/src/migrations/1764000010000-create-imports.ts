import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Imports on their way: what was uploaded and what became of each row, encrypted, until it expires. Only who uploaded
 * a file knows of it. `app_record` writes exactly one import; the job goes on with what a process left behind.
 */
const IMPORTS = `
create table register_import (
  district_code text collate "C" not null,
  id uuid not null,
  account_id uuid not null,
  register text collate "C" not null,
  -- People name files after people.
  file_name bytea not null,
  bytes int not null,
  sha256 text collate "C" not null,
  state text collate "C" not null,
  choice text collate "C",
  done int not null default 0,
  counts jsonb,
  problem text collate "C",
  -- Titles of columns, numbers of rows and the rules they broke; no value.
  report jsonb not null default '{}',
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  leased_until timestamptz(3),
  lease uuid,
  constraint register_import_pkey primary key (district_code, id),
  constraint register_import_state check (state in ('checking', 'checked', 'applying', 'done', 'refused', 'failed', 'cancelled'))
);
create index register_import_by_id on register_import (id);
create index register_import_of_account on register_import (account_id, created_at desc, id desc);
create index register_import_waiting on register_import (leased_until) where state in ('checking', 'applying');
create index register_import_expiring on register_import (expires_at);

-- The uploaded file and the rows made of it, in parts; each is encrypted and bound to its place.
create table register_import_part (
  district_code text collate "C" not null,
  import_id uuid not null,
  kind text collate "C" not null,
  number int not null,
  content bytea not null,
  constraint register_import_part_pkey primary key (district_code, import_id, kind, number),
  constraint register_import_part_kind check (kind in ('file', 'head', 'rows')),
  constraint register_import_part_import_fkey foreign key (district_code, import_id)
    references register_import (district_code, id) on delete cascade
);
create index register_import_part_of_import on register_import_part (import_id, kind, number);
alter table register_import_part alter column content set storage external;

alter table register_import enable row level security, force row level security;
alter table register_import_part enable row level security, force row level security;
create policy app_mine on register_import for select to app_mine
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
create policy app_record on register_import to app_record
  using (id = nullif(current_setting('app.record', true), '')::uuid)
  with check (id = nullif(current_setting('app.record', true), '')::uuid);
create policy app_job on register_import to app_job using (true) with check (true);
create policy app_record on register_import_part to app_record
  using (import_id = nullif(current_setting('app.record', true), '')::uuid)
  with check (import_id = nullif(current_setting('app.record', true), '')::uuid);
create policy app_job on register_import_part to app_job using (true) with check (true);
grant select on register_import to app_mine;
grant select, insert, update on register_import to app_record;
grant select, insert, delete on register_import_part to app_record;
grant select, insert, update, delete on register_import, register_import_part to app_job;
`;

export class CreateImports1764000010000 implements MigrationInterface {
  name = 'CreateImports1764000010000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(IMPORTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table register_import_part, register_import');
  }
}
