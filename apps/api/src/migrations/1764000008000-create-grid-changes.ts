import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who reads plans: the supervision of a street and above, and whoever writes one. */
const LENSES: readonly (readonly [role: string, condition: string])[] = [
  ['app_region', `district_code ^@ nullif(current_setting('app.scope', true), '')`],
  ['app_district', `district_code = current_setting('app.scope', true)`],
  ['app_street', `street_code = current_setting('app.scope', true)`],
  [
    'app_member',
    `street_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or district_code = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 4) = any(nullif(current_setting('app.codes', true), '')::text[])
     or substr(district_code, 1, 2) = any(nullif(current_setting('app.codes', true), '')::text[])`,
  ],
];
const READERS = LENSES.map(([role]) => role).join(', ');
const RECORD = `nullif(current_setting('app.record', true), '')::uuid`;

const TABLES = `
create table grid_change (
  district_code text collate "C" not null,
  id uuid not null,
  version int not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  kind text not null,
  status text not null,
  -- The unit grids it starts from, and what their outlines were when it was planned.
  codes text[] collate "C" not null,
  names text[] not null,
  outlines_hash text not null,
  effective_on date not null,
  reason text not null,
  -- Where a record goes that nothing places, by the grid it leaves; and what a person decided of single ones.
  defaults jsonb not null,
  decisions jsonb not null,
  -- How much was moved, once it was carried out.
  moved jsonb,
  planned_at timestamptz(3) not null,
  planned_by uuid not null,
  planned_by_name text not null,
  ended_at timestamptz(3),
  ended_by_name text,
  changed_xid xid8 not null default pg_current_xact_id(),
  constraint grid_change_pkey primary key (district_code, id),
  constraint grid_change_kind check (kind in ('rename', 'redraw', 'split', 'merge')),
  constraint grid_change_status check (status in ('planned', 'effective', 'undone', 'lapsed'))
);
create index grid_change_id on grid_change (id);
create index grid_change_of_district on grid_change (district_code, effective_on desc, id desc);
create index grid_change_of_street on grid_change (street_code, effective_on desc, id desc);
create index grid_change_planned on grid_change (community_code) where status = 'planned';

create table grid_change_piece (
  district_code text collate "C" not null,
  change_id uuid not null,
  position int not null,
  code text collate "C" not null,
  name text not null,
  geom geometry(MultiPolygon, 4326) not null,
  center geometry(Point, 4326) not null,
  constraint grid_change_piece_pkey primary key (district_code, change_id, position),
  constraint grid_change_piece_change foreign key (district_code, change_id) references grid_change (district_code, id)
);
create index grid_change_piece_code on grid_change_piece (code);

-- What a grid was called and how it lay before a change that left it its code.
create table grid_past (
  code text collate "C" not null,
  change_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  name text not null,
  geom geometry(MultiPolygon, 4326) not null,
  center geometry(Point, 4326) not null,
  district_code text collate "C" not null generated always as (left(code, 6)) stored,
  constraint grid_past_pk primary key (code, change_id),
  constraint grid_past_node foreign key (code) references grid_node (code),
  constraint grid_past_valid_in_order check (valid_to >= valid_from)
);
create index grid_past_until on grid_past (code, valid_to);

-- Which unit grid went on as which.
create table grid_lineage (
  from_code text collate "C" not null,
  to_code text collate "C" not null,
  change_id uuid not null,
  effective_on date not null,
  constraint grid_lineage_pk primary key (from_code, to_code),
  constraint grid_lineage_from foreign key (from_code) references grid_node (code),
  constraint grid_lineage_to foreign key (to_code) references grid_node (code)
);
create index grid_lineage_to on grid_lineage (to_code);
create index grid_node_ended on grid_node (parent_code, valid_to) where valid_to is not null;
`;

const policies = (): string =>
  LENSES.map(
    ([role, condition]) => `
create policy ${role} on grid_change for select to ${role} using (${condition});
create policy ${role} on grid_change_piece for select to ${role}
  using (exists (select 1 from grid_change as c where c.district_code = grid_change_piece.district_code and c.id = grid_change_piece.change_id));`,
  ).join('\n');

/** The past of the grid is as little a secret as its present. */
const SECURITY = `
alter table grid_change enable row level security, force row level security;
alter table grid_change_piece enable row level security, force row level security;
grant select on grid_change, grid_change_piece to ${READERS};
grant select, insert, update on grid_change to app_record, app_job;
grant select, insert on grid_change_piece to app_record, app_job;
create policy app_record on grid_change to app_record using (id = ${RECORD}) with check (id = ${RECORD});
create policy app_record on grid_change_piece to app_record using (change_id = ${RECORD}) with check (change_id = ${RECORD});
create policy app_job on grid_change to app_job using (true) with check (true);
create policy app_job on grid_change_piece to app_job using (true) with check (true);
grant select on grid_past, grid_lineage to app_reference, app_region, app_district, app_street, app_community, app_grid,
  app_department, app_mine, app_assigned, app_public, app_member, app_record, app_job, app_accounts;
grant insert on grid_past, grid_lineage to app_job;
`;

/** Unit grids in time: planned changes of them, what they were before, and which became which. */
export class CreateGridChanges1764000008000 implements MigrationInterface {
  name = 'CreateGridChanges1764000008000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await queryRunner.query(policies());
    await queryRunner.query(SECURITY);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index grid_node_ended');
    await queryRunner.query('drop table grid_lineage, grid_past, grid_change_piece, grid_change');
  }
}
