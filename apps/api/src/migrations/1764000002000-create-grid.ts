import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The five levels: nodes with their boundaries, and the workers of the unit grids. Reference data, written by imports only. */
export class CreateGrid1764000002000 implements MigrationInterface {
  name = 'CreateGrid1764000002000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(GRID_NODE);
    await queryRunner.query(GRID_WORKER);
    await queryRunner.query(GRID_REVISION);
    await queryRunner.query(GRANTS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table grid_revision, grid_worker, grid_node');
  }
}

/** The code is the path: whatever follows from it is generated, so that no column can disagree with it. */
const GRID_NODE = `
create table grid_node (
  code text collate "C" not null,
  name text not null,
  level text not null generated always as (
    case length(code) when 6 then 'district' when 9 then 'street' when 12 then 'community' when 15 then 'grid' end) stored,
  parent_code text collate "C" generated always as (case when length(code) > 6 then left(code, -3) end) stored,
  district_code text collate "C" not null generated always as (left(code, 6)) stored,
  street_code text collate "C" generated always as (case when length(code) >= 9 then left(code, 9) end) stored,
  community_code text collate "C" generated always as (case when length(code) >= 12 then left(code, 12) end) stored,
  grid_code text collate "C" generated always as (case when length(code) = 15 then code end) stored,
  geom geometry(MultiPolygon, 4326) not null,
  -- A point well inside, for labels.
  center geometry(Point, 4326) not null,
  area_km2 double precision not null generated always as (ST_Area(geom::geography) / 1e6) stored,
  -- Drawn up for demonstration, not surveyed.
  fictional boolean not null,
  valid_from date not null,
  -- A retired code stays, so that it is never given to another place.
  valid_to date,
  constraint grid_node_pk primary key (code),
  constraint grid_node_parent foreign key (parent_code) references grid_node (code),
  constraint grid_node_code_is_path check (code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15})$'),
  constraint grid_node_valid_in_order check (valid_to >= valid_from)
);
create index grid_node_children on grid_node (parent_code, code) where valid_to is null;
create index grid_node_of_level on grid_node (district_code, level, code) where valid_to is null;
-- Locating a point asks for unit grids only; the index holds nothing else.
create index grid_node_locate on grid_node using gist (geom) where level = 'grid' and valid_to is null;
`;

const GRID_WORKER = `
create table grid_worker (
  -- Unit grid, role (1 leader, 2 full-time, 3 part-time, 4 police, 5 auxiliary) and serial: 230302001001001-2-04.
  code text collate "C" not null,
  name text not null,
  grid_code text collate "C" not null generated always as (left(code, 15)) stored,
  district_code text collate "C" not null generated always as (left(code, 6)) stored,
  role smallint not null generated always as (substr(code, 17, 1)::smallint) stored,
  fictional boolean not null,
  valid_from date not null,
  valid_to date,
  constraint grid_worker_pk primary key (code),
  constraint grid_worker_grid foreign key (grid_code) references grid_node (code),
  constraint grid_worker_code_form check (code ~ '^[0-9]{15}-[1-5]-[0-9]{2}$'),
  constraint grid_worker_valid_in_order check (valid_to >= valid_from)
);
create index grid_worker_by_grid on grid_worker (grid_code, code) where valid_to is null;
`;

/** Counts the imports that changed something: whoever remembers boundaries asks whether they are still true. */
const GRID_REVISION = `
create table grid_revision (
  is_only boolean not null default true,
  revision int not null,
  constraint grid_revision_pk primary key (is_only),
  constraint grid_revision_has_one_row check (is_only)
);
insert into grid_revision (revision) values (0);
`;

/** The grid is no secret; who works in it is for signed-in people. */
const GRANTS = `
grant select on grid_node, grid_revision to app_reference, app_region, app_district, app_street, app_community, app_grid,
  app_department, app_mine, app_assigned, app_public, app_member, app_record, app_job, app_accounts;
grant select on grid_worker to app_reference, app_region, app_district, app_street, app_community, app_grid, app_department,
  app_mine, app_assigned, app_member, app_record, app_job, app_accounts;
grant insert, update on grid_node, grid_worker to app_job;
grant update on grid_revision to app_job;
`;
