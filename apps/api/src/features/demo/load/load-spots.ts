import { placeNameOf } from '@wangge/domain';
import type { Database, Statement } from '../../../platform/database/index.js';
import type { Random } from '../../grid/index.js';
import { pick } from '../demo-steps.js';
import type { DemoSpot } from '../demo-registers-record.js';

/** Four points in each unit grid, the same each time, with the names around them. */
const SPOTS: Statement = {
  name: 'load.spots',
  text: `select g.code as "gridCode", s.name as street, c.name as community, ST_X(spot) as lng, ST_Y(spot) as lat
           from (select code, (ST_Dump(ST_GeneratePoints(geom, 4, 5))).geom as spot
                   from grid_node where level = 'grid' and valid_to is null) as g
           join grid_node s on s.code = left(g.code, 9) join grid_node c on c.code = left(g.code, 12)
          order by g.code, lng, lat`,
};
/** What lies in the real district, where made-up ones stand beside it. */
const HOME_SHARE = 0.5;

export interface Spots {
  readonly home: readonly DemoSpot[];
  readonly others: readonly DemoSpot[];
}

export async function readSpots(database: Database, district: string): Promise<Spots> {
  const rows = await database.as({ kind: 'reference' }, (tx) => tx.query<DemoSpot>(SPOTS));
  const named = rows.map((spot) => ({ ...spot, community: placeNameOf(spot.community) }));
  const isHome = ({ gridCode }: DemoSpot) => gridCode.startsWith(district);
  return { home: named.filter(isHome), others: named.filter((spot) => !isHome(spot)) };
}

export function pickSpot(random: Random, { home, others }: Spots): DemoSpot {
  return pick(random, others.length === 0 || random() < HOME_SHARE ? home : others);
}

/** The points of one district: the records of a family stay in one. */
export function spotsOfOneDistrict(random: Random, spots: Spots): readonly DemoSpot[] {
  const district = pickSpot(random, spots).gridCode.slice(0, 6);
  const all = spots.home[0]?.gridCode.startsWith(district) ? spots.home : spots.others;
  return all.filter(({ gridCode }) => gridCode.startsWith(district));
}
