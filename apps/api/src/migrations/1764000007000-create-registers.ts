import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Table {
  readonly name: string;
  readonly hasPoint: boolean;
  readonly columns: string;
  /** What names a record among all of its district that are not taken out. */
  readonly naturalKey: string | null;
  /** Columns that are searched by how they begin. */
  readonly prefix: readonly string[];
  readonly exact: readonly string[];
  /** Columns that point into other registers. */
  readonly references: Readonly<Record<string, string>>;
}

/** Each stands behind those it points into. */
const TABLES: readonly Table[] = [
  {
    name: 'register_buildings',
    hasPoint: true,
    columns: `
      code text collate "C" not null,
      name text collate "C" not null,
      estate_name text collate "C",
      address text collate "C",
      use text collate "C" not null,
      structure text collate "C",
      built_year int,
      floors int,
      basement_floors int,
      units int,
      dwellings int,
      floor_area double precision,
      has_lift boolean,
      safety_hazard text collate "C",
      leader_name text collate "C",
      leader_phone bytea,
      leader_phone_index text collate "C",
      note text`,
    naturalKey: 'code',
    prefix: ['code', 'name', 'estate_name'],
    exact: ['leader_phone_index'],
    references: {},
  },
  {
    name: 'register_households',
    hasPoint: false,
    columns: `
      household_number text collate "C" not null,
      household_kind text collate "C" not null,
      head_name text collate "C" not null,
      head_identity_number bytea,
      head_identity_number_index text collate "C",
      head_phone bytea,
      head_phone_index text collate "C",
      building_id uuid,
      unit text collate "C",
      room text collate "C",
      address text collate "C",
      member_count int,
      is_registered_here boolean,
      tenure text collate "C",
      assistance text collate "C",
      moved_in_on date,
      note bytea`,
    naturalKey: 'household_number',
    prefix: ['household_number', 'head_name'],
    exact: ['head_identity_number_index', 'head_phone_index'],
    references: { building_id: 'register_buildings' },
  },
  {
    name: 'register_residents',
    hasPoint: false,
    columns: `
      name text collate "C" not null,
      identity_number bytea,
      identity_number_index text collate "C",
      document_number bytea,
      document_number_index text collate "C",
      gender text collate "C" not null,
      birth_date date,
      resident_kind text collate "C" not null,
      household_id uuid,
      relation_to_head text collate "C",
      building_id uuid,
      phone bytea,
      phone_index text collate "C",
      residence_address text collate "C",
      registered_address text collate "C",
      ethnicity text collate "C",
      marital_status text collate "C",
      political_status text collate "C",
      education text collate "C",
      occupation text collate "C",
      workplace text collate "C",
      lives_alone boolean,
      health_note bytea,
      note text`,
    naturalKey: 'identity_number_index',
    prefix: ['name'],
    exact: ['document_number_index', 'phone_index'],
    references: { household_id: 'register_households', building_id: 'register_buildings' },
  },
  {
    name: 'register_organizations',
    hasPoint: false,
    columns: `
      name text collate "C" not null,
      credit_code text collate "C",
      organization_kind text collate "C" not null,
      industry text collate "C",
      business_state text collate "C" not null,
      building_id uuid,
      address text collate "C",
      founded_on date,
      employees int,
      legal_representative text collate "C",
      legal_representative_identity_number bytea,
      legal_representative_identity_number_index text collate "C",
      contact_name text collate "C",
      contact_phone bytea,
      contact_phone_index text collate "C",
      security_lead_name text collate "C",
      has_hazardous_chemicals boolean,
      safety_hazard text collate "C",
      attention text collate "C",
      has_party_organization boolean,
      note text`,
    naturalKey: 'credit_code',
    prefix: ['name', 'legal_representative'],
    exact: ['legal_representative_identity_number_index', 'contact_phone_index'],
    references: { building_id: 'register_buildings' },
  },
  {
    name: 'register_components',
    hasPoint: true,
    columns: `
      code text collate "C" not null,
      name text collate "C" not null,
      state text collate "C" not null,
      authority_code text collate "C" not null,
      authority_name text collate "C" not null,
      owner_code text collate "C",
      owner_name text collate "C",
      maintainer_code text collate "C",
      maintainer_name text collate "C",
      initial_date date not null,
      changed_on date,
      data_source text collate "C",
      accuracy text collate "C",
      note text`,
    naturalKey: 'code',
    prefix: ['code', 'name', 'authority_name'],
    exact: ['authority_code'],
    references: {},
  },
  {
    name: 'register_volunteers',
    hasPoint: false,
    columns: `
      name text collate "C" not null,
      volunteer_number text collate "C",
      resident_id uuid,
      gender text collate "C",
      phone bytea not null,
      phone_index text collate "C",
      team text collate "C",
      service_kind text collate "C" not null,
      skills text collate "C",
      availability text collate "C",
      state text collate "C" not null,
      registered_on date,
      service_hours double precision,
      is_insured boolean,
      emergency_contact_name text collate "C",
      emergency_contact_phone bytea,
      note text`,
    naturalKey: null,
    prefix: ['name', 'volunteer_number', 'team'],
    exact: ['phone_index'],
    references: { resident_id: 'register_residents' },
  },
];

