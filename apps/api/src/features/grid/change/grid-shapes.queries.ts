import type { Statement } from '../../../platform/database/index.js';

/**
 * How far, in degrees, lines may lie apart and still be the same: about a metre. Outlines reach the screens rounded to a
 * tenth of a metre and come back so. Whatever is thinner than this is no overlap and no gap.
 */
const TOLERANCE = '0.00001::float8';
/** Half of it from both sides makes everything thinner vanish. */
const isThin = (geom: string) => `ST_IsEmpty(ST_Buffer(${geom}, -${TOLERANCE} / 2))`;
const areas = (geom: string) => `ST_Multi(ST_CollectionExtract(${geom}, 3))`;
/** Snaps what meets within a tenth of a millimetre, so that no hairlines stay between neighbours. */
const GLUE = '0.000000001::float8';
const drawn = (parameter: string) => `ST_SetSRID(ST_GeomFromGeoJSON(${parameter}::text), 4326)`;
const CURRENT = `valid_to is null and level = 'grid'`;

/** $1 codes. Only valid unit grids. */
export const LIST_GRIDS = {
  name: 'grid-shapes.list-grids',
  text: `select code, name from grid_node where code = any($1::text[]) and ${CURRENT} order by code`,
} as const satisfies Statement;

/** $1 community. */
export const FIND_COMMUNITY = {
  name: 'grid-shapes.find-community',
  text: `select code, name from grid_node where code = $1 and level = 'community' and valid_to is null`,
} as const satisfies Statement;

/** $1 area. A row where it crosses itself, with the place. */
export const AREA_FAULT = {
  name: 'grid-shapes.area-fault',
  text: `
    select coalesce(ST_X(detail.location), ST_X(ST_PointN(ST_Boundary(shape), 1))) as lng,
           coalesce(ST_Y(detail.location), ST_Y(ST_PointN(ST_Boundary(shape), 1))) as lat
      from ${drawn('$1')} as shape, ST_IsValidDetail(shape) as detail
     where not detail.valid`,
} as const satisfies Statement;

/** $1 line. Where it crosses itself it falls into more parts, which meet there. */
export const LINE_FAULT = {
  name: 'grid-shapes.line-fault',
  text: `
    select ST_X(ST_EndPoint(part.geom)) as lng, ST_Y(ST_EndPoint(part.geom)) as lat
      from ${drawn('$1')} as line, ST_Dump(ST_UnaryUnion(line)) as part
     where not ST_IsSimple(line)
     order by ST_Equals(ST_EndPoint(part.geom), ST_EndPoint(line)) or ST_Equals(ST_EndPoint(part.geom), ST_StartPoint(line))
     limit 1`,
} as const satisfies Statement;

/** $1 grid, $2 line. The pieces from west to east, and from north to south. */
export const CUT_BY_LINE = {
  name: 'grid-shapes.cut-by-line',
  text: `
    select null::text as code, ST_Multi(part.geom)::text as outline
      from grid_node grid, ST_Dump(ST_CollectionExtract(ST_Split(grid.geom, ${drawn('$2')}), 3)) as part
     where grid.code = $1
     order by ST_X(ST_Centroid(part.geom)), ST_Y(ST_Centroid(part.geom)) desc`,
} as const satisfies Statement;

/** $1 grid, $2 area. What lies in the area, and the rest. */
export const CUT_BY_AREA = {
  name: 'grid-shapes.cut-by-area',
  text: `
    select null::text as code, part.geom::text as outline
      from grid_node grid, ${drawn('$2')} as area,
           lateral (values (1, ${areas('ST_Intersection(grid.geom, area)')}), (2, ${areas('ST_Difference(grid.geom, area)')})) as part (n, geom)
     where grid.code = $1 and not ST_IsEmpty(part.geom)
     order by part.n`,
} as const satisfies Statement;

/** $1 codes. */
export const MERGE = {
  name: 'grid-shapes.merge',
  text: `
    select null::text as code, ${areas(`ST_Union(geom, ${GLUE})`)}::text as outline,
           ST_NumGeometries(ST_Multi(ST_Union(ST_Buffer(geom, ${TOLERANCE})))) > max(ST_NumGeometries(geom)) as "isApart"
      from grid_node where code = any($1::text[])`,
} as const satisfies Statement;

/** $1 codes, as they are. */
export const AS_THEY_ARE = {
  name: 'grid-shapes.as-they-are',
  text: `select code, geom::text as outline from grid_node where code = any($1::text[]) order by code`,
} as const satisfies Statement;

/**
 * $1 grid, $2 its new outline, $3 whether neighbours give way. The grid itself, and every neighbour in its community
 * whose outline is another afterwards. What is released goes to the neighbour that has the longest border with it;
 * slivers stay where they were.
 */
