import { AREA_LENSES, AREA_READERS } from './area-lenses.js';

/**
 * What the table of a register is made of, as of migration 1764000013000. Migrations that have run depend on it, so its
 * meaning never changes: a table of another shape gets another helper.
 */
export interface RegisterTable {
  readonly name: string;
  /** `point` is two numbers; a `shape` is stored as it was drawn, with a point on it. */
  readonly geometry: 'none' | 'point' | 'shape';
  readonly columns: string;
  /** What names a record among all of its district that are not taken out. */
  readonly naturalKey: string | null;
  /** Columns that are searched by how they begin. */
  readonly prefix: readonly string[];
  readonly exact: readonly string[];
  /** Columns that point into other registers. */
  readonly references: Readonly<Record<string, string>>;
}

const RECORD = `nullif(current_setting('app.record', true), '')::uuid`;
const LEVELS = ['district_code', 'street_code', 'community_code', 'grid_code'];

const POINT = `
  lng double precision,
  lat double precision,
  geom geometry(Point, 4326) generated always as (ST_SetSRID(ST_MakePoint(lng, lat), 4326)) stored,`;

const GEOMETRY: Readonly<Record<RegisterTable['geometry'], string>> = {
  none: '',
  point: POINT,
  shape: `${POINT}
  shape geometry(Geometry, 4326),`,
};

/** The statements that make a table, its indexes and its policies. Those it points into are there already. */
export const createRegisterTable = (table: RegisterTable): string[] => [
  createTable(table),
  createIndexes(table),
  ...createReferences(table),
  secure(table),
];

const createTable = ({ name, geometry, columns }: RegisterTable): string => `
create table ${name} (
  district_code text collate "C" not null,
  id uuid not null,
  version int not null,
  street_code text collate "C" not null,
  community_code text collate "C" not null,
  grid_code text collate "C" not null,${GEOMETRY[geometry]}${columns},
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
${geometry === 'none' ? '' : `create index ${name}_geom on ${name} using gist (geom);`}
${geometry === 'shape' ? `create index ${name}_shape on ${name} using gist (shape);` : ''}`;

/** A list of any level reads its newest, and what begins with some words, from an index of its own level. */
const createIndexes = ({ name, naturalKey, prefix, exact, references }: RegisterTable): string =>
  [
    ...LEVELS.map((level) => `create index on ${name} (${level}, created_at desc, id desc) where deleted_at is null`),
    ...prefix.flatMap((column) =>
      LEVELS.slice(0, 3).map((level) => `create index on ${name} (${level}, ${column}, id) where deleted_at is null`),
    ),
    ...[...exact, ...Object.keys(references)].map(
      (column) => `create index on ${name} (district_code, ${column}) where deleted_at is null and ${column} is not null`,
    ),
    ...(naturalKey
      ? [`create unique index ${name}_once on ${name} (district_code, ${naturalKey}) where deleted_at is null`]
      : []),
  ].join(';\n');

/** Deferrable, so that many records can be stored in any order. */
export const createReferences = ({ name, references }: Pick<RegisterTable, 'name' | 'references'>): string[] =>
  Object.entries(references).map(
    ([column, target]) => `
alter table ${name} add constraint ${name}_${column}_fkey
  foreign key (district_code, ${column}) references ${target} (district_code, id) deferrable initially immediate`,
  );

/** Whoever reads sees no record that was taken out; its history stays, for those who keep the database. */
const secure = ({ name }: RegisterTable): string => `
alter table ${name} enable row level security, force row level security;
grant select on ${name} to ${AREA_READERS};
grant select, insert, update on ${name} to app_record;
grant select, insert, update on ${name} to app_job;
${AREA_LENSES.map(([role, condition]) => `create policy ${role} on ${name} for select to ${role} using (deleted_at is null and (${condition}));`).join('\n')}
create policy app_record on ${name} to app_record using (id = ${RECORD}) with check (id = ${RECORD});
create policy app_job on ${name} to app_job using (true) with check (true);`;
