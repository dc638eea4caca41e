import type { Statement } from '../../../platform/database/index.js';

/**
 * How far, in degrees, lines may lie apart and still be the same: about a metre. Outlines reach the screens rounded to a
 * tenth of a metre and come back so. Whatever is thinner than this on average is no overlap and no gap.
 */
const TOLERANCE = '0.00001::float8';
const isThin = (geom: string) => `2 * ST_Area(${geom}) < ${TOLERANCE} * ST_Perimeter(${geom})`;
/**
 * Everything is reckoned on a raster of a centimetre, where borders that all but coincide do coincide. Without one, GEOS
 * fails on such borders within itself before it tries again, and the embedded database does not survive that.
 */
const RASTER = '0.0000001::float8';
/** Lines along which areas touch are of no use, and what holds both is taken by no further step. */
const areas = (geom: string) => `ST_Multi(ST_CollectionExtract(${geom}, 3))`;
const common = (a: string, b: string) => areas(`ST_Intersection(${a}, ${b}, ${RASTER})`);
const without = (a: string, b: string) => areas(`ST_Difference(${a}, ${b}, ${RASTER})`);
const union = (geom: string) => areas(`ST_Union(${geom}, ${RASTER})`);
/** Of a query for geometries: one in which hairlines between neighbours are closed. */
const joined = (query: string) => `(
  select ST_Multi(ST_Collect(ST_MakePolygon(ST_ExteriorRing(part.geom), array(
           select ST_ExteriorRing(hole.geom) from ST_DumpRings(part.geom) as hole where hole.path[1] > 0 and not ${isThin('hole.geom')}))))
    from (select ${union('geom')} as geom from (${query}) as all_of_them) as glued, ST_Dump(glued.geom) as part)`;
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
      from ${drawn('$1')} as line, ST_Dump(ST_UnaryUnion(line, ${RASTER})) as part
     where not ST_IsSimple(line)
     order by ST_Equals(ST_EndPoint(part.geom), ST_EndPoint(line)) or ST_Equals(ST_EndPoint(part.geom), ST_StartPoint(line))
     limit 1`,
} as const satisfies Statement;

/** $1 grid, $2 line. The pieces from west to east, and from north to south. Slivers along a border belong to what they touch. */
export const CUT_BY_LINE = {
  name: 'grid-shapes.cut-by-line',
  text: `
    with part as (
      select row_number() over () as n, part.geom, ${isThin('part.geom')} as is_sliver
        from grid_node grid,
             ST_Dump(ST_Polygonize(array[ST_UnaryUnion(ST_Collect(ST_Boundary(grid.geom), ${drawn('$2')}), ${RASTER})])) as part
       where grid.code = $1 and ST_Intersects(grid.geom, ST_PointOnSurface(part.geom))),
    sliver as (
      select part.geom,
             (select piece.n from part piece where not piece.is_sliver order by ST_Distance(piece.geom, part.geom), piece.n limit 1) as n
        from part where is_sliver),
    piece as (
      select ${joined('select part.geom union all select sliver.geom from sliver where sliver.n = part.n')} as geom
        from part where not is_sliver)
    select null::text as code, geom::text as outline from piece
     order by ST_X(ST_Centroid(geom)), ST_Y(ST_Centroid(geom)) desc`,
} as const satisfies Statement;

/** $1 grid, $2 area. What lies in the area, and the rest. */
export const CUT_BY_AREA = {
  name: 'grid-shapes.cut-by-area',
  text: `
    select null::text as code, part.geom::text as outline
      from grid_node grid, ${drawn('$2')} as area,
           lateral (values (1, ${common('grid.geom', 'area')}), (2, ${without('grid.geom', 'area')})) as part (n, geom)
     where grid.code = $1 and not ST_IsEmpty(part.geom)
     order by part.n`,
} as const satisfies Statement;

/** $1 codes. */
export const MERGE = {
  name: 'grid-shapes.merge',
  text: `
    select null::text as code, geom::text as outline,
           ST_NumGeometries(geom) > (select max(ST_NumGeometries(geom)) from grid_node where code = any($1::text[])) as "isApart"
      from (select ${joined('select geom from grid_node where code = any($1::text[])')} as geom) as merged`,
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
      select ${common(drawn('$2'), 'parent.geom')} as geom
        from own join grid_node parent on parent.code = own.parent_code),
    taken as (
      select near.code, near.geom, ${isThin('shared')} as is_grazed
        from near, inside, lateral (select ${common('near.geom', 'inside.geom')} as shared) as overlap
       where near.geom && inside.geom and ST_Area(shared) > 0),
    trimmed as (
      select coalesce(${without('inside.geom', `(select ${union('geom')} from taken where is_grazed)`)}, inside.geom) as geom
        from inside),
    released as (
      select row_number() over () as n, part.geom, ${isThin('part.geom')} as is_sliver
        from own, trimmed, ST_Dump(${without('own.geom', 'trimmed.geom')}) as part),
    heir as (
      select released.n, released.geom,
             (select near.code from near, lateral (
                select ST_Length(ST_Intersection(ST_Boundary(near.geom), ST_Boundary(released.geom), ${TOLERANCE})) as length) as border
               where near.geom && ST_Expand(released.geom, ${TOLERANCE}) and border.length > 0
               order by border.length desc, near.code limit 1) as code
        from released where not is_sliver and $3),
    whole as (
      select coalesce(${joined('select geom from released where is_sliver union all select geom from trimmed')}, trimmed.geom) as geom
        from trimmed),
    neighbour as (
      select near.code, remains.geom as remains,
             ${joined('select geom from heir where heir.code = near.code union all select remains.geom')} as geom
        from near, whole, lateral (select ${without('near.geom', 'whole.geom')} as geom) as remains
       where $3 and (near.code in (select code from taken where not is_grazed) or near.code in (select code from heir)))
    select $1 as code, geom::text as outline, ST_IsEmpty(geom) as "isEmpty" from whole
    union all
    select code, geom::text, ST_IsEmpty(remains) or ${isThin('remains')} from neighbour
    order by 1`,
} as const satisfies Statement;

/** $1 the pieces, $2 the codes they come from, $3 community, $4 the drawing that must lie inside it, or null. */
export const LIST_PROBLEMS = {
  name: 'grid-shapes.list-problems',
  text: `
    with piece as materialized (
      select code, outline::geometry as geom from jsonb_to_recordset($1::jsonb) as p (code text, outline text)),
    was as (select ${union('geom')} as geom from grid_node where code = any($2::text[])),
    found as (
      select 'outside-parent' as rule, null as code, ${without(drawn('$4'), 'geom')} as geom
        from grid_node where code = $3 and $4::text is not null
      union all
      select 'overlap', node.code, ${common('piece.geom', 'node.geom')}
        from piece join grid_node node on node.parent_code = $3 and node.valid_to is null and node.geom && piece.geom
       where node.code <> all($2::text[])
      union all
      select 'gap', null, ${without('was.geom', `(select ${union('geom')} from piece)`)} from was),
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
