import type { Statement } from '../../platform/database/index.js';

const NODE = `
  node.code, node.name, node.level, node.parent_code, ST_X(node.center) as lng, ST_Y(node.center) as lat,
  node.area_km2, node.fictional,
  (select count(*)::int from grid_node child where child.parent_code = node.code and child.valid_to is null) as child_count`;

export const LIST_DISTRICTS = {
  name: 'grids.list-districts',
  text: `select ${NODE} from grid_node node where node.level = 'district' and node.valid_to is null order by node.code`,
} as const satisfies Statement;

/** $1 parent. */
export const LIST_CHILDREN = {
  name: 'grids.list-children',
  text: `select ${NODE} from grid_node node where node.parent_code = $1 and node.valid_to is null order by node.code`,
} as const satisfies Statement;

/**
 * $1 words, $2 code of the node to search below, or nothing; $3 how many. Codes are matched from their beginning, names anywhere,
 * letter for letter: no sign has a meaning of its own.
 */
export const SEARCH = {
  name: 'grids.search',
  text: `
    select ${NODE}
      from grid_node node
     where node.valid_to is null
       and node.code ^@ $2::text
       and (node.code ^@ $1::text or strpos(lower(node.name), lower($1::text)) > 0)
     order by node.name <> $1::text, length(node.code), node.code
     limit $3`,
} as const satisfies Statement;

/** $1 code. */
export const FIND_NODE = {
  name: 'grids.find-node',
  text: `select ${NODE} from grid_node node where node.code = $1 and node.valid_to is null`,
} as const satisfies Statement;

/** $1 code. Also one that has ended. */
export const FIND_EVER = {
  name: 'grids.find-ever',
  text: `
    select ${NODE}, node.valid_from::text as valid_from, node.valid_to::text as valid_to
      from grid_node node where node.code = $1`,
} as const satisfies Statement;

/** $1 code. What it was made from, and what it became. */
export const LIST_LINEAGE = {
  name: 'grids.list-lineage',
  text: `
    select 'from' as side, from_code as code, (select name from grid_node where code = from_code) as name, effective_on::text as "on"
      from grid_lineage where to_code = $1
    union all
    select 'to', to_code, (select name from grid_node where code = to_code), effective_on::text
      from grid_lineage where from_code = $1
    order by 1, 2`,
} as const satisfies Statement;

/**
 * The tree as it was in the course of a day ($2): what was valid then, each under the name and with the outline it had.
 * Of several states of one day the last counts.
 */
const ON_THAT_DAY = `
  grid_node node
  left join lateral (
    select past.name, past.geom, past.center from grid_past past
     where past.code = node.code and past.valid_to > $2::date order by past.valid_to, past.change_id limit 1) as past on true`;
const WAS_VALID = (node: string) =>
  `${node}.valid_from <= $2::date and (${node}.valid_to is null or ${node}.valid_to > $2::date)`;

const NODE_THEN = `
  node.code, coalesce(past.name, node.name) as name, node.level, node.parent_code,
  ST_X(coalesce(past.center, node.center)) as lng, ST_Y(coalesce(past.center, node.center)) as lat,
  case when past.geom is null then node.area_km2 else ST_Area(past.geom::geography) / 1e6 end as area_km2, node.fictional,
  (select count(*)::int from grid_node child where child.parent_code = node.code and ${WAS_VALID('child')}) as child_count`;

/** $1 parent, or null for the districts, $2 day. */
export const LIST_THEN = {
  name: 'grids.list-then',
  text: `select ${NODE_THEN} from ${ON_THAT_DAY}
          where node.parent_code is not distinct from $1::text and ${WAS_VALID('node')} order by node.code`,
} as const satisfies Statement;

/** $1 code, $2 day. */
export const FIND_THEN = {
  name: 'grids.find-then',
  text: `select ${NODE_THEN} from ${ON_THAT_DAY} where node.code = $1 and ${WAS_VALID('node')}`,
} as const satisfies Statement;

/** $1 words, $2 day, $3 code of the node to search below, or nothing, $4 how many. */
export const SEARCH_THEN = {
  name: 'grids.search-then',
  text: `
    select ${NODE_THEN} from ${ON_THAT_DAY}
     where ${WAS_VALID('node')} and node.code ^@ $3::text
       and (node.code ^@ $1::text or strpos(lower(coalesce(past.name, node.name)), lower($1::text)) > 0)
     order by coalesce(past.name, node.name) <> $1::text, length(node.code), node.code
     limit $4`,
} as const satisfies Statement;

