import { type FieldDefinition, hasShape, isEncrypted, type RegisterDefinition, snakeCase, type SumOf, tableOf } from '@wangge/domain';
import type { Statement } from '../../platform/database/index.js';
import { nameOf } from './conditions.js';

/**
 * SQL made from a definition: every identifier is the definition's own, in snake_case; nothing of a request is ever
 * part of a text.
 */
const PLACE_COLUMNS = ['district_code', 'street_code', 'community_code', 'grid_code'];

export const columnOf = ({ name }: Pick<FieldDefinition, 'name'>): string => snakeCase(name);
export const indexColumnOf = (field: Pick<FieldDefinition, 'name'>): string => `${columnOf(field)}_index`;

/** Blind indexes tell which rows hold the same value: there is one only where somebody looks for it. */
export const isIndexed = ({ naturalKey = [] }: RegisterDefinition, field: FieldDefinition): boolean =>
  isEncrypted(field) && (field.search === 'exact' || field.filter === true || naturalKey.includes(field.name));

/** The column whose equality is the equality of the value. */
export const keyColumnOf = (field: FieldDefinition): string => (isEncrypted(field) ? indexColumnOf(field) : columnOf(field));

export const once = (definition: RegisterDefinition): string => `${tableOf(definition)}_once`;
export const foreignKeyOf = (definition: RegisterDefinition, field: FieldDefinition): string =>
  `${tableOf(definition)}_${columnOf(field)}_fkey`;

const statement = (prefix: string, text: string): Statement => ({ name: nameOf(prefix, text), text });

/** Days leave the database as texts: a day has no hour and no zone. */
const selected = (field: FieldDefinition): string => {
  const column = columnOf(field);
  return field.kind === 'date' && !isEncrypted(field) ? `r.${column}::text as ${column}` : `r.${column}`;
};

const pointOf = ({ geometry }: RegisterDefinition): readonly string[] =>
  geometry === 'none' ? ['null::float8 as lng', 'null::float8 as lat'] : ['r.lng', 'r.lat'];

/** Nine digits keep a tenth of a millimetre. Only for single records: an outline may weigh more than a page of rows. */
const shapeOf = (definition: RegisterDefinition): readonly string[] =>
  hasShape(definition) ? ['ST_AsGeoJSON(r.geom, 9)::json as shape'] : [];

/** One record with its outline. */
export const wholeRowOf = (definition: RegisterDefinition): string =>
  [rowOf(definition), ...shapeOf(definition)].join(', ');

/** Everything a view shows, of a table called `r`. The names are looked up for the rows of the page only. */
export const rowOf = (definition: RegisterDefinition): string =>
  [
    'r.id',
    'r.version',
    ...PLACE_COLUMNS.map((column) => `r.${column}`),
    ...pointOf(definition),
    'r.created_at',
    'r.updated_at',
    ...definition.fields.map(selected),
    ...['district', 'street', 'community', 'grid'].map(
      (level) => `(select name from grid_node where code = r.${level}_code) as place_${level}`,
    ),
  ].join(', ');

/** The cells a write may set. */
const cellColumns = (definition: RegisterDefinition): string[] => [
  ...(definition.geometry === 'none' ? [] : ['lng', 'lat']),
  ...(hasShape(definition) ? ['geom'] : []),
  ...definition.fields.flatMap((field) =>
    isIndexed(definition, field) ? [columnOf(field), indexColumnOf(field)] : [columnOf(field)],
  ),
];

/** $1 rows in JSON, $2 who writes. */
export function insertInto(definition: RegisterDefinition): Statement {
  const table = tableOf(definition);
  const columns = ['id', 'version', ...PLACE_COLUMNS, 'created_at', 'updated_at', ...cellColumns(definition)].join(', ');
  const text = `insert into ${table} (${columns}, created_by, updated_by)
                select ${columns}, $2::uuid, $2::uuid from jsonb_populate_recordset(null::${table}, $1::jsonb)
                on conflict (district_code, id) do nothing returning id`;
  return statement('registers.insert', text);
}

/** $1 the new cells in JSON, $2 district, $3 id, $4 version, $5 now, $6 who writes. */
export function update(definition: RegisterDefinition, columns: readonly string[]): Statement {
  const table = tableOf(definition);
  const known = new Set([...PLACE_COLUMNS, ...cellColumns(definition)]);
  const assignments = columns.filter((column) => known.has(column)).map((column) => `${column} = n.${column}, `);
  const text = `update ${table} as r
                   set ${assignments.join('')}version = $4, updated_at = $5, updated_by = $6, changed_xid = pg_current_xact_id()
                  from jsonb_populate_record(null::${table}, $1::jsonb) as n where r.district_code = $2 and r.id = $3`;
  return statement('registers.update', text);
}