/** The lenses that read records: role, and the condition on a row. */
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

const POINT = `
  lng double precision,
  lat double precision,
  geom geometry(Point, 4326) generated always as (ST_SetSRID(ST_MakePoint(lng, lat), 4326)) stored,`;

const createTable = ({ name, hasPoint, columns }: Table): string => `
create table ${name} (
  district_code text collate "C" not null,
  id uuid not null,
  version int not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,${hasPoint ? POINT : ''}${columns},
  created_at timestamptz(3) not null,
  created_by uuid,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  deleted_at timestamptz(3),
  deleted_by uuid,
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint ${name}_pkey primary key (district_code, id)
);
create index ${name}_id on ${name} (id);
create statistics ${name}_chain (dependencies) on district_code, street_code, community_code, grid_code from ${name};
${hasPoint ? `create index ${name}_geom on ${name} using gist (geom);` : ''}`;

/** A list of any level reads its newest, and what begins with some words, from an index of its own level. */
const createIndexes = ({ name, naturalKey, prefix, exact, references }: Table): string =>
  [
    ...LEVELS.map((level) => `create index on ${name} (${level}, created_at desc, id desc) where deleted_at is null`),
    ...prefix.flatMap((column) =>
      LEVELS.slice(0, 3).map((level) => `create index on ${name} (${level}, ${column}, id) where deleted_at is null`),
    ),
    ...exact.map(
      (column) => `create index on ${name} (district_code, ${column}) where deleted_at is null and ${column} is not null`,
    ),
    ...Object.keys(references).map(
      (column) => `create index on ${name} (district_code, ${column}) where deleted_at is null and ${column} is not null`,
    ),
    naturalKey && `create unique index ${name}_once on ${name} (district_code, ${naturalKey}) where deleted_at is null`,
    '',
  ]
    .filter((statement) => statement !== null)
    .join(';\n');

/** Deferrable, so that many records can be stored in any order. */
const createReferences = ({ name, references }: Table): string =>
  Object.entries(references)
    .map(
      ([column, target]) => `
alter table ${name} add constraint ${name}_${column}_fkey
  foreign key (district_code, ${column}) references ${target} (district_code, id) deferrable initially immediate;`,
    )
    .join('');

/** Whoever reads sees no record that was taken out; its history stays, for those who keep the database. */
const secure = ({ name }: Table): string => `
alter table ${name} enable row level security, force row level security;
grant select on ${name} to ${READERS};
grant select, insert, update on ${name} to app_record;
grant select, insert, update on ${name} to app_job;
${LENSES.map(([role, condition]) => `create policy ${role} on ${name} for select to ${role} using (deleted_at is null and (${condition}));`).join('\n')}
create policy app_record on ${name} to app_record using (id = ${RECORD}) with check (id = ${RECORD});
create policy app_job on ${name} to app_job using (true) with check (true);`;

/**
 * What changed in a record, and who looked at it. A change is shown to whoever is shown its record: the table to ask
 * follows from the register's name, so that a new register needs nothing here.
 */
const CHANGES = `
create table register_change (
  district_code text collate "C" not null,
  register text collate "C" not null,
  record_id uuid not null,
  id uuid not null,
  version int not null,
  at timestamptz(3) not null,
  actor_id uuid,
  actor_name text not null,
  kind text not null,
  fields jsonb not null,
  reason text,
  constraint register_change_pkey primary key (district_code, record_id, id)
);
create function register_shows(register text, district text, record uuid) returns boolean language plpgsql stable as $$
declare
  found_one boolean;
begin
  execute format('select exists (select 1 from %I where district_code = $1 and id = $2)', 'register_' || replace(register, '-', '_'))
    into found_one using district, record;
  return found_one;
end
$$;
alter table register_change enable row level security, force row level security;
create policy area on register_change for select to ${READERS} using (register_shows(register, district_code, record_id));
create policy app_record on register_change to app_record using (record_id = ${RECORD}) with check (record_id = ${RECORD});
create policy app_job on register_change to app_job using (true) with check (true);
grant select on register_change to ${READERS};
grant select, insert on register_change to app_record, app_job;

-- How many masked values an account has read in full on a day.
create table register_reveal_count (
  district_code text collate "C" not null,
  account_id uuid not null,
  day date not null,
  used int not null,
  constraint register_reveal_count_pkey primary key (district_code, account_id, day)
);
grant select, insert, update on register_reveal_count to app_job;
`;

/** The core registers, the history of their records and the budget of revealing, behind the policies of the lenses. */
export class CreateRegisters1764000007000 implements MigrationInterface {
  name = 'CreateRegisters1764000007000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [createTable, createIndexes, createReferences, secure])
      for (const table of TABLES) await queryRunner.query(part(table) || 'select 1');
    await queryRunner.query(CHANGES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table register_reveal_count, register_change');
    await queryRunner.query('drop function register_shows');
    await queryRunner.query(`drop table ${TABLES.map(({ name }) => name).join(', ')}`);
  }
}
