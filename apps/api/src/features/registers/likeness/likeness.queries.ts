import type { FieldDefinition, RegisterDefinition } from '@wangge/domain';
import type { Statement } from '../../../platform/database/index.js';
import { nameOf } from '../conditions.js';
import { sourceOf } from '../record-source.js';
import { keyColumnOf } from '../register-columns.js';

/** One row where this transaction may compare, none where another is at it. */
export const HOLD_TURN: Statement = {
  name: 'likeness.hold-turn',
  text: 'select id from register_likeness_turn for update skip locked',
};

/** $1 how many: the newest first, so that whoever enters something need not wait for an import to be compared. */
export const TAKE: Statement = {
  name: 'likeness.take',
  text: `delete from register_likeness_queue
          where position in (select position from register_likeness_queue order by position desc limit $1)
         returning district_code as "districtCode", register, record_id as id`,
};

export const DISTRICTS: Statement = {
  name: 'likeness.districts',
  text: `select code from grid_node where level = 'district' and valid_to is null`,
};

/** $1 district, $2 register. */
export const WALK: Statement = {
  name: 'likeness.walk',
  text: 'select rule, reached, is_done as "isDone" from register_likeness_walk where district_code = $1 and register = $2',
};
/** $1 district, $2 register, $3 rule, $4 reached, $5 whether that is all. */
export const REACH: Statement = {
  name: 'likeness.reach',
  text: `insert into register_likeness_walk (district_code, register, rule, reached, is_done) values ($1, $2, $3, $4, $5)
         on conflict (district_code, register) do update set rule = $3, reached = $4, is_done = $5`,
};
/** $1 district, $2 after this id, $3 how many. */
export function idsAfter(definition: RegisterDefinition): Statement {
  const text = `select r.id from ${sourceOf(definition)} as r
                 where r.district_code = $1 and r.id > $2 and r.deleted_at is null order by r.id limit $3`;
  return { name: nameOf('likeness.ids-after', text), text };
}

/** $1 district, $2 register, $3 ids. */
export const FORGET_KEYS: Statement = {
  name: 'likeness.forget-keys',
  text: 'delete from register_likeness_key where district_code = $1 and register = $2 and record_id = any($3::uuid[])',
};
/** $1 district, $2 register, $3 keys and $4 records, in step. */
export const STORE_KEYS: Statement = {
  name: 'likeness.store-keys',
  text: `insert into register_likeness_key (district_code, register, key, record_id)
         select $1, $2, key, record_id from unnest($3::text[], $4::uuid[]) as given (key, record_id) on conflict do nothing`,
};
/** $1 district, $2 register, $3 keys, $4 how many of each: a key that very many share tells nothing. */
export const SHARING: Statement = {
  name: 'likeness.sharing',
  text: `select given.key, found.record_id as id
           from unnest($3::text[]) as given (key),
                lateral (select record_id from register_likeness_key as k
                          where k.district_code = $1 and k.register = $2 and k.key = given.key limit $4) as found`,
};

/** $1 district, $2 the values of the natural key, in its order. */
export function byNaturalKey(definition: RegisterDefinition, fields: readonly FieldDefinition[]): Statement {
  const equal = fields.map((field, index) => `r.${keyColumnOf(field)} = $${index + 2}`).join(' and ');
  const text = `select r.id from ${sourceOf(definition)} as r where r.district_code = $1 and ${equal} and r.deleted_at is null`;
  return { name: nameOf('likeness.by-natural-key', text), text };
}
