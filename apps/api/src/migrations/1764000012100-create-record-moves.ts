import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lenses that read requests, and what a side of one must be to them: its place holds the codes of its levels. */
const LENSES: readonly (readonly [role: string, condition: (side: string) => string])[] = [
  ['app_region', () => `district_code ^@ nullif(current_setting('app.scope', true), '')`],
  ['app_district', () => `district_code = current_setting('app.scope', true)`],
  ['app_street', (side) => `${side}_street_code = current_setting('app.scope', true)`],
  ['app_community', (side) => `${side}_community_code = current_setting('app.scope', true)`],
  ['app_grid', (side) => `${side}_grid_code = current_setting('app.scope', true)`],
  [
    'app_member',
    (side) => `${side}_grid_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or ${side}_community_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or ${side}_street_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or district_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 4) = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 2) = any(nullif(current_setting('app.codes', true), '')::text[])`,
  ],
];
const READERS = LENSES.map(([role]) => role).join(', ');
const SIDES = ['from', 'to'];

/** A request names both areas, and both see it. Of the record it holds no more than its masked title. */
const TABLE = `
create table register_move (
  district_code text collate "C" not null,
  id uuid not null,
  register text collate "C" not null,
  record_id uuid not null,
  title text not null,
  from_street_code text collate "C" not null,
  from_community_code text collate "C" not null,
  from_grid_code text collate "C" not null,
  to_street_code text collate "C" not null,
  to_community_code text collate "C" not null,
  to_grid_code text collate "C",
  state text not null,
  reason text not null,
  asked_at timestamptz(3) not null,
  asked_by uuid,
  asked_by_name text not null,
  decided_at timestamptz(3),
  decided_by uuid,
  decided_by_name text,
  answer text,
  constraint register_move_pkey primary key (district_code, id),
  constraint register_move_state check (state in ('asked', 'accepted', 'refused', 'withdrawn'))
);
create unique index register_move_asked on register_move (district_code, register, record_id) where state = 'asked';
create index on register_move (district_code, register, asked_at desc, id desc);
${SIDES.flatMap((side) => ['street', 'community', 'grid'].map((level) => `create index on register_move (${side}_${level}_code, register, asked_at desc, id desc);`)).join('\n')}
alter table register_move enable row level security, force row level security;
grant select on register_move to ${READERS};
grant select, insert, update on register_move to app_job;
${LENSES.map(([role, condition]) => `create policy ${role} on register_move for select to ${role} using (${SIDES.map((side) => `(${condition(side)})`).join(' or ')});`).join('\n')}
create policy app_job on register_move to app_job using (true) with check (true);
`;

/** Records on their way from one area to another. */
export class CreateRecordMoves1764000012100 implements MigrationInterface {
  name = 'CreateRecordMoves1764000012100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table register_move');
  }
}
