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
import { type BoundaryFilter, GridsRepository } from './grids.repository.js';

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

  list({ parent, q }: ListQuery): Promise<{ items: GridNode[] }> {
    return this.database.as(REFERENCE, async (tx) => {
      if (parent !== undefined) await this.getNode(tx, parent);
      if (q !== undefined) return { items: await this.grids.search(tx, q, parent ?? '', MOST_FOUND) };
      return { items: await (parent === undefined ? this.grids.listDistricts(tx) : this.grids.listChildren(tx, parent)) };
    });
  }

  get(code: string): Promise<GridDetail> {
    return this.database.as(REFERENCE, async (tx) => {
      const node = await this.getNode(tx, code);
      const path = await this.grids.listPath(tx, chainTo(code));
      // Of a street or a district they would be hundreds: one asks for its communities.
      const workers = code.length >= 12 ? await this.grids.listWorkers(tx, code) : [];
      return { ...node, path, workers };
    });
  }

  locate(point: Point): Promise<Located> {
    return this.database.as(REFERENCE, (tx) => this.locator.locate(tx, point));
  }

  boundaries(query: BoundariesQuery): Promise<Boundaries> {
    const filter: BoundaryFilter = { parent: query.parent, levels: levelsAsked(query) };
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

  private async getNode(tx: Transaction, code: string): Promise<GridNode> {
    const node = await this.grids.findNode(tx, code);
    if (!node) throw notFound();
    return node;
  }
}

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
