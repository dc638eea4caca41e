import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createReferences, createRegisterTable, type RegisterTable } from './register-tables.js';

/** Each stands behind those it points into; volunteers are there already, and get their team below. */
const TABLES: readonly RegisterTable[] = [
  {
    name: 'register_volunteer_teams',
    geometry: 'none',
    columns: `
      name text collate "C" not null,
      service_kind text collate "C" not null,
      organization_id uuid,
      leader_name text collate "C",
      leader_phone bytea,
      leader_phone_index text collate "C",
      founded_on date,
      slogan text collate "C",
      note text`,
    naturalKey: null,
    prefix: ['name'],
    exact: ['leader_phone_index'],
    references: { organization_id: 'register_organizations' },
  },
  {
    name: 'register_volunteer_activities',
    geometry: 'point',
    columns: `
      name text collate "C" not null,
      service_kind text collate "C" not null,
      team_id uuid,
      begins_at timestamptz(3) not null,
      ends_at timestamptz(3),
      place text collate "C",
      wanted int,
      content text,
      outcome text,
      hours double precision,
      state text collate "C" not null`,
    naturalKey: null,
    prefix: ['name'],
    exact: [],
    references: { team_id: 'register_volunteer_teams' },
  },
  {
    name: 'register_service_records',
    geometry: 'none',
    columns: `
      subject text collate "C" not null,
      volunteer_id uuid not null,
      activity_id uuid,
      served_on date not null,
      hours double precision not null,
      note text`,
    naturalKey: null,
    prefix: ['subject'],
    exact: [],
    references: { volunteer_id: 'register_volunteers', activity_id: 'register_volunteer_activities' },
  },
  {
    name: 'register_care_plans',
    geometry: 'none',
    columns: `
      goal text collate "C" not null,
      household_id uuid not null,
      resident_id uuid,
      measures text collate "C" not null,
      difficulty bytea,
      helper_name text collate "C",
      helper_phone bytea,
      helper_phone_index text collate "C",
      begun_on date,
      due_on date,
      ended_on date,
      result text,
      state text collate "C" not null`,
    naturalKey: null,
    prefix: ['goal', 'helper_name'],
    exact: ['helper_phone_index'],
    references: { household_id: 'register_households', resident_id: 'register_residents' },
  },
  {
    name: 'register_addresses',
    geometry: 'point',
    columns: `
      code text collate "C" not null,
      full_address text collate "C" not null,
      address_kind text collate "C" not null,
      road text collate "C",
      number text collate "C",
      place_name text collate "C",
      building_id uuid,
      registered_on date,
      note text`,
    naturalKey: 'code',
    prefix: ['code', 'full_address', 'road', 'place_name'],
    exact: [],
    references: { building_id: 'register_buildings' },
  },
  {
    name: 'register_rooms',
    geometry: 'none',
    columns: `
      number text collate "C" not null,
      building_id uuid not null,
      unit text collate "C",
      floor int,
      room text collate "C",
      room_use text collate "C" not null,
      floor_area double precision,
      tenure text collate "C",
      owner_name text collate "C",
      owner_identity_number bytea,
      owner_identity_number_index text collate "C",
      owner_phone bytea,
      owner_phone_index text collate "C",
      owner_address text collate "C",
      let_use text collate "C",
      let_from date,
      let_to date,
      tenant_id uuid,
      tenant_name text collate "C",
      tenant_identity_number bytea,
      tenant_identity_number_index text collate "C",
      tenant_phone bytea,
      tenant_phone_index text collate "C",
      tenants int,
      safety_hazard text collate "C",
      note text`,
    naturalKey: 'number',
    prefix: ['number', 'owner_name', 'tenant_name'],
    exact: ['owner_identity_number_index', 'owner_phone_index', 'tenant_identity_number_index', 'tenant_phone_index'],
    references: { building_id: 'register_buildings', tenant_id: 'register_residents' },
  },
  {
    name: 'register_safety_places',
    geometry: 'point',
    columns: `
      name text collate "C" not null,
      place_kind text collate "C" not null,
      building_id uuid,
      organization_id uuid,
      address text collate "C",
      floor_area double precision,
      staff int,
      keeper_name text collate "C",
      keeper_phone bytea,
      keeper_phone_index text collate "C",
      equipment text collate "C",
      has_lodging boolean,
      uses_gas boolean,
      safety_hazard text collate "C",
      hazard_level text collate "C",
      checked_on date,
      mended_by date,
      note text`,
    naturalKey: null,
    prefix: ['name', 'keeper_name'],
    exact: ['keeper_phone_index'],
    references: { building_id: 'register_buildings', organization_id: 'register_organizations' },
  },
  {
    name: 'register_parcels',
    geometry: 'shape',
    columns: `
      code text collate "C" not null,
      name text collate "C" not null,
      land_use text collate "C" not null,
      land_right text collate "C",
      holder_name text collate "C",
      area_size double precision,
      address text collate "C",
      surveyed_on date,
      note text`,
    naturalKey: 'code',
    prefix: ['code', 'name', 'holder_name'],
    exact: [],
    references: {},
  },
  {
    name: 'register_guarded_lines',
    geometry: 'shape',
    columns: `
      code text collate "C" not null,
      name text collate "C" not null,
      line_kind text collate "C" not null,
      owner_name text collate "C",
      owner_phone bytea,
      owner_phone_index text collate "C",
      manager_name text collate "C",
      security_lead_name text collate "C",
      length double precision,
      hazard text,
      hazard_level text collate "C",
      patrolled_on date,
      note text`,
    naturalKey: 'code',
    prefix: ['code', 'name', 'owner_name', 'manager_name'],
    exact: ['owner_phone_index'],
    references: {},
  },
  {
    name: 'register_map_features',
    geometry: 'shape',
    columns: `
      name text collate "C" not null,
      layer text collate "C" not null,
      theme text collate "C" not null,
      description text,
      source text collate "C",
      valid_from date,
      note text`,
    naturalKey: null,
    prefix: ['name', 'layer'],
    exact: [],
    references: {},
  },
];

