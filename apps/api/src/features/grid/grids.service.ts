import { Injectable } from '@nestjs/common';
import {
  type Boundaries,
  type GridDetail,
  GridLevel,
  type GridNode,
  type gridsApi,
  type InputOf,
  type Located,
  type Point,
} from '@wangge/contracts';
import { levelOf, parentOf } from '@wangge/domain';
import { Database, type Transaction } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { BoundaryMemory } from './boundary-memory.js';
import { GridLocator } from './grid-locator.js';
import { type BoundaryFilter, GridsRepository, type Kinship } from './grids.repository.js';

type ListQuery = InputOf<typeof gridsApi.list>['query'];
type BoundariesQuery = InputOf<typeof gridsApi.boundaries>['query'];

const MOST_FOUND = 50;
const REFERENCE = { kind: 'reference' } as const;

/** The tree of the five levels, the same for everybody. */
@Injectable()
export class GridsService {
  constructor(
    private readonly database: Database,
    private readonly grids: GridsRepository,
    private readonly locator: GridLocator,
    private readonly memory: BoundaryMemory,
  ) {}

  list({ parent, q, asOf }: ListQuery): Promise<{ items: GridNode[] }> {
    return this.database.as(REFERENCE, async (tx) => {
      if (asOf !== undefined) return { items: await this.listThen(tx, { parent, q }, asOf) };
      if (parent !== undefined) await this.getNode(tx, parent);
      if (q !== undefined) return { items: await this.grids.search(tx, q, parent ?? '', MOST_FOUND) };
      return { items: await (parent === undefined ? this.grids.listDistricts(tx) : this.grids.listChildren(tx, parent)) };
    });
  }

  get(code: string): Promise<GridDetail> {
    return this.database.as(REFERENCE, async (tx) => {
      const node = await this.grids.findEver(tx, code);
      if (!node) throw notFound();
      const path = await this.grids.listPath(tx, chainTo(code));
      // Of a street or a district they would be hundreds: one asks for its communities.
      const workers = code.length >= 12 ? await this.grids.listWorkers(tx, code) : [];
      const kin = await this.grids.listLineage(tx, code);
      return { ...node, path, workers, madeFrom: ofSide(kin, 'from'), became: ofSide(kin, 'to') };
    });
  }

  locate(point: Point): Promise<Located> {
    return this.database.as(REFERENCE, (tx) => this.locator.locate(tx, point));
  }

  boundaries(query: BoundariesQuery): Promise<Boundaries> {
    const filter: BoundaryFilter = { parent: query.parent, levels: levelsAsked(query) };
    const { asOf } = query;
    if (asOf !== undefined) return this.database.as(REFERENCE, (tx) => this.boundariesThen(tx, filter, asOf));
    const key = `${filter.parent}/${filter.levels.join()}`;
    return this.database.as(REFERENCE, async (tx) => {
      const revision = await this.grids.readRevision(tx);
      const known = this.memory.find(key, revision);
      if (known) return known;
      await this.getNode(tx, filter.parent);
      const boundaries: Boundaries = { type: 'FeatureCollection', features: await this.grids.listBoundaries(tx, filter) };
      this.memory.keep(key, revision, boundaries);
      return boundaries;
    });
  }

  private async listThen(tx: Transaction, { parent, q }: Pick<ListQuery, 'parent' | 'q'>, day: string): Promise<GridNode[]> {
    if (parent !== undefined && !(await this.grids.findThen(tx, parent, day))) throw notFound();
    return q === undefined ? this.grids.listThen(tx, parent, day) : this.grids.searchThen(tx, q, day, parent ?? '', MOST_FOUND);
  }

  /** Asked for seldom, and of any day: nobody remembers them. */
  private async boundariesThen(tx: Transaction, filter: BoundaryFilter, day: string): Promise<Boundaries> {
    if (!(await this.grids.findThen(tx, filter.parent, day))) throw notFound();
    return { type: 'FeatureCollection', features: await this.grids.listBoundariesThen(tx, filter, day) };
  }

  private async getNode(tx: Transaction, code: string): Promise<GridNode> {
    const node = await this.grids.findNode(tx, code);
    if (!node) throw notFound();
    return node;
  }
}

const ofSide = (kin: readonly Kinship[], wanted: Kinship['side']): GridDetail['became'] =>
  kin.flatMap(({ side, ...grid }) => (side === wanted ? [grid] : []));

function chainTo(code: string): string[] {
  const parent = parentOf(code);
  return parent === null ? [code] : [...chainTo(parent), code];
}

/** The node and its children, or one level at or below the node. */
function levelsAsked({ parent, level }: BoundariesQuery): GridLevel[] {
  const levels = GridLevel.options;
  const own = levels.indexOf(levelOf(parent) ?? 'district');
  if (level === undefined) return levels.slice(own, own + 2);
  if (levels.indexOf(level) >= own) return [level];
  throw apiError('request.invalid', { fields: [{ path: 'query.level', rule: 'above-parent' }] });
}