/** $1 district, $2 day, $3 levels, $4 the node at or below which. */
export const LIST_BOUNDARIES_THEN = {
  name: 'grids.list-boundaries-then',
  text: `
    select node.code, coalesce(past.name, node.name) as name, node.level, node.fictional,
           ST_AsGeoJSON(case when ST_NumGeometries(shape) = 1 then ST_GeometryN(shape, 1) else shape end, 6)::json as geometry
      from ${ON_THAT_DAY}, lateral (select coalesce(past.geom, node.geom) as shape) as outline
     where node.district_code = $1 and node.level = any($3::text[]) and node.code ^@ $4::text and ${WAS_VALID('node')}
     order by length(node.code), node.code`,
} as const satisfies Statement;

/** $1 the codes of a chain. */
export const LIST_PATH = {
  name: 'grids.list-path',
  text: `select code, name, level from grid_node where code = any($1::text[]) order by length(code)`,
} as const satisfies Statement;

/** $1 a unit grid or a community. */
export const LIST_WORKERS = {
  name: 'grids.list-workers',
  text: `
    select code, name from grid_worker
     where grid_code >= $1 and grid_code < $1 || ':' and valid_to is null
     order by code`,
} as const satisfies Statement;

export const READ_REVISION = {
  name: 'grids.read-revision',
  text: `select revision from grid_revision`,
} as const satisfies Statement;

/**
 * $1 district, $2 levels, $3 the node at or below which. Six decimals are a tenth of a metre; neighbours are rounded alike, so
 * that no gaps open. Nothing is left out of the lines for the same reason.
 */
export const LIST_BOUNDARIES = {
  name: 'grids.list-boundaries',
  text: `
    select code, name, level, fictional,
           ST_AsGeoJSON(case when ST_NumGeometries(geom) = 1 then ST_GeometryN(geom, 1) else geom end, 6)::json as geometry
      from grid_node
     where district_code = $1 and level = any($2::text[]) and code ^@ $3::text and valid_to is null
     order by length(code), code`,
} as const satisfies Statement;

const CHAIN = `
  place.code as grid_code, place.community_code, place.street_code, place.district_code, place.name as grid,
  (select name from grid_node where code = place.community_code) as community,
  (select name from grid_node where code = place.street_code) as street,
  (select name from grid_node where code = place.district_code) as district`;

/** $1 longitude, $2 latitude. On a border both sides are found, and the lower code is taken. */
export const LOCATE_INSIDE = {
  name: 'grids.locate-inside',
  text: `
    select ${CHAIN}, ST_Contains(place.geom, point) as is_inside
      from ST_SetSRID(ST_MakePoint($1, $2), 4326) as point
      join grid_node place on place.level = 'grid' and place.valid_to is null and ST_Intersects(place.geom, point)
     order by place.code
     limit 1`,
} as const satisfies Statement;

/** $1 longitudes, $2 latitudes: the unit grid of each point that lies in one, by its place in the lists from 1. */
export const LOCATE_INSIDE_MANY = {
  name: 'grids.locate-inside-many',
  text: `
    select distinct on (given.number) given.number::int as number, ${CHAIN}
      from unnest($1::float8[], $2::float8[]) with ordinality as given (lng, lat, number)
      join grid_node place on place.level = 'grid' and place.valid_to is null
                          and ST_Intersects(place.geom, ST_SetSRID(ST_MakePoint(given.lng, given.lat), 4326))
     order by given.number, place.code`,
} as const satisfies Statement;

/** $1 longitude, $2 latitude, $3 metres, $4 and $5 the same in degrees of longitude and latitude, rather too much. */
export const LOCATE_NEAR = {
  name: 'grids.locate-near',
  text: `
    select ${CHAIN}, ST_Distance(place.geom::geography, point::geography) as distance
      from ST_SetSRID(ST_MakePoint($1, $2), 4326) as point
      join grid_node place on place.level = 'grid' and place.valid_to is null and place.geom && ST_Expand(point, $4, $5)
     where ST_DWithin(place.geom::geography, point::geography, $3)
     order by distance, place.code
     limit 1`,
} as const satisfies Statement;