/** Fields of GB/T 31000 that only some kinds of people have. */
const RESIDENTS = `
alter table register_residents
  add column former_name text collate "C",
  add column native_place text collate "C",
  add column religion bytea,
  add column inflow_reason text collate "C",
  add column permit_kind text collate "C",
  add column permit_number bytea,
  add column permit_number_index text collate "C",
  add column registered_on date,
  add column permit_valid_to date,
  add column dwelling_kind text collate "C",
  add column foreign_name text collate "C",
  add column nationality text collate "C",
  add column document_kind text collate "C",
  add column document_valid_to date,
  add column visit_purpose text collate "C",
  add column arrived_on date,
  add column leaves_on date,
  add column left_behind_kind text collate "C",
  add column personal_income double precision,
  add column family_income double precision,
  add column relative_name text collate "C",
  add column relative_relation text collate "C",
  add column relative_phone bytea,
  add column relative_phone_index text collate "C",
  add column relative_workplace text collate "C",
  add column difficulties bytea,
  add column help_given text;
create index on register_residents (district_code, permit_number_index) where deleted_at is null and permit_number_index is not null;
create index on register_residents (district_code, relative_phone_index) where deleted_at is null and relative_phone_index is not null;`;

/** Of schools, social and Party organizations. */
const ORGANIZATIONS = `
alter table register_organizations
  add column party_members int,
  add column mass_organizations text collate "C",
  add column school_kind text collate "C",
  add column education_authority text collate "C",
  add column students int,
  add column principal_name text collate "C",
  add column safety_lead_name text collate "C",
  add column police_lead_name text collate "C",
  add column guards int,
  add column social_kind text collate "C",
  add column registration_authority_code text collate "C",
  add column approved_on date,
  add column fund_sources text collate "C",
  add column has_foreign_background boolean,
  add column party_kind text collate "C",
  add column secretary_name text collate "C";`;

