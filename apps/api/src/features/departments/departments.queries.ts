import type { Statement } from '../../platform/database/index.js';

/** $1 beginnings of district codes. */
export const LIST: Statement = {
  name: 'department.list',
  text: `
select id, name, serves from department
where district_code ^@ any($1::text[])
order by serves, name collate "C"`,
};

/** $1 district, $2 id. */
export const GET: Statement = {
  name: 'department.get',
  text: 'select id, district_code, name, serves, handles from department where district_code = $1 and id = $2',
};

/** $1 district, $2 ids. */
export const SOME: Statement = {
  name: 'department.some',
  text: `
select id, name from department join (select min(place) as place, wanted from unnest($2::uuid[]) with ordinality as asked (wanted, place) group by wanted) as asked
  on asked.wanted = department.id
where district_code = $1 order by place`,
};

/** $1 district, $2 id, $3 name, $4 serves, $5 class prefixes, $6 now. What it handles follows the list that is given. */
export const ENSURE: Statement = {
  name: 'department.ensure',
  text: `
insert into department (district_code, id, name, serves, handles, created_at) values ($1, $2, $3, $4, $5, $6)
on conflict (district_code, serves, name) do update set handles = excluded.handles
returning id`,
};
