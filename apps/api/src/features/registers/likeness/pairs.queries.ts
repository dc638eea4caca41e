import type { Statement } from '../../../platform/database/index.js';

const COLUMNS = `p.id, p.one_id as "oneId", p.other_id as "otherId", p.score, p.parts, p.found_at as "foundAt"`;

/** $1 district, $2 pairs in JSON: what was decided of a pair stays decided. */
export const STORE: Statement = {
  name: 'pairs.store',
  text: `insert into register_pair (district_code, id, register, one_id, other_id, street_code, community_code, grid_code,
                                    score, parts, found_at, state)
         select $1, id, register, one_id, other_id, street_code, community_code, grid_code, score, parts, found_at, 'open'
           from jsonb_populate_recordset(null::register_pair, $2::jsonb)
         on conflict (district_code, register, one_id, other_id) do update
            set street_code = excluded.street_code, community_code = excluded.community_code, grid_code = excluded.grid_code,
                score = excluded.score, parts = excluded.parts`,
};

/** $1 district, $2 register, $3 records that were compared again, $4 what stays: `one other` of each pair. */
export const FORGET_OTHERS: Statement = {
  name: 'pairs.forget-others',
  text: `delete from register_pair
          where district_code = $1 and register = $2 and (one_id = any($3::uuid[]) or other_id = any($3::uuid[]))
            and state = 'open' and one_id || ' ' || other_id <> all($4::text[])`,
};

/** A list through a lens: $1 register, $2 how many; the wall's condition and the cursor's come from the repository. */
export const listText = (conditions: string): string =>
  `select ${COLUMNS} from register_pair as p where p.register = $1 and p.state = 'open' and ${conditions}
    order by p.score desc, p.id limit $2`;
export const countText = (conditions: string, most: number): string =>
  `select count(*)::int as total from (select 1 from register_pair as p
    where p.register = $1 and p.state = 'open' and ${conditions} limit ${most}) as found`;
export const oneText = (conditions: string): string =>
  `select ${COLUMNS}, p.district_code as "districtCode" from register_pair as p
    where p.register = $1 and p.id = $2 and p.state = 'open' and ${conditions}`;

/** $1 district, $2 id, $3 now, $4 who: nothing where somebody else decided meanwhile. */
export const DISMISS: Statement = {
  name: 'pairs.dismiss',
  text: `update register_pair set state = 'dismissed', decided_at = $3, decided_by = $4
          where district_code = $1 and id = $2 and state = 'open' returning id`,
};
