import { type FieldDefinition, hasShape, isEncrypted, type RegisterDefinition, type SumOf, tableOf } from '@wangge/domain';
import type { Statement } from '../../platform/database/index.js';
import { nameOf } from './conditions.js';
import { columnOf, indexColumnOf, isIndexed, keyColumnOf, PLACE_COLUMNS } from './register-columns.js';
import { sourceOf } from './record-source.js';
import { writesOf } from './writes-of.js';

/**
 * SQL made from a definition: every identifier is the definition's own, in snake_case; nothing of a request is ever
 * part of a text.
 */
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
  hasShape(definition) ? ['ST_AsGeoJSON(r.shape, 9)::json as shape'] : [];

/** One record with its outline. */
export const wholeRowOf = (definition: RegisterDefinition): string => [rowOf(definition), ...shapeOf(definition)].join(', ');

/** Everything a view shows, of a source called `r`. The names are looked up for the rows of the page only. */
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

/** $1 district, $2 id. Holds the row until the transaction ends. */
export function lock(definition: RegisterDefinition): Statement {
  const fields = [
    'r.id',
    'r.version',
    'r.deleted_at',
    ...PLACE_COLUMNS.map((column) => `r.${column}`),
    ...pointOf(definition),
    ...shapeOf(definition),
  ];
  const text = `select ${[...fields, ...definition.fields.map(selected)].join(', ')}
                  from ${sourceOf(definition)} as r where r.district_code = $1 and r.id = $2 for update`;
  return statement('registers.lock', text);
}

/** $1 district, $2 ids: those that are not taken out. */
export function listPlain(definition: RegisterDefinition): Statement {
  const fields = ['r.id', 'r.version', ...PLACE_COLUMNS.map((column) => `r.${column}`), ...pointOf(definition)];
  const text = `select ${[...fields, ...definition.fields.map(selected)].join(', ')}
                  from ${sourceOf(definition)} as r where r.district_code = $1 and r.id = any($2::uuid[]) and r.deleted_at is null`;
  return statement('registers.list-plain', text);
}

/** $1 id: under the record lens, where no other exists. Also one that was taken out. */
export const isTaken = (definition: RegisterDefinition): Statement =>
  statement('registers.is-taken', `select 1 from ${sourceOf(definition)} as r where r.id = $1`);

/** $1 district, $2 id: whether a record of another register, or of this one, points at it. */
export const isReferenced = (definition: RegisterDefinition, field: FieldDefinition): Statement =>
  statement(
    'registers.is-referenced',
    `select 1 from ${sourceOf(definition)} as r
      where r.district_code = $1 and r.${columnOf(field)} = $2 and r.deleted_at is null limit 1`,
  );

/** $1 district, $2 id: under the job lens. Holds a record so that it is not taken out before the transaction ends. */
export const hold = (definition: RegisterDefinition): Statement =>
  statement(
    'registers.hold',
    `select 1 from ${sourceOf(definition)} as r
      where r.district_code = $1 and r.id = $2 and r.deleted_at is null for key share`,
  );

/** $1 district, $2 register, $3 version. No new version is published until the transaction ends. */
export const STATE: Statement = { name: 'registers.state', text: 'select register_state($1, $2, $3) as state' };

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

/** The same for a list of shapes in JSON, each with its position in the list. */
export const READ_SHAPES: Statement = {
  name: 'registers.read-shapes',
  text: `with given as (select position::int, ST_Force2D(ST_SetSRID(ST_GeomFromGeoJSON(one::text), 4326)) as geom
                   from jsonb_array_elements($1::jsonb) with ordinality as each (one, position)),
              checked as materialized (
                select position, geom, ST_IsValid(geom) as is_valid, case when ST_IsValid(geom) then ST_PointOnSurface(geom) end as spot
                  from given)
         select position - 1 as index, case when is_valid then 'Valid Geometry' else ST_IsValidReason(geom) end as reason,
                ST_X(spot) as lng, ST_Y(spot) as lat, ST_AsGeoJSON(geom, 9)::json as shape,
                case when is_valid then (
                  select code from grid_node as d
                   where d.level = 'district' and d.valid_to is null and d.geom && checked.geom
                     and (ST_Covers(d.geom, checked.geom) or ST_Covers(ST_Buffer(d.geom::geography, $2)::geometry, checked.geom))
                   limit 1) end as district
           from checked`,
};

/** $1 district, $2 ids of the records that are summed up in, held until the transaction ends. */
export const holdTargets = (target: RegisterDefinition): Statement =>
  statement(
    'registers.hold-targets',
    `select 1 from ${tableOf(target)} where district_code = $1 and id = any($2::uuid[]) order by id for update`,
  );

