import type { Statement } from '../../platform/database/transaction.js';

/** All figures of a board come from one state of the data, so that they add up. */
export const ONE_SNAPSHOT = {
  name: 'indicators.one-snapshot',
  text: 'set transaction isolation level repeatable read',
} as const satisfies Statement;

/**
 * Counters and the increments that are not folded yet. $1 scope of the lens, $2 districts, $3 nodes (all of one level),
 * $4 flows, $5 the first day they are read from, $6 stocks, which are sums of all that ever was. Every increment is
 * counted in totals by the hour, and once more by class and department: a statement reads the one or the other.
 */
const factsOf = (counters: string) => `
with facts as (
  select node_code, day, hour, measure, class_code, department_id, count, minutes from event_counter
   where district_code = any($2::text[]) and node_code = any($3::text[]) and node_code ^@ $1
     and ${counters} and measure = any($4::text[]) and day >= $5::date
  union all
  select node_code, day, hour, measure, class_code, department_id, count, minutes from event_counter
   where district_code = any($2::text[]) and node_code = any($3::text[]) and node_code ^@ $1
     and ${counters} and measure = any($6::text[])
  union all
  select left(grid_code, length(($3::text[])[1])), day, hour, measure, coalesce(class_code, ''),
         coalesce(department_id, '00000000-0000-0000-0000-000000000000'), count, minutes
    from event_delta
   where district_code = any($2::text[]) and left(grid_code, length(($3::text[])[1])) = any($3::text[]) and grid_code ^@ $1
     and (measure = any($6::text[]) or measure = any($4::text[]) and day >= $5::date))`;
const TOTALS = factsOf(`class_code = '*'`);
const PARTS = factsOf(`class_code <> '*'`);

/** $7 the present hour: a day's part before it, and in it. */
export const TALLIES = {
  name: 'indicators.tallies',
  text: `${TOTALS}
    select measure, to_char(greatest(day, $5::date - 1), 'YYYY-MM-DD') as day,
           sum(count)::float8 as count, sum(minutes)::float8 as minutes,
           coalesce(sum(count) filter (where hour < $7), 0)::float8 as count_before,
           coalesce(sum(minutes) filter (where hour < $7), 0)::float8 as minutes_before,
           coalesce(sum(count) filter (where hour = $7), 0)::float8 as count_within,
           coalesce(sum(minutes) filter (where hour = $7), 0)::float8 as minutes_within
      from facts group by 1, 2`,
} as const satisfies Statement;

export const HOURS = {
  name: 'indicators.hours',
  text: `${TOTALS} select hour, measure, sum(count)::int as count from facts where hour >= 0 group by 1, 2`,
} as const satisfies Statement;

/** $7 today, $8 the present hour, $9 its share that has passed: of the first day, what had come by this time. */
export const CLASSES = {
  name: 'indicators.classes',
  text: `${PARTS}
    select nullif(class_code, '') as code,
           coalesce(sum(count) filter (where day = $7::date), 0)::int as today,
           round(coalesce(sum(count) filter (where day = $5::date and hour < $8), 0)
               + coalesce(sum(count) filter (where day = $5::date and hour = $8), 0) * $9::numeric)::int as last_week
      from facts where day in ($5::date, $7::date) group by 1`,
} as const satisfies Statement;

export const DEPARTMENTS = {
  name: 'indicators.departments',
  text: `${PARTS}
    select department.name,
           coalesce(sum(count) filter (where measure ^@ 'in:'), 0)::int as open,
           coalesce(sum(count) filter (where measure ^@ 'overdue:'), 0)::int as overdue,
           coalesce(sum(minutes) filter (where measure = 'handled'), 0)::float8 as used_minutes,
           coalesce(sum(minutes) filter (where measure = 'handled-limit'), 0)::float8 as limit_minutes
      from facts join department on department.id = facts.department_id
     group by department.id, department.name`,
} as const satisfies Statement;

/** $7 the day after the last. Sums of the period and of all until its end, by what they belong to. */
const measuresBy = (facts: string, subject: string) => `${facts}
    select ${subject} as id, measure,
           coalesce(sum(count) filter (where day >= $5::date), 0)::float8 as count,
           coalesce(sum(minutes) filter (where day >= $5::date), 0)::float8 as minutes,
           sum(count)::float8 as ever
      from facts where day < $7::date group by 1, 2`;
export const MEASURES_BY_AREA = {
  name: 'indicators.by-area',
  text: measuresBy(TOTALS, 'node_code'),
} as const satisfies Statement;
export const MEASURES_BY_DEPARTMENT = {
  name: 'indicators.by-department',
  text: measuresBy(PARTS, 'department_id::text'),
} as const satisfies Statement;

/** $1 departments. */
export const DEPARTMENT_NAMES = {
  name: 'indicators.department-names',
  text: 'select id, name from department where id = any($1::uuid[]) order by name, id',
} as const satisfies Statement;

export const AREAS = {
  name: 'indicators.areas',
  text: `${TOTALS}
    select node_code as code,
           coalesce(sum(count) filter (where measure ^@ 'in:'), 0)::int as open,
           coalesce(sum(count) filter (where measure ^@ 'overdue:'), 0)::int as overdue,
           coalesce(sum(count) filter (where measure = 'closed-on-time'), 0)::float8 as on_time,
           coalesce(sum(count) filter (where measure = 'judged'), 0)::float8 as due
      from facts group by 1`,
} as const satisfies Statement;

/**
 * $7 from, $8 to, as local times: a count belongs to the period in which its hour began, so that neighbouring periods
 * add up; of days whose hours are gathered, the day.
 */
export const PERIOD = {
  name: 'indicators.period',
  text: `${TOTALS}, timed as (
      select measure, count, minutes, day::timestamp + greatest(hour, 0) * interval '1 hour' as began from facts)
    select measure,
           coalesce(sum(count) filter (where began >= $7::timestamp), 0)::float8 as count,
           coalesce(sum(minutes) filter (where began >= $7::timestamp), 0)::float8 as minutes,
           sum(count)::float8 as ever
      from timed where began < $8::timestamp group by 1`,
} as const satisfies Statement;
