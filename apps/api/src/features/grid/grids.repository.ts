import { Injectable } from '@nestjs/common';
import type { Boundary, GridDetail, GridLevel, GridNode, Point } from '@wangge/contracts';
import type { Transaction } from '../../platform/database/index.js';
import * as queries from './grids.queries.js';

interface NodeRow {
  readonly code: string;
  readonly name: string;
  readonly level: GridLevel;
  readonly parent_code: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly area_km2: number;
  readonly fictional: boolean;
  readonly child_count: number;
}
interface BoundaryRow {
  readonly code: string;
  readonly name: string;
  readonly level: GridLevel;
  readonly fictional: boolean;
  readonly geometry: Boundary['geometry'];
}
interface EverRow extends NodeRow {
  readonly valid_from: string;
  readonly valid_to: string | null;
}
export interface Kinship {
  readonly side: 'from' | 'to';
  readonly code: string;
  readonly name: string;
  readonly on: string;
}
export interface ChainRow {
  readonly grid_code: string;
  readonly community_code: string;
  readonly street_code: string;
  readonly district_code: string;
  readonly grid: string;
  readonly community: string;
  readonly street: string;
  readonly district: string;
}
export interface BoundaryFilter {
  readonly parent: string;
  readonly levels: readonly GridLevel[];
}

@Injectable()
export class GridsRepository {
  async listDistricts(tx: Transaction): Promise<GridNode[]> {
    return (await tx.query<NodeRow>(queries.LIST_DISTRICTS)).map(toNode);
  }

  async listChildren(tx: Transaction, parent: string): Promise<GridNode[]> {
    return (await tx.query<NodeRow>(queries.LIST_CHILDREN, [parent])).map(toNode);
  }

  async search(tx: Transaction, words: string, below: string, most: number): Promise<GridNode[]> {
    return (await tx.query<NodeRow>(queries.SEARCH, [words, below, most])).map(toNode);
  }

  async findNode(tx: Transaction, code: string): Promise<GridNode | undefined> {
    const [row] = await tx.query<NodeRow>(queries.FIND_NODE, [code]);
    return row && toNode(row);
  }

  /** Also one that has ended. */
  async findEver(tx: Transaction, code: string): Promise<(GridNode & Pick<GridDetail, 'validFrom' | 'validTo'>) | undefined> {
    const [row] = await tx.query<EverRow>(queries.FIND_EVER, [code]);
    return row && { ...toNode(row), validFrom: row.valid_from, validTo: row.valid_to };
  }

  listLineage(tx: Transaction, code: string): Promise<Kinship[]> {
    return tx.query<Kinship>(queries.LIST_LINEAGE, [code]);
  }

  /** Children as they were on that day; of nothing, the districts. */
  async listThen(tx: Transaction, parent: string | undefined, day: string): Promise<GridNode[]> {
    return (await tx.query<NodeRow>(queries.LIST_THEN, [parent ?? null, day])).map(toNode);
  }

  async searchThen(tx: Transaction, words: string, day: string, below: string, most: number): Promise<GridNode[]> {
    return (await tx.query<NodeRow>(queries.SEARCH_THEN, [words, day, below, most])).map(toNode);
  }

  async findThen(tx: Transaction, code: string, day: string): Promise<GridNode | undefined> {
    const [row] = await tx.query<NodeRow>(queries.FIND_THEN, [code, day]);
    return row && toNode(row);
  }

  async listBoundariesThen(tx: Transaction, { parent, levels }: BoundaryFilter, day: string): Promise<Boundary[]> {
    return toBoundaries(await tx.query<BoundaryRow>(queries.LIST_BOUNDARIES_THEN, [parent.slice(0, 6), day, levels, parent]));
  }

  listPath(tx: Transaction, codes: readonly string[]): Promise<GridDetail['path']> {
    return tx.query(queries.LIST_PATH, [codes]);
  }

  listWorkers(tx: Transaction, below: string): Promise<GridDetail['workers']> {
    return tx.query(queries.LIST_WORKERS, [below]);
  }

  async readRevision(tx: Transaction): Promise<number> {
    const [row] = await tx.query<{ revision: number }>(queries.READ_REVISION);
    return row?.revision ?? 0;
  }

  async listBoundaries(tx: Transaction, { parent, levels }: BoundaryFilter): Promise<Boundary[]> {
    return toBoundaries(await tx.query<BoundaryRow>(queries.LIST_BOUNDARIES, [parent.slice(0, 6), levels, parent]));
  }

  async findInside(tx: Transaction, { lng, lat }: Point): Promise<(ChainRow & { is_inside: boolean }) | undefined> {
    const [row] = await tx.query<ChainRow & { is_inside: boolean }>(queries.LOCATE_INSIDE, [lng, lat]);
    return row;
  }

  /** By the place of each point in the list, from 0; those in no unit grid are missing. */
  async findInsideMany(tx: Transaction, points: readonly Point[]): Promise<Map<number, ChainRow>> {
    const [lngs, lats] = [points.map(({ lng }) => lng), points.map(({ lat }) => lat)];
    const rows = await tx.query<ChainRow & { number: number }>(queries.LOCATE_INSIDE_MANY, [lngs, lats]);
    return new Map(rows.map((row) => [row.number - 1, row]));
  }

  async findNear(tx: Transaction, { lng, lat }: Point, metres: number): Promise<(ChainRow & { distance: number }) | undefined> {
    const north = (metres / 110_000) * 1.01;
    const east = north / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    const [row] = await tx.query<ChainRow & { distance: number }>(queries.LOCATE_NEAR, [lng, lat, metres, east, north]);
    return row;
  }
}

const toBoundaries = (rows: readonly BoundaryRow[]): Boundary[] =>
  rows.map(({ geometry, ...properties }) => ({ type: 'Feature', id: properties.code, properties, geometry }));

function toNode(row: NodeRow): GridNode {
  const { code, name, level, fictional } = row;
  return {
    code,
    name,
    level,
    parentCode: row.parent_code,
    childCount: row.child_count,
    center: { lng: row.lng, lat: row.lat },
    area: Math.round(row.area_km2 * 1e4) / 1e4,
    fictional,
  };
}
