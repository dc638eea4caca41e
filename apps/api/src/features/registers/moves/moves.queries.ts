import type { Statement } from '../../../platform/database/index.js';

const COLUMNS = `m.district_code as "districtCode", m.id, m.register, m.record_id as "recordId", m.title,
       m.from_grid_code as "fromCode", coalesce(m.to_grid_code, m.to_community_code) as "toCode", m.state, m.reason,
       m.asked_at as "askedAt", m.asked_by_name as "askedBy", m.decided_at as "decidedAt", m.decided_by_name as "decidedBy", m.answer,
       (select name from grid_node where code = m.from_grid_code) as "fromName",
       (select name from grid_node where code = coalesce(m.to_grid_code, m.to_community_code)) as "toName"`;

/** $1 the request in JSON. */
export const STORE: Statement = {
  name: 'moves.store',
  text: `insert into register_move (district_code, id, register, record_id, title, from_street_code, from_community_code, from_grid_code,
                                    to_street_code, to_community_code, to_grid_code, state, reason, asked_at, asked_by, asked_by_name)
         select district_code, id, register, record_id, title, from_street_code, from_community_code, from_grid_code,
                to_street_code, to_community_code, to_grid_code, 'asked', reason, asked_at, asked_by, asked_by_name
           from jsonb_populate_record(null::register_move, $1::jsonb)`,
};

/** $1 register, $2 id; the wall's condition comes from the repository. */
export const oneText = (conditions: string): string =>
  `select ${COLUMNS} from register_move as m where m.register = $1 and m.id = $2 and ${conditions}`;

/** $1 register, $2 how many. */
export const listText = (conditions: string): string =>
  `select ${COLUMNS} from register_move as m where m.register = $1 and ${conditions} order by m.asked_at desc, m.id desc limit $2`;
export const countText = (conditions: string, most: number): string =>
  `select count(*)::int as total from (select 1 from register_move as m where m.register = $1 and ${conditions} limit ${most}) as found`;

/** $1 district, $2 id. Holds the row until the transaction ends. */
export const HOLD: Statement = {
  name: 'moves.hold',
  text: `select ${COLUMNS} from register_move as m where m.district_code = $1 and m.id = $2 for update of m`,
};

/** $1 district, $2 id, $3 state, $4 now, $5 who, $6 his name, $7 what he says. */
export const DECIDE: Statement = {
  name: 'moves.decide',
  text: `update register_move set state = $3, decided_at = $4, decided_by = $5, decided_by_name = $6, answer = $7
          where district_code = $1 and id = $2`,
};

/** $1 code: a unit grid or a community that is in use. */
export const PLACE: Statement = {
  name: 'moves.place',
  text: `select code from grid_node where code = $1 and level in ('grid', 'community') and valid_to is null`,
};
