import type { Statement } from '../../../platform/database/index.js';

/** $1 community. Every code a unit grid of it ever had, and those that are to come by other plans. Under the job lens. */
export const LIST_TAKEN_CODES = {
  name: 'grid-changes.list-taken-codes',
  text: `
    select code from grid_node where parent_code = $1
    union
    select piece.code from grid_change_piece piece
      join grid_change change on change.district_code = piece.district_code and change.id = piece.change_id
     where change.community_code = $1 and change.status = 'planned'`,
} as const satisfies Statement;

/** $1 community. */
export const LIST_USED_CODES = {
  name: 'grid-changes.list-used-codes',
  text: 'select code from grid_node where parent_code = $1',
} as const satisfies Statement;

/** $1 community, $2 codes. Plans that begin at one of these grids. Under the job lens. */
export const LIST_PENDING = {
  name: 'grid-changes.list-pending',
  text: `select id from grid_change where community_code = $1 and status = 'planned' and codes && $2::text[] limit 1`,
} as const satisfies Statement;

/** $1 the change in JSON. */
export const INSERT_CHANGE = {
  name: 'grid-changes.insert',
  text: `
    insert into grid_change (district_code, id, version, street_code, community_code, kind, status, codes, names, outlines_hash,
           effective_on, reason, defaults, decisions, planned_at, planned_by, planned_by_name)
    select left("communityCode", 6), id, 1, left("communityCode", 9), "communityCode", kind, 'planned',
           array(select value ->> 'code' from jsonb_array_elements(before) as value),
           array(select value ->> 'name' from jsonb_array_elements(before) as value),
           "outlinesHash", "effectiveOn", reason, defaults, decisions, at, "actorId", "actorName"
      from jsonb_to_record($1::jsonb) as c (id uuid, "communityCode" text, kind text, before jsonb, "outlinesHash" text,
           "effectiveOn" date, reason text, defaults jsonb, decisions jsonb, at timestamptz, "actorId" uuid, "actorName" text)
    on conflict do nothing returning id`,
} as const satisfies Statement;

/** $1 district, $2 change, $3 pieces in JSON. */
export const INSERT_PIECES = {
  name: 'grid-changes.insert-pieces',
  text: `
    insert into grid_change_piece (district_code, change_id, position, code, name, geom, center)
    select $1, $2, at - 1, code, name, outline::geometry, ST_PointOnSurface(outline::geometry)
      from rows from (jsonb_to_recordset($3::jsonb) as (code text, name text, outline text)) with ordinality as p (code, name, outline, at)`,
} as const satisfies Statement;

/** Everything a list shows, of a table called c. */
export const ROW = `
  c.district_code, c.id, c.version, c.community_code, c.kind, c.status, c.codes, c.names, c.effective_on::text as effective_on,
  c.reason, c.defaults, c.decisions, c.moved, c.planned_at, c.planned_by, c.planned_by_name, c.ended_at, c.ended_by_name,
  c.outlines_hash,
  (select name from grid_node where code = c.community_code) as community_name,
  (select coalesce(json_agg(json_build_object('code', p.code, 'name', p.name) order by p.position), '[]')
     from grid_change_piece p where p.district_code = c.district_code and p.change_id = c.id) as after`;

/** $1 district, $2 change. */
export const LIST_PIECES = {
  name: 'grid-changes.list-pieces',
  text: `select code, name, geom::text as outline from grid_change_piece where district_code = $1 and change_id = $2 order by position`,
} as const satisfies Statement;

/** $1 district, $2 change. Holds the row until the transaction ends. */
export const LOCK = {
  name: 'grid-changes.lock',
  text: `select ${ROW} from grid_change c where c.district_code = $1 and c.id = $2 for update of c`,
} as const satisfies Statement;

/** $1 district, $2 change, $3 status, $4 now, $5 by whom, $6 what was moved, in JSON, or null. */
export const END = {
  name: 'grid-changes.end',
  text: `
    update grid_change set status = $3, ended_at = $4, ended_by_name = $5, moved = $6::jsonb, version = version + 1,
           changed_xid = pg_current_xact_id()
     where district_code = $1 and id = $2`,
} as const satisfies Statement;

/** $1 district, $2 change, $3 what was moved altogether, in JSON. */
export const SET_MOVED = {
  name: 'grid-changes.set-moved',
  text: `update grid_change set moved = $3::jsonb, changed_xid = pg_current_xact_id() where district_code = $1 and id = $2`,
} as const satisfies Statement;

/** $1 codes, $2 change, $3 day. What stays under its code is kept as it was until that day. */
export const KEEP_PAST = {
  name: 'grid-changes.keep-past',
  text: `
    insert into grid_past (code, change_id, valid_from, valid_to, name, geom, center)
    select node.code, $2, coalesce((select max(valid_to) from grid_past past where past.code = node.code), node.valid_from),
           greatest($3::date, node.valid_from), node.name, node.geom, node.center
      from grid_node node where node.code = any($1::text[])`,
} as const satisfies Statement;

/** $1 district, $2 change, $3 whether the name changes, and not the outline. */
export const CHANGE_NODES = {
  name: 'grid-changes.change-nodes',
  text: `
    update grid_node node
       set name = case when $3 then piece.name else node.name end,
           geom = case when $3 then node.geom else piece.geom end,
           center = case when $3 then node.center else piece.center end
      from grid_change_piece piece
     where piece.district_code = $1 and piece.change_id = $2 and node.code = piece.code`,
} as const satisfies Statement;

/** $1 codes, $2 day. */
export const RETIRE_NODES = {
  name: 'grid-changes.retire-nodes',
  text: `update grid_node set valid_to = greatest($2::date, valid_from) where code = any($1::text[]) and valid_to is null`,
} as const satisfies Statement;

/** $1 district, $2 change, $3 day, $4 the codes they come from. Surveyed is only what comes from surveyed grids. */
export const CREATE_NODES = {
  name: 'grid-changes.create-nodes',
  text: `
    insert into grid_node (code, name, geom, center, fictional, valid_from)
    select code, name, geom, center, (select bool_or(fictional) from grid_node where code = any($4::text[])), $3::date
      from grid_change_piece where district_code = $1 and change_id = $2`,
} as const satisfies Statement;

/** $1 lineage in JSON, $2 change, $3 day. */
export const INSERT_LINEAGE = {
  name: 'grid-changes.insert-lineage',
  text: `
    insert into grid_lineage (from_code, to_code, change_id, effective_on)
    select "from", "to", $2, $3::date from jsonb_to_recordset($1::jsonb) as l ("from" text, "to" text)`,
} as const satisfies Statement;

/** $1 lineage in JSON, $2 day. Who worked in a grid that ends works in each that it became, under a number of its own there. */
export const MOVE_WORKERS = {
  name: 'grid-changes.move-workers',
  text: `
    with lineage as (select "from", "to" from jsonb_to_recordset($1::jsonb) as l ("from" text, "to" text)),
    ended as (
      update grid_worker set valid_to = greatest($2::date, valid_from)
       where grid_code in (select "from" from lineage) and valid_to is null
      returning code, name, grid_code, role, fictional)
    insert into grid_worker (code, name, fictional, valid_from)
    select "to" || '-' || role || '-' || to_char(row_number() over (partition by "to", role order by ended.code), 'FM00'), name, fictional, $2::date
      from ended join lineage on lineage."from" = ended.grid_code`,
} as const satisfies Statement;
