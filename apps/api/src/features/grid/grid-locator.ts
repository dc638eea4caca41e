import { Injectable } from '@nestjs/common';
import type { Chain, Located, Point } from '@wangge/contracts';
import { Config } from '../../platform/config/config.js';
import type { Transaction } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import { type ChainRow, GridsRepository } from './grids.repository.js';

export type LocateRefusal = 'grid.swapped-coordinates' | 'grid.outside-district';

/** In no district: it stands for what is no place on earth. */
const NOWHERE: Point = { lng: 0, lat: 0 };

/** Finds the unit grid of a point, for whoever stores a record there: within the transaction that stores it. */
@Injectable()
export class GridLocator {
  constructor(
    private readonly grids: GridsRepository,
    private readonly config: Config,
  ) {}

  /** Throws what the reporter is told where the point lies in no district. The lens of the transaction may be any. */
  async locate(tx: Transaction, point: Point): Promise<Located> {
    if (isOnEarth(point)) {
      const inside = await this.grids.findInside(tx, point);
      if (inside) return { ...chainOf(inside), how: inside.is_inside ? 'inside' : 'border', distance: 0 };
      const near = await this.grids.findNear(tx, point, this.config.locateTolerance);
      if (near) return { ...chainOf(near), how: 'near', distance: Math.round(near.distance * 10) / 10 };
    }
    throw apiError((await this.isSwapped(tx, point)) ? 'grid.swapped-coordinates' : 'grid.outside-district');
  }

  /** The same for many at once; those that lie nowhere answer why. */
  async locateMany(tx: Transaction, points: readonly Point[]): Promise<(Chain | LocateRefusal)[]> {
    const inside = await this.grids.findInsideMany(
      tx,
      points.map((point) => (isOnEarth(point) ? point : NOWHERE)),
    );
    const found: (Chain | LocateRefusal)[] = [];
    for (const [index, point] of points.entries()) {
      const row = isOnEarth(point) ? inside.get(index) : undefined;
      found.push(row ? chainOf(row).chain : await this.locateOutside(tx, point));
    }
    return found;
  }

  private async locateOutside(tx: Transaction, point: Point): Promise<Chain | LocateRefusal> {
    const near = isOnEarth(point) ? await this.grids.findNear(tx, point, this.config.locateTolerance) : undefined;
    if (near) return chainOf(near).chain;
    return (await this.isSwapped(tx, point)) ? 'grid.swapped-coordinates' : 'grid.outside-district';
  }

  private async isSwapped(tx: Transaction, { lng, lat }: Point): Promise<boolean> {
    const swapped = { lng: lat, lat: lng };
    return isOnEarth(swapped) && (await this.grids.findInside(tx, swapped)) !== undefined;
  }
}

const isOnEarth = ({ lng, lat }: Point) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

function chainOf(row: ChainRow): Pick<Located, 'chain' | 'names'> {
  return {
    chain: {
      districtCode: row.district_code,
      streetCode: row.street_code,
      communityCode: row.community_code,
      gridCode: row.grid_code,
    },
    names: { district: row.district, street: row.street, community: row.community, grid: row.grid },
  };
}
