import type { Statement } from '../../../platform/database/transaction.js';

/** One import at a time; readers go on. */
export const LOCK_GRID = {
  name: 'grid-import.lock',
  text: `select pg_advisory_xact_lock(hashtext('grid.import'))`,
} as const satisfies Statement;

/** $1 district. Ended codes too: they are never given to another place. */
export const LIST_KNOWN = {
  name: 'grid-import.list-known',
  text: `select code, name, valid_to is not null as retired from grid_node where district_code = $1 order by code`,
} as const satisfies Statement;

/** $1 nodes as JSON, $2 day. Answers the codes that were new or have changed. */
export const STORE_NODES = {
  name: 'grid-import.store-nodes',
  text: `
    insert into grid_node as node (code, name, geom, center, fictional, valid_from)
    select code, name, ST_GeomFromText(outline, 4326), ST_SetSRID(ST_MakePoint(lng, lat), 4326), fictional, $2::date
      from jsonb_to_recordset($1::jsonb)
        as given (code text, name text, outline text, lng double precision, lat double precision, fictional boolean)
    on conflict (code) do update
       set name = excluded.name, geom = excluded.geom, center = excluded.center, fictional = excluded.fictional, valid_to = null
     where node.name <> excluded.name or node.geom is distinct from excluded.geom or node.valid_to is not null
    returning code`,
} as const satisfies Statement;

/** $1 workers as JSON, $2 day. */
export const STORE_WORKERS = {
  name: 'grid-import.store-workers',
  text: `
    insert into grid_worker (code, name, fictional, valid_from)
    select code, name, true, $2::date from jsonb_to_recordset($1::jsonb) as given (code text, name text)
    on conflict (code) do nothing
    returning code`,
} as const satisfies Statement;

/** $1 nodes with their new names as JSON. */
export const RENAME_NODES = {
  name: 'grid-import.rename-nodes',
  text: `
    update grid_node node set name = given.name
      from jsonb_to_recordset($1::jsonb) as given (code text, name text)
     where node.code = given.code and node.name <> given.name
    returning node.code`,
} as const satisfies Statement;

/** $1 codes, $2 day. */
export const RETIRE_NODES = {
  name: 'grid-import.retire-nodes',
  text: `
    with workers as (
      update grid_worker set valid_to = $2::date where grid_code = any($1::text[]) and valid_to is null)
    update grid_node set valid_to = $2::date where code = any($1::text[]) and valid_to is null returning code`,
} as const satisfies Statement;

export const RAISE_REVISION = {
  name: 'grid-import.raise-revision',
  text: `update grid_revision set revision = revision + 1`,
} as const satisfies Statement;

/** $1 district. Districts that share more than a hundredth of its area: one of them lies in the wrong place. */
export const LIST_OVERLAPS = {
  name: 'grid-import.list-overlaps',
  text: `
    select other.code, other.name, ST_Area(ST_Intersection(other.geom, own.geom)) / ST_Area(own.geom) as share
      from grid_node own
      join grid_node other on other.level = 'district' and other.valid_to is null and other.code <> own.code
                          and other.geom && own.geom
     where own.code = $1 and ST_Area(ST_Intersection(other.geom, own.geom)) > 0.01 * ST_Area(own.geom)
     order by other.code`,
} as const satisfies Statement;

/** $1 district. */
export const COUNT_LEVELS = {
  name: 'grid-import.count-levels',
  text: `
    select (count(*) filter (where level = 'street'))::int as streets,
           (count(*) filter (where level = 'community'))::int as communities,
           (count(*) filter (where level = 'grid'))::int as grids,
           (select count(*)::int from grid_worker where district_code = $1 and valid_to is null) as workers
      from grid_node where district_code = $1 and valid_to is null`,
} as const satisfies Statement;
