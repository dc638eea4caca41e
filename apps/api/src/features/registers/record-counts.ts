import { Injectable } from '@nestjs/common';
import { covers, type Lens, type RegisterDefinition } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import type { Transaction } from '../../platform/database/index.js';
import { Conditions, nameOf } from './conditions.js';
import { KeptFor } from './kept-for.js';
import { withinRegister } from './record-lenses.js';
import { sourceOf } from './record-source.js';
import { standing } from './standing.js';

/** How many records of a register each unit grid has. */
export type GridCounts = ReadonlyMap<string, number>;

/** Pages of places and maps count; a number may be this old. */
const OLDEST_MS = 30_000;
/** Areas times registers. */
const MOST_KEPT = 500;

/**
 * Records of registers by unit grid, counted through the viewer's own lens and kept for half a minute by area and
 * register: however many maps are open, an area is counted once. The count reads the index of the level alone.
 */
@Injectable()
export class RecordCounts {
  private readonly kept: KeptFor<GridCounts>;

  constructor(clock: SystemClock) {
    this.kept = new KeptFor(clock, OLDEST_MS, MOST_KEPT);
  }

  async of(tx: Transaction, lens: Lens, definitions: readonly RegisterDefinition[]): Promise<GridCounts[]> {
    const known = new Map(definitions.map((definition) => [definition, this.kept.find(keyOf(lens, definition))]));
    const missing = definitions.filter((definition) => !known.get(definition));
    const counted = missing.length > 0 ? await this.count(tx, lens, missing) : [];
    missing.forEach((definition, index) => {
      const counts = counted[index] ?? new Map();
      known.set(definition, counts);
      this.kept.keep(keyOf(lens, definition), counts);
    });
    return definitions.map((definition) => known.get(definition) ?? new Map());
  }

  private async count(tx: Transaction, lens: Lens, definitions: readonly RegisterDefinition[]): Promise<GridCounts[]> {
    const within = withinRegister(lens, 'r', 1);
    const conditions = new Conditions();
    for (const value of within.values) conditions.parameter(value);
    const parts = definitions.map(
      (definition, part) => `select ${part} as part, r.grid_code as code, count(*)::int as total from ${sourceOf(definition)} as r
                              where ${within.sql} and ${standing(definition, 'r')} group by r.grid_code`,
    );
    const text = parts.join('\nunion all\n');
    const rows = await tx.query<{ part: number; code: string; total: number }>(
      { name: nameOf('registers.counts', text), text },
      conditions.values,
    );
    return definitions.map(
      (_, part) => new Map(rows.filter((row) => row.part === part).map(({ code, total }) => [code, total])),
    );
  }
}

/** How many there are below a node. */
export function sumBelow(counts: GridCounts, node: string): number {
  let sum = 0;
  for (const [code, total] of counts) if (covers(node, code)) sum += total;
  return sum;
}

const keyOf = (lens: Lens, { name, storage }: RegisterDefinition): string =>
  `${lens.kind} ${'code' in lens ? lens.code : ''} ${name} ${storage?.districtCode ?? ''}`;
