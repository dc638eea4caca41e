import type { Statement } from '../../platform/database/transaction.js';

/** One process folds at a time: two would wait for each other's counters. It holds until the end of the transaction. */
export const TRY_LOCK = {
  name: 'counters.try-lock',
  text: `select pg_try_advisory_xact_lock(hashtext('event-counters')) as held`,
} as const satisfies Statement;

const KEY = 'district_code, node_code, day, hour, measure, class_code, department_id';
const ADD = `
  on conflict (district_code, node_code, measure, day, hour, class_code, department_id)
  do update set count = event_counter.count + excluded.count, minutes = event_counter.minutes + excluded.minutes`;

/**
 * Each increment is kept twice for each node above it: in a total of the hour, of which a node has few however much
 * happens there, and in a count of the day by class and department. Reports keep their hour in both: the classes of
 * today are compared with those of another day at this time.
 */
const KEPT = `
  cross join lateral (values
    (taken.hour, '*', '00000000-0000-0000-0000-000000000000'::uuid),
    (case measure when 'reported' then taken.hour else -1 end, coalesce(taken.class_code, ''),
     coalesce(taken.department_id, '00000000-0000-0000-0000-000000000000'))) as kept (hour, class_code, department_id)`;

/**
 * $1 how many. A delta is deleted and counted in one statement, so it is read exactly once on either side of it, and
 * a late commit is simply folded the next time. What was counted is kept as a fact of its event. Counters are added in the order of their keys: nobody waits in a ring.
 */
export const FOLD = {
  name: 'counters.fold',
  text: `
    with taken as (
      delete from event_delta
       where (district_code, id) in (select district_code, id from event_delta order by id limit $1)
      returning *),
    kept_facts as (
      insert into event_fact (district_code, id, event_id, street_code, community_code, grid_code, day, hour, measure, class_code,
             department_id, count, minutes)
      select district_code, id, event_id, street_code, community_code, grid_code, day, hour, measure, class_code, department_id, count, minutes
        from taken where event_id is not null),
    added as (
      insert into event_counter (${KEY}, count, minutes)
      select taken.district_code, node.code, day, kept.hour, measure, kept.class_code, kept.department_id, sum(count), sum(minutes)
        from taken
       ${KEPT}
       cross join lateral (values (taken.district_code), (street_code), (community_code), (grid_code)) as node (code)
       group by 1, 2, 3, 4, 5, 6, 7
       order by 1, 2, 5, 3, 4, 6, 7
      ${ADD})
    select count(*)::int as folded from taken`,
} as const satisfies Statement;

/** $1 the first day whose hours are kept, $2 how many rows. What nets to nothing is not kept. */
export const GATHER_HOURS = {
  name: 'counters.gather-hours',
  text: `
    with old as (
      delete from event_counter
       where ctid = any(array(select ctid from event_counter where day < $1 and hour >= 0 order by day limit $2))
      returning *),
    added as (
      insert into event_counter (${KEY}, count, minutes)
      select district_code, node_code, day, -1, measure, class_code, department_id, sum(count), sum(minutes)
        from old
       group by 1, 2, 3, 5, 6, 7
      having sum(count) <> 0 or sum(minutes) <> 0
      ${ADD})
    select count(*)::int as gathered from old`,
} as const satisfies Statement;

/**
 * $1 the first day whose stocks are kept by the day, $2 how many rows. Older ones move to the last day of their month,
 * so that a running sum stays short however long the platform lives, and is still exact at the end of each month.
 */
export const GATHER_STOCKS = {
  name: 'counters.gather-stocks',
  text: `
    with old as (
      delete from event_counter
       where ctid = any(array(
         select ctid from event_counter
          where day < $1 and hour < 0 and (measure ^@ 'in:' or measure ^@ 'overdue:') and extract(day from day + 1) <> 1
          order by day limit $2))
      returning *),
    added as (
      insert into event_counter (${KEY}, count, minutes)
      select district_code, node_code, (date_trunc('month', day::timestamp) + interval '1 month - 1 day')::date, -1, measure,
             class_code, department_id, sum(count), sum(minutes)
        from old
       group by 1, 2, 3, 5, 6, 7
      having sum(count) <> 0 or sum(minutes) <> 0
      ${ADD})
    select count(*)::int as gathered from old`,
} as const satisfies Statement;