export const REDRAW = {
  name: 'grid-shapes.redraw',
  text: `
    with own as (select geom, parent_code from grid_node where code = $1),
    near as (
      select node.code, node.geom from grid_node node, own
       where node.parent_code = own.parent_code and node.code <> $1 and node.valid_to is null),
    inside as (
      select ST_Intersection(${drawn('$2')}, parent.geom) as geom
        from own join grid_node parent on parent.code = own.parent_code),
    taken as (
      select near.code, near.geom, ${isThin('ST_Intersection(near.geom, inside.geom)')} as is_grazed
        from near, inside where ST_Intersects(near.geom, inside.geom)),
    trimmed as (
      select ${areas(`coalesce(ST_Difference(inside.geom, (select ST_Union(geom) from taken where is_grazed)), inside.geom)`)} as geom
        from inside),
    released as (
      select row_number() over () as n, part.geom, ${isThin('part.geom')} as is_sliver
        from own, trimmed, ST_Dump(ST_CollectionExtract(ST_Difference(own.geom, trimmed.geom), 3)) as part),
    heir as (
      select released.n, released.geom,
             (select near.code from near
               where ST_Intersects(near.geom, ST_Buffer(released.geom, ${TOLERANCE}))
               order by ST_Area(ST_Intersection(near.geom, ST_Buffer(released.geom, ${TOLERANCE}))) desc, near.code limit 1) as code
        from released where not is_sliver and $3),
    whole as (
      select ${areas(`ST_Union(array_append(array(select geom from released where is_sliver), trimmed.geom))`)} as geom from trimmed),
    neighbour as (
      select near.code,
             ${areas(`ST_Union(array_append(array(select geom from heir where heir.code = near.code), ST_Difference(near.geom, whole.geom)))`)} as geom
        from near, whole
       where $3 and (near.code in (select code from taken where not is_grazed) or near.code in (select code from heir)))
    select $1 as code, geom::text as outline, ST_IsEmpty(geom) as "isEmpty" from whole
    union all
    select code, geom::text, ST_IsEmpty(geom) from neighbour
    order by 1`,
} as const satisfies Statement;

/** $1 the pieces, $2 the codes they come from, $3 community, $4 the drawing that must lie inside it, or null. */
export const LIST_PROBLEMS = {
  name: 'grid-shapes.list-problems',
  text: `
    with piece as materialized (
      select code, outline::geometry as geom from jsonb_to_recordset($1::jsonb) as p (code text, outline text)),
    was as (select ST_Union(geom) as geom from grid_node where code = any($2::text[])),
    found as (
      select 'outside-parent' as rule, null as code, ST_Difference(${drawn('$4')}, ST_Buffer(geom, ${TOLERANCE})) as geom
        from grid_node where code = $3 and $4::text is not null
      union all
      select 'overlap', node.code, ST_Intersection(piece.geom, node.geom)
        from piece join grid_node node on node.parent_code = $3 and node.valid_to is null and node.geom && piece.geom
       where node.code <> all($2::text[])
      union all
      select 'gap', null, ST_Difference(was.geom, (select ST_Union(geom) from piece)) from was),
    part as (
      select rule, code, (ST_Dump(ST_CollectionExtract(geom, 3))).geom as geom from found)
    select rule, code, ST_X(spot) as lng, ST_Y(spot) as lat, ST_Area(geom::geography) as area
      from part, ST_PointOnSurface(geom) as spot where not ${isThin('geom')}
    union all
    select 'piece-too-small', code, ST_X(spot), ST_Y(spot), ST_Area(geom::geography)
      from piece, ST_PointOnSurface(geom) as spot where ST_Area(geom::geography) < 100
    order by area desc limit 20`,
} as const satisfies Statement;

/** $1 the pieces. Six decimals are a tenth of a metre. */
export const DESCRIBE = {
  name: 'grid-shapes.describe',
  text: `
    select code, name, ST_Area(geom::geography) / 1e6 as area, ST_X(spot) as lng, ST_Y(spot) as lat,
           ST_AsGeoJSON(case when ST_NumGeometries(geom) = 1 then ST_GeometryN(geom, 1) else geom end, 6)::json as outline
      from rows from (jsonb_to_recordset($1::jsonb) as (code text, name text, outline text)) with ordinality as p (code, name, outline, at),
           lateral (select p.outline::geometry as geom) as shape, ST_PointOnSurface(geom) as spot
     order by at`,
} as const satisfies Statement;

/** $1 codes. The same for the same outlines. */
export const OUTLINES_HASH = {
  name: 'grid-shapes.outlines-hash',
  text: `
    select coalesce(md5(string_agg(code || md5(ST_AsEWKB(geom)), ',' order by code)), '') as hash, count(*)::int as count
      from grid_node where code = any($1::text[]) and ${CURRENT}`,
} as const satisfies Statement;