/** $1 district, $2 id, $3 version, $4 now, $5 who. */
export function remove(definition: RegisterDefinition): Statement {
  const text = `update ${tableOf(definition)} set deleted_at = $4, deleted_by = $5, version = $3, updated_at = $4, updated_by = $5,
                       changed_xid = pg_current_xact_id()
                 where district_code = $1 and id = $2`;
  return statement('registers.remove', text);
}

/** $1 district, $2 id. Holds the row until the transaction ends. */
export function lock(definition: RegisterDefinition): Statement {
  const fields = ['r.id', 'r.version', 'r.deleted_at', ...PLACE_COLUMNS.map((column) => `r.${column}`), ...pointOf(definition), ...shapeOf(definition)];
  const text = `select ${[...fields, ...definition.fields.map(selected)].join(', ')}
                  from ${tableOf(definition)} as r where r.district_code = $1 and r.id = $2 for update`;
  return statement('registers.lock', text);
}

/** $1 id: under the record lens, where no other exists. Also one that was taken out. */
export const isTaken = (definition: RegisterDefinition): Statement =>
  statement('registers.is-taken', `select 1 from ${tableOf(definition)} where id = $1`);

/** $1 district, $2 id: whether a record of another register, or of this one, points at it. */
export const isReferenced = (definition: RegisterDefinition, field: FieldDefinition): Statement =>
  statement(
    'registers.is-referenced',
    `select 1 from ${tableOf(definition)} where district_code = $1 and ${columnOf(field)} = $2 and deleted_at is null limit 1`,
  );

/**
 * $1 GeoJSON, $2 the tolerance of borders in metres: why it is no shape that can be stored, else a point on it and the
 * district it lies in as a whole. A height is left out.
 */
export const READ_SHAPE: Statement = {
  name: 'registers.read-shape',
  text: `with given as (select ST_Force2D(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326)) as geom),
              checked as (select geom, ST_IsValid(geom) as is_valid, case when ST_IsValid(geom) then ST_PointOnSurface(geom) end as spot from given)
         select ST_IsValidReason(geom) as reason, ST_X(spot) as lng, ST_Y(spot) as lat, ST_AsGeoJSON(geom, 9)::json as shape,
                case when is_valid then (
                  select code from grid_node as d
                   where d.level = 'district' and d.valid_to is null and d.geom && checked.geom
                     and (ST_Covers(d.geom, checked.geom) or ST_Covers(ST_Buffer(d.geom::geography, $2)::geometry, checked.geom))
                   limit 1) end as district
           from checked`,
};

/** $1 district, $2 ids of the records that are summed up in, held until the transaction ends. */
export const holdTargets = (target: RegisterDefinition): Statement =>
  statement('registers.hold', `select 1 from ${tableOf(target)} where district_code = $1 and id = any($2::uuid[]) order by id for update`);

/** The same parameters. What was taken out counts no more. */
export function sumUp(target: RegisterDefinition, sum: FieldDefinition, { register, by, field }: SumOf): Statement {
  const [from, pointer] = [tableOf({ name: register }), columnOf({ name: by })];
  const total = `select coalesce(sum(s.${columnOf({ name: field })}), 0) from ${from} as s
                  where s.district_code = r.district_code and s.${pointer} = r.id and s.deleted_at is null`;
  const text = `update ${tableOf(target)} as r set ${columnOf(sum)} = (${total}), changed_xid = pg_current_xact_id()
                 where r.district_code = $1 and r.id = any($2::uuid[])`;
  return statement('registers.sum-up', text);
}

/** $1 code of a unit grid. */
export const UNIT_GRID: Statement = {
  name: 'registers.unit-grid',
  text: `select code from grid_node where code = $1 and level = 'grid' and valid_to is null`,
};

/** $1 changes in JSON. */
export const APPEND_CHANGES: Statement = {
  name: 'registers.append-changes',
  text: `insert into register_change (district_code, register, record_id, id, version, at, actor_id, actor_name, kind, fields, reason, action)
         select district_code, register, record_id, id, version, at, actor_id, actor_name, kind, fields, reason, action
           from jsonb_populate_recordset(null::register_change, $1::jsonb)`,
};

/** $1 district, $2 register, $3 record. */
export const HISTORY: Statement = {
  name: 'registers.history',
  text: `select version, at, actor_name, kind, fields, reason, action from register_change
          where district_code = $1 and register = $2 and record_id = $3 order by at desc, id desc limit 200`,
};

/** $1 district, $2 account, $3 day, $4 how many a day: one row where there is one left, none where there is not. */
export const CHARGE: Statement = {
  name: 'registers.charge',
  text: `insert into register_reveal_count as c (district_code, account_id, day, used) values ($1, $2, $3, 1)
         on conflict (district_code, account_id, day) do update set used = c.used + 1 where c.used < $4
         returning used`,
};
