import type { MigrationInterface, QueryRunner } from 'typeorm';

const AREAS = [
  ['app_region', `district_code ^@ nullif(current_setting('app.scope', true), '')`],
  ['app_district', `district_code = current_setting('app.scope', true)`],
  ['app_street', `street_code = current_setting('app.scope', true)`],
  ['app_community', `community_code = current_setting('app.scope', true)`],
  ['app_grid', `grid_code = current_setting('app.scope', true)`],
] as const;
const READERS = AREAS.map(([role]) => role).join(', ');

/**
 * Exports that were asked for. No file is kept: it is made while it is downloaded. Who asked knows of it, and so does
 * who decides in the area whose records are asked for; `app_record` writes exactly one.
 */
const EXPORTS = `
create table register_export (
  district_code text collate "C" not null,
  id uuid not null,
  account_id uuid not null,
  account_name text not null,
  register text collate "C" not null,
  -- The area whose records are asked for; the levels below it are null.
  scope_code text collate "C" not null,
  street_code text collate "C",
  community_code text collate "C",
  grid_code text collate "C",
  columns jsonb not null,
  personal jsonb not null,
  -- Words and values that records are narrowed by may be somebody's name or number.
  filter bytea not null,
  is_filtered boolean not null,
  row_count int not null,
  reason text not null,
  state text collate "C" not null,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz(3),
  note text,
  downloads int not null default 0,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  constraint register_export_pkey primary key (district_code, id),
  constraint register_export_state check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
  -- Nobody decides about his own.
  constraint register_export_decided_by_another check (decided_by is null or decided_by <> account_id)
);
create index register_export_by_id on register_export (id);
create index register_export_of_account on register_export (account_id, created_at desc, id desc);
create index register_export_of_district on register_export (district_code, created_at desc, id desc) where state = 'waiting';
create index register_export_of_street on register_export (street_code, created_at desc, id desc) where state = 'waiting';

alter table register_export enable row level security, force row level security;
create policy app_mine on register_export for select to app_mine
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);
${AREAS.map(([role, condition]) => `create policy ${role} on register_export for select to ${role} using (${condition});`).join('\n')}
create policy app_record on register_export to app_record
  using (id = nullif(current_setting('app.record', true), '')::uuid)
  with check (id = nullif(current_setting('app.record', true), '')::uuid);
grant select on register_export to app_mine, ${READERS};
grant select, insert, update on register_export to app_record;
`;

export class CreateExports1764000017000 implements MigrationInterface {
  name = 'CreateExports1764000017000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(EXPORTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table register_export');
  }
}
