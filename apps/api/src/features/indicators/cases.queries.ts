import type { AreaLens } from '@wangge/domain';
import type { Statement } from '../../platform/database/transaction.js';

const COLUMN = {
  region: 'district_code ^@ $1',
  district: 'district_code = $1',
  street: 'street_code = $1',
  community: 'community_code = $1',
  grid: 'grid_code = $1',
} as const satisfies Record<AreaLens['kind'], string>;

/**
 * The cases behind a number, from what was counted and what is not folded yet. $1 the node, $2 measures, $3 the first
 * day, $4 the day after the last, $5 a department or null, $6 and $7 the report after which the page goes on, or null,
 * $8 how many. A correction counts less than nothing, so that the times of all cases add up to the number.
 */
export function casesOf(level: AreaLens['kind']): Statement {
  const facts = (table: string) => `
    select district_code, event_id, count from ${table}
     where ${COLUMN[level]} and measure = any($2::text[]) and day >= $3::date and day < $4::date
       and ($5::uuid is null or department_id = $5::uuid)`;
  return {
    name: `indicators.cases.${level}`,
    text: `
      select event.id, event.number, event.title, event.status, event.place, event.reported_at, counted.times
        from (select district_code, event_id, sum(count)::int as times
                from (${facts('event_fact')} union all ${facts('event_delta')}) as facts
               group by 1, 2 having sum(count) <> 0) as counted
        join event on event.district_code = counted.district_code and event.id = counted.event_id and event.${COLUMN[level]}
       where $6::timestamptz is null or (event.reported_at, event.id) < ($6::timestamptz, $7::uuid)
       order by event.reported_at desc, event.id desc limit $8`,
  };
}