/** Owners are bound by policies, too, where these are forced: a backfill would change no row, and say nothing. */
const force = (how: string): string =>
  ['volunteers', 'volunteer_teams', 'service_records']
    .map((name) => `alter table register_${name} ${how} row level security;`)
    .join('\n');

/** What was typed as a team's name becomes a team; what was typed as hours becomes the first of a volunteer's records. */
const BACKFILL = `
insert into register_volunteer_teams
       (district_code, id, version, street_code, community_code, grid_code, name, service_kind, created_at, updated_at)
select distinct on (district_code, team)
       district_code, gen_random_uuid(), 1, street_code, community_code, grid_code, team, service_kind, created_at, created_at
  from register_volunteers where team is not null order by district_code, team, grid_code;
update register_volunteers as v set team_id = t.id
  from register_volunteer_teams as t where t.district_code = v.district_code and t.name = v.team;
insert into register_service_records
       (district_code, id, version, street_code, community_code, grid_code, subject, volunteer_id, served_on, hours, created_at, updated_at)
select district_code, gen_random_uuid(), 1, street_code, community_code, grid_code, '登记前累计', id,
       coalesce(registered_on, created_at::date), service_hours, created_at, created_at
  from register_volunteers where service_hours > 0 and deleted_at is null;
update register_volunteers set service_hours = 0 where service_hours is null;`;

const TEAM = { name: 'register_volunteers', references: { team_id: 'register_volunteer_teams' } };

/** Registers of land, people and households that were missing, and what the others lacked. */
export class CreateLandPeopleHouseholds1764000013100 implements MigrationInterface {
  name = 'CreateLandPeopleHouseholds1764000013100';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES.flatMap(createRegisterTable)) await queryRunner.query(statement);
    await queryRunner.query(RESIDENTS);
    await queryRunner.query(ORGANIZATIONS);
    await queryRunner.query('alter table register_volunteers add column team_id uuid');
    await queryRunner.query(force('no force'));
    await queryRunner.query(BACKFILL);
    await queryRunner.query(force('force'));
    await queryRunner.query('alter table register_volunteers drop column team');
    await queryRunner.query(
      'create index on register_volunteers (district_code, team_id) where deleted_at is null and team_id is not null',
    );
    for (const statement of createReferences(TEAM)) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table register_volunteers add column team text collate "C"');
    await queryRunner.query(force('no force'));
    await queryRunner.query(
      'update register_volunteers as v set team = t.name from register_volunteer_teams as t where t.district_code = v.district_code and t.id = v.team_id',
    );
    await queryRunner.query(force('force'));
    await queryRunner.query('alter table register_volunteers drop column team_id');
    await queryRunner.query(
      'alter table register_organizations drop column party_members, drop column mass_organizations, drop column school_kind, drop column education_authority, drop column students, drop column principal_name, drop column safety_lead_name, drop column police_lead_name, drop column guards, drop column social_kind, drop column registration_authority_code, drop column approved_on, drop column fund_sources, drop column has_foreign_background, drop column party_kind, drop column secretary_name',
    );
    await queryRunner.query(
      'alter table register_residents drop column former_name, drop column native_place, drop column religion, drop column inflow_reason, drop column permit_kind, drop column permit_number, drop column permit_number_index, drop column registered_on, drop column permit_valid_to, drop column dwelling_kind, drop column foreign_name, drop column nationality, drop column document_kind, drop column document_valid_to, drop column visit_purpose, drop column arrived_on, drop column leaves_on, drop column left_behind_kind, drop column personal_income, drop column family_income, drop column relative_name, drop column relative_relation, drop column relative_phone, drop column relative_phone_index, drop column relative_workplace, drop column difficulties, drop column help_given',
    );
    for (const { name } of [...TABLES].reverse()) await queryRunner.query(`drop table ${name}`);
  }
}
