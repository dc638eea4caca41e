import type { Statement } from '../../platform/database/transaction.js';

/** $1 codes. Retired nodes have no board. */
export const NODES = {
  name: 'indicators.nodes',
  text: 'select code, name, level from grid_node where code = any($1::text[]) and valid_to is null order by code',
} as const satisfies Statement;

/** $1 code. Also one that has ended: what happened there stays counted there. */
export const WAS_EVER = {
  name: 'indicators.was-ever',
  text: 'select code from grid_node where code = $1',
} as const satisfies Statement;

export const CHILDREN = {
  name: 'indicators.children',
  text: 'select code, name, level from grid_node where parent_code = $1 and valid_to is null order by code',
} as const satisfies Statement;

/** $1 a province or city. */
export const DISTRICTS = {
  name: 'indicators.districts',
  text: `select code from grid_node where level = 'district' and code ^@ $1 and valid_to is null order by code`,
} as const satisfies Statement;

/** $1 district, $2 node. */
export const LEVELS = {
  name: 'indicators.levels',
  text: `select level, count(*)::int as total from grid_node
          where district_code = $1 and code ^@ $2 and valid_to is null group by 1
         union all
         select 'worker', count(*)::int from grid_worker where grid_code ^@ $2 and valid_to is null`,
} as const satisfies Statement;
