import type { Statement } from '../../../platform/database/index.js';

const ROW = `district_code, id, account_id, account_name, register, collection_id, title, scope_code, columns, personal, filter, is_filtered, row_count,
  reason, state, decided_name, decided_at, note, downloads, created_at, expires_at`;

/** $1 the row in JSON, $2 the encrypted filter. */
export const INSERT = {
  name: 'exports.insert',
  text: `insert into register_export (district_code, id, account_id, account_name, register, collection_id, title, scope_code, street_code, community_code,
                grid_code, columns, personal, filter, is_filtered, row_count, reason, state, created_at, expires_at)
         select district_code, id, account_id, account_name, register, collection_id, title, scope_code, street_code, community_code,
                grid_code, columns, personal, $2, is_filtered, row_count, reason, state, created_at, expires_at
           from jsonb_populate_record(null::register_export, $1::jsonb)`,
} as const satisfies Statement;

/** $1 id, under the lens of whoever asks. */
export const FIND = { name: 'exports.find', text: `select ${ROW} from register_export where id = $1` } as const satisfies Statement;

/** $1 account. */
export const MINE = {
  name: 'exports.mine',
  text: `select ${ROW} from register_export where account_id = $1 order by created_at desc, id desc limit 100`,
} as const satisfies Statement;

/** $1 now, $2 the account that decides, and does not about its own; `within` narrows it to an area from $3 on. */
export const toDecide = (within: string): Statement => ({
  name: `exports.to-decide.${within.replace(/\W+/g, '-')}`,
  text: `select ${ROW} from register_export as r where state = 'waiting' and expires_at > $1 and account_id <> $2 and ${within}
          order by created_at desc, id desc limit 100`,
});

/** $1 id, $2 from which state, $3 to which, $4 who decides or null, $5 his name, $6 note, $7 now. */
export const MOVE = {
  name: 'exports.move',
  text: `update register_export set state = $3, decided_by = $4, decided_name = $5, note = $6, decided_at = $7
          where id = $1 and state = $2 and expires_at > $7 returning id`,
} as const satisfies Statement;

/** $1 id, $2 how many downloads there are, $3 now: one row where there is one left. */
export const CHARGE = {
  name: 'exports.charge',
  text: `update register_export set downloads = downloads + 1
          where id = $1 and state = 'approved' and downloads < $2 and expires_at > $3 returning id`,
} as const satisfies Statement;
