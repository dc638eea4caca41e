import type { Statement } from '../../../platform/database/index.js';

const SUMMARY = `id, book, number, state, version, to_char(effective_on, 'YYYY-MM-DD') as effective_on, note, rows, updated_at, updated_by_name`;

/** $1 district, $2 book. */
export const LIST: Statement = {
  name: 'standard-editions.list',
  text: `select ${SUMMARY} from standard_edition where district_code = $1 and book = $2 order by number desc`,
};

/** $1 district, $2 id. */
export const GET: Statement = {
  name: 'standard-editions.get',
  text: `select ${SUMMARY}, lists from standard_edition where district_code = $1 and id = $2`,
};

/** $1 district, $2 book, $3 day. The edition published for the last day before it. */
export const BEFORE: Statement = {
  name: 'standard-editions.before',
  text: `select ${SUMMARY}, lists from standard_edition
          where district_code = $1 and book = $2 and state = 'published' and effective_on < $3::date
          order by effective_on desc limit 1`,
};

/** $1 district, $2 book. */
export const NEXT_NUMBER: Statement = {
  name: 'standard-editions.next-number',
  text: 'select coalesce(max(number), 0)::int + 1 as number from standard_edition where district_code = $1 and book = $2',
};

/** $1 district, $2 id, $3 book, $4 number, $5 lists, $6 rows, $7 now, $8 account, $9 its name. */
export const INSERT: Statement = {
  name: 'standard-editions.insert',
  text: `insert into standard_edition (district_code, id, book, number, lists, rows, created_at, created_by, updated_at, updated_by, updated_by_name)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $7, $8, $9)`,
};

/** $1 district, $2 id. Holds it until the transaction ends. */
export const LOCK: Statement = {
  name: 'standard-editions.lock',
  text: 'select version, state from standard_edition where district_code = $1 and id = $2 for update',
};

/** $1 district, $2 id, $3 lists, $4 rows, $5 now, $6 account, $7 its name. */
export const STORE_LISTS: Statement = {
  name: 'standard-editions.store-lists',
  text: `update standard_edition set lists = $3, rows = $4, version = version + 1, updated_at = $5, updated_by = $6, updated_by_name = $7,
                changed_xid = pg_current_xact_id()
          where district_code = $1 and id = $2`,
};

/** $1 district, $2 id, $3 state, $4 first day, $5 note, $6 now, $7 account, $8 its name. */
export const MOVE: Statement = {
  name: 'standard-editions.move',
  text: `update standard_edition set state = $3, effective_on = $4::date, note = $5, version = version + 1, updated_at = $6, updated_by = $7,
                updated_by_name = $8, changed_xid = pg_current_xact_id()
          where district_code = $1 and id = $2`,
};

/** Everything published, of all districts: under the reference lens. */
export const PUBLISHED: Statement = {
  name: 'standard-editions.published',
  text: `select district_code, book, number, to_char(effective_on, 'YYYY-MM-DD') as effective_on, lists
           from standard_edition where state = 'published' order by district_code, book, effective_on`,
};

/** $1 district. Unit grids are too many to be chosen from; those that rows name are looked up by their codes, $2. */
export const AREAS: Statement = {
  name: 'standard-editions.areas',
  text: `select code, name from grid_node
          where district_code = $1 and valid_to is null and (level <> 'grid' or code = any($2::text[])) order by code`,
};
