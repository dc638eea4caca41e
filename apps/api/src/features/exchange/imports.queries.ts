import type { Statement } from '../../platform/database/index.js';

const COLUMNS = `district_code, id, account_id, register, file_name, bytes, sha256, coordinates, state, choice, done, counts, problem, report,
                 created_at, updated_at, expires_at`;

/** $1 district, $2 id, $3 account, $4 register, $5 file name, $6 bytes, $7 hash, $8 now, $9 expires, $10 coordinates. */
export const INSERT: Statement = {
  name: 'imports.insert',
  text: `insert into register_import (district_code, id, account_id, register, file_name, bytes, sha256, state, created_at, updated_at, expires_at, coordinates)
         values ($1, $2, $3, $4, $5, $6, $7, 'checking', $8, $8, $9, $10)`,
};

/** $1 id. */
export const FIND: Statement = { name: 'imports.find', text: `select ${COLUMNS} from register_import where id = $1` };

/** $1 account, $2 register or null. */
export const LIST: Statement = {
  name: 'imports.list',
  text: `select ${COLUMNS} from register_import
          where account_id = $1 and ($2::text is null or register = $2) order by created_at desc, id desc limit 50`,
};

/** $1 id, $2 kind, $3 number, $4 content. */
export const ADD_PART: Statement = {
  name: 'imports.add-part',
  text: `insert into register_import_part (district_code, import_id, kind, number, content)
         select district_code, id, $2, $3, $4 from register_import where id = $1`,
};

/** $1 id, $2 kind, $3 number. */
export const READ_PART: Statement = {
  name: 'imports.read-part',
  text: 'select content from register_import_part where import_id = $1 and kind = $2 and number = $3',
};

/** $1 id, $2 kinds. */
export const DROP_PARTS: Statement = {
  name: 'imports.drop-parts',
  text: 'delete from register_import_part where import_id = $1 and kind = any($2::text[])',
};

/** $1 id, $2 state before, $3 after, $4 now, $5 counts, $6 problem, $7 report, $8 done, $9 choice. What is null stays. */
export const MOVE: Statement = {
  name: 'imports.move',
  text: `update register_import
            set state = $3, updated_at = $4, counts = coalesce($5::jsonb, counts), problem = $6, report = coalesce($7::jsonb, report),
                done = $8, choice = coalesce($9, choice), leased_until = null, lease = null
          where id = $1 and state = $2 returning id`,
};

/** $1 now: what nobody does. */
export const WAITING: Statement = {
  name: 'imports.waiting',
  text: `select id from register_import
          where state in ('checking', 'applying') and (leased_until is null or leased_until < $1) order by created_at limit 10`,
};

/** $1 id, $2 lease, $3 now, $4 until: takes it up where nobody does it. */
export const LEASE: Statement = {
  name: 'imports.lease',
  text: `update register_import set lease = $2, leased_until = $4
          where id = $1 and state in ('checking', 'applying') and (leased_until is null or leased_until < $3)
         returning ${COLUMNS}`,
};

/** $1 id, $2 lease, $3 until, $4 rows dealt with. */
export const KEEP: Statement = {
  name: 'imports.keep',
  text: 'update register_import set leased_until = $3, done = $4 where id = $1 and lease = $2',
};

/** $1 id, $2 lease: gives it back for others to go on with. */
export const GIVE_BACK: Statement = {
  name: 'imports.give-back',
  text: 'update register_import set leased_until = null, lease = null where id = $1 and lease = $2',
};

/** $1 now. Parts go with their import. */
export const FORGET: Statement = { name: 'imports.forget', text: 'delete from register_import where expires_at < $1' };
