import { Injectable } from '@nestjs/common';
import type { Board, GridLevel } from '@wangge/contracts';
import { covers } from '@wangge/domain';
import type { Transaction } from '../../platform/database/transaction.js';
import type { IndicatorScope } from './indicator-scope.js';
import * as queries from './places.queries.js';

export interface PlaceNode {
  readonly code: string;
  readonly name: string;
  readonly level: GridLevel;
}

const CODE_LENGTHS = [6, 9, 12, 15];
const LEVELS = ['district', 'street', 'community', 'grid', 'worker'] as const;

@Injectable()
export class PlacesRepository {
  /** The way from the viewer's area down to the node; empty where the node does not exist. */
  async path(tx: Transaction, { lens, code }: IndicatorScope): Promise<PlaceNode[]> {
    const codes = CODE_LENGTHS.map((length) => code.slice(0, length)).filter((above) => covers(lens.code, above));
    const nodes = await tx.query<PlaceNode>(queries.NODES, [[...new Set(codes)]]);
    return nodes.at(-1)?.code === code ? nodes : [];
  }

  /** Whether there is or was such a node: its past days can be asked for. */
  async wasEver(tx: Transaction, code: string): Promise<boolean> {
    return (await tx.query(queries.WAS_EVER, [code])).length > 0;
  }

  children(tx: Transaction, code: string): Promise<PlaceNode[]> {
    return tx.query<PlaceNode>(queries.CHILDREN, [code]);
  }

  async districts(tx: Transaction, region: string): Promise<string[]> {
    const rows = await tx.query<{ code: string }>(queries.DISTRICTS, [region]);
    return rows.map(({ code }) => code);
  }

  /** How many nodes of each level lie in a node, itself included, and how many workers. */
  async levels(tx: Transaction, code: string): Promise<Board['levels']> {
    const rows = await tx.query<{ level: string; total: number }>(queries.LEVELS, [code.slice(0, 6), code]);
    const totals = new Map(rows.map(({ level, total }) => [level, total]));
    return LEVELS.flatMap((level) => {
      const total = totals.get(level);
      return total === undefined ? [] : [{ level, total }];
    });
  }
}