/** The same parameters. What was taken out counts no more. */
export function sumUp(target: RegisterDefinition, sum: FieldDefinition, { register, by, field }: SumOf): Statement {
  const total = `select coalesce(sum(s.${columnOf({ name: field })}), 0) from ${tableOf({ name: register })} as s
                  where s.district_code = r.district_code and s.${columnOf({ name: by })} = r.id and s.deleted_at is null`;
  const text = `update ${tableOf(target)} as r set ${columnOf(sum)} = (${total}), changed_xid = pg_current_xact_id()
                 where r.district_code = $1 and r.id = any($2::uuid[])`;
  return statement('registers.sum-up', text);
}

/** $1 code of a unit grid. */
export const UNIT_GRID: Statement = {
  name: 'registers.unit-grid',
  text: `select code from grid_node where code = $1 and level = 'grid' and valid_to is null`,
};

/** A row with everything a write keeps or replaces. */
const wholeRow = (definition: RegisterDefinition): string =>
  [
    'r.id',
    'r.version',
    'r.deleted_at',
    ...PLACE_COLUMNS.map((column) => `r.${column}`),
    ...pointOf(definition),
    ...shapeOf(definition),
    ...definition.fields.flatMap((field) =>
      isIndexed(definition, field) ? [selected(field), `r.${indexColumnOf(field)}`] : [selected(field)],
    ),
  ].join(', ');

/** $1 district, $2 keys in JSON (column: cell): the records that have one of them, held until the transaction ends where asked for. */
export function findByKeys(definition: RegisterDefinition, holds: boolean): Statement {
  const keys = definition.fields.filter(({ name }) => definition.naturalKey?.includes(name)).map(keyColumnOf);
  const equal = keys.map((column) => `r.${column} = k.${column}`).join(' and ');
  const text = `select ${wholeRow(definition)} from ${writesOf(definition).keys('$2')}
                  join ${sourceOf(definition)} as r on r.district_code = $1 and ${equal} and r.deleted_at is null${holds ? ' for update of r' : ''}`;
  return statement('registers.find-by-keys', text);
}

/** $1 district, $2 ids: also those that were taken out. */
export function findByIds(definition: RegisterDefinition, holds: boolean): Statement {
  const text = `select ${wholeRow(definition)} from ${sourceOf(definition)} as r
                 where r.district_code = $1 and r.id = any($2::uuid[])${holds ? ' for update of r' : ''}`;
  return statement('registers.find-by-ids', text);
}

/** $1 district, $2 ids: those that are there, which nobody takes out until the transaction ends. */
export const holdMany = (definition: RegisterDefinition): Statement =>
  statement(
    'registers.hold-many',
    `select r.id from ${sourceOf(definition)} as r where r.district_code = $1 and r.id = any($2::uuid[]) and r.deleted_at is null for share`,
  );

/** $1 codes: those that are unit grids now. */
export const UNIT_GRIDS: Statement = {
  name: 'registers.unit-grids',
  text: `select code from grid_node where code = any($1::text[]) and level = 'grid' and valid_to is null`,
};

/** $1 changes in JSON. */
export const APPEND_CHANGES: Statement = {
  name: 'registers.append-changes',
  text: `insert into register_change (district_code, register, record_id, id, version, at, actor_id, actor_name, kind, fields, reason, action)
         select district_code, register, record_id, id, version, at, actor_id, actor_name, kind, fields, reason, action
           from jsonb_populate_recordset(null::register_change, $1::jsonb)`,
};

/** $1 district, $2 register, $3 records: one and those that were merged into it. */
export const HISTORY: Statement = {
  name: 'registers.history',
  text: `select record_id, version, at, actor_name, kind, fields, reason, action from register_change
          where district_code = $1 and register = $2 and record_id = any($3::uuid[]) order by at desc, id desc limit 200`,
};

/** $1 district, $2 register, $3 record, $4 how many. The total is of all. */
export const LOOKS: Statement = {
  name: 'registers.looks',
  text: `select at, actor_name, fields, reason, count(*) over ()::int as total from register_change
          where district_code = $1 and register = $2 and record_id = $3 and kind = 'revealed'
          order by at desc, id desc limit $4`,
};

/** $1 district, $2 account, $3 day, $4 how many a day: one row where there is one left, none where there is not. */
export const CHARGE: Statement = {
  name: 'registers.charge',
  text: `insert into register_reveal_count as c (district_code, account_id, day, used) values ($1, $2, $3, 1)
         on conflict (district_code, account_id, day) do update set used = c.used + 1 where c.used < $4
         returning used`,
};
