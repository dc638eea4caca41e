import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lenses that read records: role, and the condition on a row. As of the tables of the core registers. */
const LENSES: readonly (readonly [role: string, condition: string])[] = [
  ['app_region', `district_code ^@ nullif(current_setting('app.scope', true), '')`],
  ['app_district', `district_code = current_setting('app.scope', true)`],
  ['app_street', `street_code = current_setting('app.scope', true)`],
  ['app_community', `community_code = current_setting('app.scope', true)`],
  ['app_grid', `grid_code = current_setting('app.scope', true)`],
  [
    'app_member',
    `grid_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or community_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or street_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or district_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 4) = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 2) = any(nullif(current_setting('app.codes', true), '')::text[])`,
  ],
];
const READERS = LENSES.map(([role]) => role).join(', ');
const RECORD = `nullif(current_setting('app.record', true), '')::uuid`;
const LEVELS = ['district_code', 'street_code', 'community_code', 'grid_code'];
/** Columns a definition gives to fields that are looked for: texts and blind indexes, and references. */
const KEYS = Array.from({ length: 8 }, (_, index) => `key${index + 1}`);
const REFERENCES = Array.from({ length: 4 }, (_, index) => `ref${index + 1}`);

const TABLE = `
create table register_record (
  district_code text collate "C" not null,
  register text collate "C" not null,
  id uuid not null,
  version int not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,
  lng double precision,
  lat double precision,
  geom geometry(Point, 4326) generated always as (ST_SetSRID(ST_MakePoint(lng, lat), 4326)) stored,
  cells jsonb not null,
  title text collate "C" not null,
  natural_key text collate "C",
  ${KEYS.map((key) => `${key} text collate "C",`).join('\n  ')}
  ${REFERENCES.map((reference) => `${reference} uuid,`).join('\n  ')}
  created_at timestamptz(3) not null,
  created_by uuid,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  deleted_at timestamptz(3),
  deleted_by uuid,
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint register_record_pkey primary key (district_code, register, id),
  constraint register_record_in_district check (grid_code ^@ district_code)
);
create statistics register_record_chain (dependencies)
  on district_code, street_code, community_code, grid_code from register_record;
create index register_record_geom on register_record using gist (geom) where geom is not null;
create unique index register_record_once on register_record (district_code, register, natural_key)
  where deleted_at is null;`;

/** The register is the second column of each: a list reads its own register's rows and no other's. */
const INDEXES = [
  ...LEVELS.map((level) => `(${level}, register, created_at desc, id desc) where deleted_at is null`),
  ...LEVELS.slice(0, 3).map((level) => `(${level}, register, title, id) where deleted_at is null`),
  ...LEVELS.slice(1, 3).map((level) => `(${level}, register, natural_key) where deleted_at is null and natural_key is not null`),
  ...[...KEYS, ...REFERENCES].map((key) => `(district_code, register, ${key}) where deleted_at is null and ${key} is not null`),
]
  .map((index) => `create index on register_record ${index};`)
  .join('\n');

const POLICIES = `
alter table register_record enable row level security, force row level security;
grant select on register_record to ${READERS};
grant select, insert, update on register_record to app_record, app_job;
${LENSES.map(([role, condition]) => `create policy ${role} on register_record for select to ${role} using (deleted_at is null and (${condition}));`).join('\n')}
create policy app_record on register_record to app_record using (id = ${RECORD}) with check (id = ${RECORD});
create policy app_job on register_record to app_job using (true) with check (true);`;

/** Names of the districts' own registers all begin with `own-`, which no table of the platform does. */
const SHOWS = `
create or replace function register_shows(register text, district text, record uuid) returns boolean language plpgsql stable as $$
declare
  found_one boolean;
begin
  if register ^@ 'own-' then
    return exists (select 1 from register_record as c
                    where c.district_code = district and c.register = register_shows.register and c.id = record);
  end if;
  execute format('select exists (select 1 from %I where district_code = $1 and id = $2)', 'register_' || replace(register, '-', '_'))
    into found_one using district, record;
  return found_one;
end
$$;`;

const SHOWED = `
create or replace function register_shows(register text, district text, record uuid) returns boolean language plpgsql stable as $$
declare
  found_one boolean;
begin
  execute format('select exists (select 1 from %I where district_code = $1 and id = $2)', 'register_' || replace(register, '-', '_'))
    into found_one using district, record;
  return found_one;
end
$$;`;

/** One table for the records of all registers that districts make for themselves, behind the policies of the lenses. */
export class CreateSharedRecords1764000011000 implements MigrationInterface {
  name = 'CreateSharedRecords1764000011000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [TABLE, INDEXES, POLICIES, SHOWS]) await queryRunner.query(part);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(SHOWED);
    await queryRunner.query(`delete from register_change where register ^@ 'own-'`);
    await queryRunner.query('drop table register_record');
  }
}
