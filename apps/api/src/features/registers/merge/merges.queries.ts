import type { Statement } from '../../../platform/database/index.js';

const COLUMNS = `m.district_code as "districtCode", m.id, m.survivor_id as "survivorId", m.merged_id as "mergedId", m.at,
       m.actor_name as "actorName", m.taken, m.before, m.moved, m.undone_at as "undoneAt"`;

/** $1 the merge in JSON. */
export const STORE: Statement = {
  name: 'merges.store',
  text: `insert into register_merge (district_code, id, register, survivor_id, merged_id, at, actor_id, actor_name, taken, before, moved)
         select district_code, id, register, survivor_id, merged_id, at, actor_id, actor_name, taken, before, moved
           from jsonb_populate_record(null::register_merge, $1::jsonb)`,
};

/** $1 register, $2 survivor: of those the lens shows. */
export const LIST: Statement = {
  name: 'merges.list',
  text: `select ${COLUMNS} from register_merge as m where m.register = $1 and m.survivor_id = $2 order by m.at desc, m.id desc limit 100`,
};

/** $1 register, $2 survivor, $3 merge. Holds the row until the transaction ends. */
export const HOLD: Statement = {
  name: 'merges.hold',
  text: `select ${COLUMNS} from register_merge as m where m.register = $1 and m.survivor_id = $2 and m.id = $3 for update`,
};

/** $1 district, $2 id, $3 now, $4 who. */
export const UNDO: Statement = {
  name: 'merges.undo',
  text: 'update register_merge set undone_at = $3, undone_by = $4 where district_code = $1 and id = $2',
};

/** $1 register, $2 record: where its merges lead in the end. Merges never make a circle: what went in takes part in nothing. */
export const SURVIVOR: Statement = {
  name: 'merges.survivor',
  text: `with recursive way as (
           select survivor_id, 1 as step from register_merge where register = $1 and merged_id = $2 and undone_at is null
           union all
           select m.survivor_id, way.step + 1 from way join register_merge as m on m.merged_id = way.survivor_id
            where m.register = $1 and m.undone_at is null and way.step < 50)
         select survivor_id as id from way order by step desc limit 1`,
};

/** $1 register, $2 record: all that went into it, also by way of others. */
export const INTO: Statement = {
  name: 'merges.into',
  text: `with recursive way as (
           select merged_id, 1 as step from register_merge where register = $1 and survivor_id = $2 and undone_at is null
           union all
           select m.merged_id, way.step + 1 from way join register_merge as m on m.survivor_id = way.merged_id
            where m.register = $1 and m.undone_at is null and way.step < 50)
         select merged_id as id from way limit 100`,
};
