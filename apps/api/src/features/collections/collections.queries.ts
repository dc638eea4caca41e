import type { Statement } from '../../platform/database/index.js';

/** The progress is kept by unit grid, so that no list counts items. Of a table called `c`. */
const COLLECTION = `c.district_code, c.id, c.version, c.scope_code, c.title, c.register, c.columns, c.questions, c.is_filtered,
  c.due_on::text as due_on, c.state, c.row_count, c.author_name, c.created_at, c.ended_at,
  (select name from grid_node where code = c.scope_code) as scope_name,
  (select coalesce(sum(p.items), 0)::int from collection_part as p where p.collection_id = c.id) as items,
  (select coalesce(sum(p.done), 0)::int from collection_part as p where p.collection_id = c.id) as done`;

/** $1 id; `within` narrows it to the lens from $2 on. */
export const find = (within: string): Statement => ({
  name: 'collections.find',
  text: `select ${COLLECTION} from collection as c where c.id = $1 and ${within}`,
});

/** `within` from $1 on. */
export const list = (within: string): Statement => ({
  name: 'collections.list',
  text: `select ${COLLECTION} from collection as c where ${within} order by c.created_at desc, c.id desc limit 100`,
});

/** $1 the row in JSON. */
export const INSERT = {
  name: 'collections.insert',
  text: `insert into collection select * from jsonb_populate_record(null::collection, $1::jsonb)
         on conflict (district_code, id) do nothing returning id`,
} as const satisfies Statement;

/** $1 id. Whoever changes what a table asks for holds it. */
export const LOCK = {
  name: 'collections.lock',
  text: 'select district_code, version, state from collection where id = $1 for update',
} as const satisfies Statement;

/** $1 district, $2 id, $3 state, $4 now, $5 who. */
export const END = {
  name: 'collections.end',
  text: 'update collection set state = $3, ended_at = $4, ended_by = $5, version = version + 1 where district_code = $1 and id = $2',
} as const satisfies Statement;

/** $1 district, $2 collection, $3 records with their unit grids in JSON, $4 now. */
export const KEEP_ROWS = {
  name: 'collections.keep-rows',
  text: `insert into collection_row as r (district_code, collection_id, record_id, street_code, community_code, grid_code, updated_at)
         select $1, $2, n.id, left(n.grid, 9), left(n.grid, 12), n.grid, $4 from jsonb_to_recordset($3::jsonb) as n (id uuid, grid text)
         on conflict (district_code, collection_id, record_id) do update
            set street_code = excluded.street_code, community_code = excluded.community_code,
                grid_code = excluded.grid_code, updated_at = excluded.updated_at
          where r.grid_code <> excluded.grid_code`,
} as const satisfies Statement;

/** $1 district, $2 collection, $3 the count. */
export const COUNT_ROWS = {
  name: 'collections.count-rows',
  text: 'update collection set row_count = $3 where district_code = $1 and id = $2',
} as const satisfies Statement;

/** $1 district, $2 collection. */
export const ROW_IDS = {
  name: 'collections.row-ids',
  text: 'select record_id as id from collection_row where district_code = $1 and collection_id = $2 order by record_id',
} as const satisfies Statement;

/** $1 collection, $2 after which record, $3 unit grid or null, $4 how many; `within` from $5 on. */
export const rows = (within: string): Statement => ({
  name: 'collections.rows',
  text: `select r.record_id as id, r.answers from collection_row as r
          where r.collection_id = $1 and r.record_id > $2 and ($3::text is null or r.grid_code = $3) and ${within}
          order by r.record_id limit $4`,
});

/** What each item is made of in JSON; whoever is asked keeps the questions he has answered. $1 district, $2 collection, $4 now. */
export const KEEP_ITEMS = {
  name: 'collections.keep-items',
  text: `insert into collection_item as i (district_code, collection_id, register, record_id, street_code, community_code, grid_code,
                asked, open, questions, updated_at)
         select $1, $2, n.register, n.id, left(n.grid, 9), left(n.grid, 12), n.grid, n.asked, n.open, n.questions, $4
           from jsonb_to_recordset($3::jsonb) as n (register text, id uuid, grid text, asked text[], open text[], questions text[])
         on conflict (district_code, collection_id, register, record_id) do update
            set street_code = excluded.street_code, community_code = excluded.community_code, grid_code = excluded.grid_code,
                asked = excluded.asked, open = excluded.open, updated_at = excluded.updated_at,
                done_at = case when cardinality(excluded.open) + cardinality(i.questions) = 0
                               then coalesce(i.done_at, excluded.updated_at) end`,
} as const satisfies Statement;

/** The others lack nothing any more, or are gone. The same parameters. */
export const SETTLE_OTHERS = {
  name: 'collections.settle-others',
  text: `update collection_item as i set open = '{}', questions = '{}', done_at = $4, updated_at = $4
          where i.district_code = $1 and i.collection_id = $2 and i.done_at is null
            and not exists (select 1 from jsonb_to_recordset($3::jsonb) as n (register text, id uuid)
                             where n.register = i.register and n.id = i.record_id)`,
} as const satisfies Statement;

/** $1 district, $2 collection: counted anew; a part keeps its id, which tasks are about. */
export const COUNT_PARTS = {
  name: 'collections.count-parts',
  text: `with counted as (select street_code, community_code, grid_code, count(*)::int as items, count(done_at)::int as done
                            from collection_item where district_code = $1 and collection_id = $2 group by 1, 2, 3),
              left_over as (update collection_part as p set items = 0, done = 0
                             where p.district_code = $1 and p.collection_id = $2
                               and not exists (select 1 from counted where counted.grid_code = p.grid_code))
         insert into collection_part (district_code, id, collection_id, street_code, community_code, grid_code, items, done)
         select $1, gen_random_uuid(), $2, street_code, community_code, grid_code, items, done from counted
         on conflict (district_code, collection_id, grid_code) do update set items = excluded.items, done = excluded.done`,
} as const satisfies Statement;

const PART = `p.district_code, p.id, p.collection_id, p.grid_code, p.items, p.done, ST_X(g.center) as lng, ST_Y(g.center) as lat,
  ${['district', 'street', 'community', 'grid'].map((level) => `(select name from grid_node where code = p.${level}_code) as place_${level}`).join(', ')}`;

/** $1 collection; `within` from $2 on. */
export const parts = (within: string): Statement => ({
  name: 'collections.parts',
  text: `select ${PART} from collection_part as p join grid_node as g on g.code = p.grid_code
          where p.collection_id = $1 and ${within} order by p.grid_code`,
});

/** $1 id; `within` from $2 on. */
export const part = (within: string): Statement => ({
  name: 'collections.part',
  text: `select ${PART} from collection_part as p join grid_node as g on g.code = p.grid_code where p.id = $1 and ${within}`,
});
