import type { Statement } from '../../platform/database/transaction.js';

const NONE = '00000000-0000-0000-0000-000000000000';
const IS_STOCK = `(measure ^@ 'in:' or measure ^@ 'overdue:')`;
const MONTH_END = `(date_trunc('month', day::timestamp) + interval '1 month - 1 day')::date`;

/** Nobody folds while counters are compared or made again. It holds until the end of the transaction. */
export const LOCK = {
  name: 'rebuild.lock',
  text: `select pg_advisory_xact_lock(hashtext('event-counters'))`,
} as const satisfies Statement;

/**
 * Counters as they follow from what happened, by the rule of folding (`counters.queries.ts`): each fact twice for each
 * node above it. Facts of one grid, hour and kind are put together first, since there are far fewer of these.
 */
const made = (day: string, hour: string) => `
  made as (
    select district_code, node_code, day, hour, measure, class_code, department_id, sum(count) as count, sum(minutes) as minutes
      from (
        select district_code, node_code, ${day} as day, ${hour} as hour, measure, class_code, department_id, count, minutes
          from event_counter_opening
        union all
        select district_code, node.code, day, kept.hour, measure, kept.class_code, kept.department_id, count, minutes
          from (
            select district_code, street_code, community_code, grid_code, ${day} as day, ${hour} as hour, measure, class_code, department_id,
                   sum(count) as count, sum(minutes) as minutes
              from event_fact group by 1, 2, 3, 4, 5, 6, 7, 8, 9) as fact
         cross join lateral (values
            (fact.hour, '*', '${NONE}'::uuid),
            (case measure when 'reported' then fact.hour else -1 end, coalesce(fact.class_code, ''),
             coalesce(fact.department_id, '${NONE}'))) as kept (hour, class_code, department_id)
         cross join lateral (values (district_code), (street_code), (community_code), (grid_code)) as node (code)) as parts
     group by 1, 2, 3, 4, 5, 6, 7)`;

/** Hours and days may have been gathered: both sides are compared by the day, stocks by the month. */
export const DIFFERENCES = {
  name: 'rebuild.differences',
  text: `
    with ${made(`case when ${IS_STOCK} then ${MONTH_END} else day end`, '-1')},
    both_sides as (
      select district_code, node_code, case when ${IS_STOCK} then ${MONTH_END} else day end as day, measure, class_code, department_id,
             count, minutes
        from event_counter
      union all
      select district_code, node_code, day, measure, class_code, department_id, -count, -minutes from made)
    select count(*)::int as differing
      from (select 1 from both_sides group by district_code, node_code, day, measure, class_code, department_id
            having sum(count) <> 0 or sum(minutes) <> 0) as found`,
} as const satisfies Statement;

export const CLEAR = { name: 'rebuild.clear', text: 'delete from event_counter' } as const satisfies Statement;

/** $1 the first day whose hours are kept, $2 the first day whose stocks are kept by the day. */
export const MAKE = {
  name: 'rebuild.make',
  text: `
    with ${made(`case when ${IS_STOCK} and day < $2::date then ${MONTH_END} else day end`, `case when day < $1::date then -1 else hour end`)}
    insert into event_counter (district_code, node_code, day, hour, measure, class_code, department_id, count, minutes)
    select district_code, node_code, day, hour, measure, class_code, department_id, count, minutes from made
     where count <> 0 or minutes <> 0`,
} as const satisfies Statement;

export const COUNTED = { name: 'rebuild.counted', text: 'select count(*)::int as counters from event_counter' } as const satisfies Statement;
