import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Matter classes, filing conditions and the working calendar: reference data. The rows of district '' are the
 * nation's and belong to the seed; what a district adds of its own carries its code.
 */
export class CreateStandards1764000004000 implements MigrationInterface {
  name = 'CreateStandards1764000004000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await queryRunner.query(GRANTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table standards_seed, calendar_day, filing_condition, matter_class');
  }
}

const TABLES = `
create table matter_class (
  district_code text collate "C" not null default '',
  code text collate "C" not null,
  name text not null,
  major_code text collate "C" not null,
  major_name text not null,
  -- Four digits of GB/T 30428.2-2013.
  alias_2013 text collate "C",
  origin text not null,
  -- A retired class stays, since events name it; no new event is filed under it.
  retired boolean not null default false,
  constraint matter_class_pk primary key (district_code, code),
  constraint matter_class_code_form check (code ~ '^[0-9]{5}$'),
  constraint matter_class_origin check (origin in ('standard', 'extension'))
);

create table filing_condition (
  district_code text collate "C" not null default '',
  id text collate "C" not null,
  class_code text collate "C" not null,
  -- The order within a class.
  position int not null,
  filing text not null,
  closing text not null,
  limit_text text not null,
  limit_basis text not null,
  limit_minutes int not null,
  from_standard boolean not null,
  constraint filing_condition_pk primary key (district_code, id),
  constraint filing_condition_class foreign key (district_code, class_code) references matter_class (district_code, code),
  constraint filing_condition_limit check (limit_basis in ('continuous', 'working') and limit_minutes > 0)
);
create index filing_condition_by_class on filing_condition (district_code, class_code, position);

create table calendar_day (
  district_code text collate "C" not null default '',
  day date not null,
  -- False for a weekend day that is worked.
  off boolean not null,
  name text not null,
  -- The year whose notice names the day: deadlines in years without a notice are provisional.
  notice_year smallint not null,
  constraint calendar_day_pk primary key (district_code, day)
);

-- What the tables were filled from, so that a start with the same files writes nothing.
create table standards_seed (
  district_code text collate "C" not null default '',
  hash text not null,
  at timestamptz not null,
  constraint standards_seed_pk primary key (district_code)
);
`;

/** Standards are no secret; the platform itself fills them at the start. */
const GRANTS = `
grant select on matter_class, filing_condition, calendar_day to app_reference, app_region, app_district, app_street,
  app_community, app_grid, app_department, app_mine, app_assigned, app_public, app_member, app_record, app_accounts;
grant select, insert, update, delete on matter_class, filing_condition, calendar_day, standards_seed to app_job;
`;
