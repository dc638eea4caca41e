import type { Statement } from '../../../platform/database/index.js';

/** $1 district, $2 register, $3 record, $4 group; the wall's condition comes from the repository. */
export const listText = (within: string): string =>
  `select t.id, t.version, t.group_name as "group", t.sealed, t.since::text, t.expires_on::text as "expiresOn", t.ended_at is not null as "isEnded"
     from register_tag as t
    where t.district_code = $1 and t.register = $2 and t.record_id = $3 and t.group_name = $4 and ${within}
    order by t.created_at desc, t.id desc limit 100`;

/** $1 district, $2 tags. */
export const CHANGES: Statement = {
  name: 'tags.changes',
  text: `select id, tag_id as "tagId", at, actor_name as actor, deed, expires_on::text as "expiresOn", sealed
           from register_tag_change where district_code = $1 and tag_id = any($2::uuid[])
          order by at desc, id desc limit 500`,
};

/** $1 district, $2 record, $3 tag. Holds it until the transaction ends: under the record's lens. */
export const HOLD: Statement = {
  name: 'tags.hold',
  text: `select id, version, group_name as "group", sealed, since::text, expires_on::text as "expiresOn", ended_at is not null as "isEnded"
           from register_tag where district_code = $1 and record_id = $2 and id = $3 for update`,
};

/** $1 district, $2 register, $3 record, $4 key of the kind. */
export const IS_TAGGED: Statement = {
  name: 'tags.is-tagged',
  text: `select 1 from register_tag
          where district_code = $1 and register = $2 and record_id = $3 and kind_key = $4 and ended_at is null`,
};

/** $1 the tag in JSON. */
export const INSERT: Statement = {
  name: 'tags.insert',
  text: `insert into register_tag (district_code, id, register, record_id, origin_id, version, street_code, community_code, grid_code,
                                   group_name, kind_key, sealed, since, expires_on, created_at, created_by, updated_at, updated_by)
         select district_code, id, register, record_id, record_id, 1, street_code, community_code, grid_code,
                group_name, kind_key, sealed, since, expires_on, created_at, created_by, created_at, created_by
           from jsonb_populate_record(null::register_tag, $1::jsonb)`,
};

/** $1 district, $2 id, $3 version, $4 what it says, $5 its last day, $6 whether it ends, $7 now, $8 who. */
export const UPDATE: Statement = {
  name: 'tags.update',
  text: `update register_tag
            set version = $3, sealed = $4, expires_on = $5, ended_at = case when $6::boolean then $7::timestamptz end,
                updated_at = $7, updated_by = $8, changed_xid = pg_current_xact_id()
          where district_code = $1 and id = $2`,
};

/** $1 the change in JSON. */
export const APPEND_CHANGE: Statement = {
  name: 'tags.append-change',
  text: `insert into register_tag_change (district_code, tag_id, id, version, at, actor_id, actor_name, deed, expires_on, sealed)
         select district_code, tag_id, id, version, at, actor_id, actor_name, deed, expires_on, sealed
           from jsonb_populate_record(null::register_tag_change, $1::jsonb)`,
};

/**
 * $1 district, $2 register, $3 the record they are with, $4 the one they go to, $5 to $7 its street, community and unit
 * grid, $8 whether it counts, $9 only what was given to one of these: under the job lens.
 */
export const HAND: Statement = {
  name: 'tags.hand',
  text: 'select register_tags_hand($1, $2, $3, $4, $5, $6, $7, $8, $9)',
};
