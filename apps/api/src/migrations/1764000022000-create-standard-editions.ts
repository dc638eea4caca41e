import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORD = `nullif(current_setting('app.record', true), '')::uuid`;

const TABLE = `
create table standard_edition (
  district_code text collate "C" not null,
  id uuid not null,
  -- Which of the district's standards: filing, calendar, responsibility.
  book text collate "C" not null,
  number int not null,
  state text not null default 'draft',
  version int not null default 1,
  -- Rows of texts, by list; their form is the book's definition.
  lists jsonb not null,
  rows int not null,
  -- The first day it is worked by, local.
  effective_on date,
  note text not null default '',
  created_at timestamptz(3) not null,
  created_by uuid not null,
  updated_at timestamptz(3) not null,
  updated_by uuid not null,
  updated_by_name text not null,
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint standard_edition_pkey primary key (district_code, id),
  constraint standard_edition_number unique (district_code, book, number),
  constraint standard_edition_state check (state in ('draft', 'published', 'withdrawn')),
  constraint standard_edition_dated check (state <> 'published' or effective_on is not null)
);
create unique index standard_edition_one_draft on standard_edition (district_code, book) where state = 'draft';
create unique index standard_edition_one_a_day on standard_edition (district_code, book, effective_on) where state = 'published';`;

/** Editions hold no person. A draft is its district's; what is published is no secret, as the national lists are none. */
const POLICIES = `
alter table standard_edition enable row level security, force row level security;
grant select on standard_edition to app_district, app_reference, app_job;
grant select, insert, update on standard_edition to app_record;
create policy app_district on standard_edition for select to app_district
  using (district_code = current_setting('app.scope', true));
create policy app_reference on standard_edition for select to app_reference using (state = 'published');
create policy app_job on standard_edition for select to app_job using (true);
create policy app_record on standard_edition to app_record using (id = ${RECORD}) with check (id = ${RECORD});`;

/** Deadlines that reach into a year whose calendar was not published: reckoned again when it is. */
const PROVISIONAL = `
create index event_provisional on event (district_code, id) where (handling_clock ->> 'provisional') = 'true';`;

/** The standards a district sets for itself, in editions with a first day each. */
export class CreateStandardEditions1764000022000 implements MigrationInterface {
  name = 'CreateStandardEditions1764000022000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [TABLE, POLICIES, PROVISIONAL]) await queryRunner.query(part);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index event_provisional');
    await queryRunner.query('drop table standard_edition');
  }
}
