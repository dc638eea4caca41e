import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `nullif(current_setting('app.record', true), '')::uuid`;

const TABLES = `
create table register_definition (
  district_code text collate "C" not null,
  name text collate "C" not null,
  id uuid not null,
  -- The version that is published; 0 before the first.
  version int not null default 0,
  -- Of the draft: whoever changes it names the one he saw.
  revision int not null default 1,
  draft jsonb not null,
  closed_at timestamptz(3),
  created_at timestamptz(3) not null,
  created_by uuid,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  updated_by_name text not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint register_definition_pkey primary key (district_code, name),
  constraint register_definition_id unique (district_code, id),
  constraint register_definition_own check (name ^@ 'own-')
);
create table register_version (
  district_code text collate "C" not null,
  name text collate "C" not null,
  version int not null,
  definition_id uuid not null,
  definition jsonb not null,
  -- The columns of register_record that hold what is looked for, by the name of the field.
  slots jsonb not null,
  at timestamptz(3) not null,
  actor_id uuid,
  actor_name text not null,
  reason text not null,
  changes jsonb not null,
  constraint register_version_pkey primary key (district_code, name, version)
);
-- Whether a field ever held a value is asked of the history too.
create index register_change_own on register_change (district_code, register) where register ^@ 'own-';`;

/** Definitions hold no record: everybody of a district reads its own by them, whatever he may see of the records. */
const POLICIES = `
alter table register_definition enable row level security, force row level security;
alter table register_version enable row level security, force row level security;
grant select on register_definition, register_version to app_district, app_job;
grant select, insert, update, delete on register_definition, register_version to app_record;
create policy app_district on register_definition for select to app_district
  using (district_code = current_setting('app.scope', true));
create policy app_district on register_version for select to app_district
  using (district_code = current_setting('app.scope', true));
create policy app_job on register_definition for select to app_job using (true);
create policy app_job on register_version for select to app_job using (true);
-- A record's writer asks whether its register is open.
create policy app_record_reads on register_definition for select to app_record using (true);
create policy app_record on register_definition to app_record using (id = ${RECORD}) with check (id = ${RECORD});
create policy app_record on register_version to app_record
  using (definition_id = ${RECORD}) with check (definition_id = ${RECORD});`;

/**
 * Asked by whoever writes a record, before he does. A new version is published under the same lock held alone: nobody
 * writes by the version before once what is stored has been looked through.
 */
const STATE = `
create function register_state(district text, register text, version int) returns text language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('register ' || district || ' ' || register, 0));
  return (select case when d.closed_at is not null then 'closed' when d.version <> register_state.version then 'changed' else 'open' end
            from register_definition as d where d.district_code = district and d.name = register_state.register);
end
$$;`;

/** The definitions of the registers that districts make for themselves: a draft each, and every version published. */
export class CreateRegisterDefinitions1764000011100 implements MigrationInterface {
  name = 'CreateRegisterDefinitions1764000011100';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [TABLES, POLICIES, STATE]) await queryRunner.query(part);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function register_state');
    await queryRunner.query('drop index register_change_own');
    await queryRunner.query('drop table register_version, register_definition');
  }
}
