import type { Database, Statement } from '../../../platform/database/index.js';

/** 2398 is the code of no city: nobody can mistake what begins with it for a real place. */
const CITY = '2398';
const GRIDS_A_DISTRICT = 1_000;
/** In the open ocean, where no real outline can be touched. */
const WEST = 150;
const SOUTH = 30;
/** Side of a district's square, in degrees. */
const SIDE = 0.2;

const COUNT: Statement = {
  name: 'load.count-grids',
  text: `select count(*)::int as total from grid_node where level = 'grid' and valid_to is null`,
};
/**
 * $1 code, $2 name, $3 west, $4 south, $5 side, $6 day. A node is a rectangle; the three levels below it are
 * ten times ten times ten, each laid in two columns of five.
 */
const STORE: Statement = {
  name: 'load.store-district',
  text: `
    with digits as (select * from generate_series(0, 9) as d),
    district as (select $1::text as code, $2::text as name, $3::float8 as w, $4::float8 as s, $5::float8 as dx, $5::float8 as dy),
    street as (
      select p.code || lpad((d + 1)::text, 3, '0') as code, '演示街道' || (d + 1) as name,
             p.w + (d % 2) * p.dx / 2 as w, p.s + (d / 2) * p.dy / 5 as s, p.dx / 2 as dx, p.dy / 5 as dy from district p, digits),
    community as (
      select p.code || lpad((d + 1)::text, 3, '0') as code, p.name || '演示社区' || (d + 1) as name,
             p.w + (d % 2) * p.dx / 2 as w, p.s + (d / 2) * p.dy / 5 as s, p.dx / 2 as dx, p.dy / 5 as dy from street p, digits),
    grid as (
      select p.code || lpad((d + 1)::text, 3, '0') as code, '第' || (d + 1) || '网格' as name,
             p.w + (d % 2) * p.dx / 2 as w, p.s + (d / 2) * p.dy / 5 as s, p.dx / 2 as dx, p.dy / 5 as dy from community p, digits),
    node as (select * from district union all select * from street union all select * from community union all select * from grid)
    insert into grid_node (code, name, geom, center, fictional, valid_from)
    select code, name, ST_Multi(ST_MakeEnvelope(w, s, w + dx, s + dy, 4326)), ST_SetSRID(ST_MakePoint(w + dx / 2, s + dy / 2), 4326), true, $6::date
      from node order by length(code), code
    on conflict (code) do nothing`,
};
const RAISE_REVISION: Statement = { name: 'load.raise-revision', text: 'update grid_revision set revision = revision + 1' };

/** Makes up districts until there are so many unit grids. Answers how many there are. */
export async function ensureGrids(database: Database, wanted: number, today: string): Promise<number> {
  const count = () => database.as({ kind: 'reference' }, async (tx) => (await tx.query<{ total: number }>(COUNT))[0]?.total ?? 0);
  const missing = Math.max(0, wanted - (await count()));
  for (let serial = 1; serial <= Math.ceil(missing / GRIDS_A_DISTRICT); serial += 1) {
    const place = [WEST + ((serial - 1) % 10) * SIDE, SOUTH + Math.floor((serial - 1) / 10) * SIDE];
    const values = [`${CITY}${String(serial).padStart(2, '0')}`, `演示${serial}区`, ...place, SIDE, today];
    await database.as({ kind: 'job' }, async (tx) => {
      await tx.query(STORE, values);
      await tx.query(RAISE_REVISION);
    });
  }
  return count();
}
