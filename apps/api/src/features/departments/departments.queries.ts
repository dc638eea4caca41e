import type { Statement } from '../../platform/database/index.js';

/** $1 beginnings of district codes. */
export const LIST: Statement = {
  name: 'department.list',
  text: `
select id, name, serves from department
where district_code ^@ any($1::text[]) and dissolved_at is null
order by serves, name collate "C"`,
};

/** $1 district, $2 id. */
export const GET: Statement = {
  name: 'department.get',
  text: 'select id, district_code, name, serves, handles from department where district_code = $1 and id = $2 and dissolved_at is null',
};

/** $1 district, $2 ids. */
export const SOME: Statement = {
  name: 'department.some',
  text: `
select id, name from department join (select min(place) as place, wanted from unnest($2::uuid[]) with ordinality as asked (wanted, place) group by wanted) as asked
  on asked.wanted = department.id
where district_code = $1 and dissolved_at is null order by place`,
};

/** $1 district, $2 id, $3 name, $4 serves, $5 class prefixes, $6 now. What it handles follows the list that is given. */
export const ENSURE: Statement = {
  name: 'department.ensure',
  text: `
insert into department (district_code, id, name, serves, handles, created_at) values ($1, $2, $3, $4, $5, $6)
on conflict (district_code, serves, name) do update set handles = excluded.handles
returning id`,
};

/** $1 id. Whoever gives a department a case holds it together with others; whoever dissolves it waits for all of them. */
export const HOLD: Statement = {
  name: 'department.hold',
  text: `select pg_advisory_xact_lock_shared(hashtextextended('department ' || $1::text, 0))`,
};
export const HOLD_ALONE: Statement = {
  name: 'department.hold-alone',
  text: `select pg_advisory_xact_lock(hashtextextended('department ' || $1::text, 0))`,
};

/** $1 id. */
export const ONE: Statement = {
  name: 'department.one',
  text: 'select id, district_code, name, serves, dissolved_at from department where id = $1',
};

/** $1 id, $2 now, $3 who. */
export const DISSOLVE: Statement = {
  name: 'department.dissolve',
  text: 'update department set dissolved_at = $2, dissolved_by = $3 where id = $1 and dissolved_at is null',
};
