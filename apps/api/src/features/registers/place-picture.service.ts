import { Injectable } from '@nestjs/common';
import type { GridPicture } from '@wangge/contracts';
import { areaLens, covers, type Lens, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Conditions, nameOf } from './conditions.js';
import { RecordCounts, sumBelow } from './record-counts.js';
import { recordListLens, withinRegister } from './record-lenses.js';
import { sourceOf } from './record-source.js';
import { RecordTitles } from './record-titles.js';
import { RegisterCatalogue } from './register-catalogue.js';
import { standing } from './standing.js';
import { titleCell } from './relation-statements.js';

export type RecordsOfPlace = Pick<GridPicture, 'registers' | 'newest'>;

const NEWEST_SHOWN = 8;
const NOTHING: RecordsOfPlace = { registers: null, newest: [] };

interface NewestRow {
  readonly part: number;
  readonly id: string;
  readonly title: string | null;
  readonly created_at: Date;
}

/** What the registers know of a node of the tree: as far as the viewer's area and the node have in common. */
@Injectable()
export class PlacePictures {
  constructor(
    private readonly database: Database,
    private readonly counts: RecordCounts,
    private readonly titles: RecordTitles,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  async of(viewer: Viewer, node: string): Promise<RecordsOfPlace> {
    const lens = lensOver(viewer, node);
    if (!lens) return NOTHING;
    const { all } = await this.catalogue.of(viewer);
    return this.database.as(lens, (tx) => this.within(tx, lens, all, node));
  }

  async within(tx: Transaction, lens: Lens, all: readonly RegisterDefinition[], node: string): Promise<RecordsOfPlace> {
    const counts = await this.counts.of(tx, lens, all);
    const newest = await this.newest(tx, lens, all, node);
    return {
      registers: all.map(({ name, label }, index) => ({
        register: name,
        label,
        total: sumBelow(counts[index] ?? new Map(), node),
      })),
      newest,
    };
  }

  private async newest(tx: Transaction, lens: Lens, all: readonly RegisterDefinition[], node: string) {
    const conditions = new Conditions();
    const walls = [withinRegister(lens, 'r', 1)];
    for (const value of walls.flatMap(({ values }) => values)) conditions.parameter(value);
    const isNarrower = !('code' in lens && covers(node, lens.code));
    const narrow = isNarrower ? withinRegister(areaLens(node), 'r', conditions.next) : undefined;
    for (const value of narrow?.values ?? []) conditions.parameter(value);
    const where = [...walls.map(({ sql }) => sql), ...(narrow ? [narrow.sql] : [])].join(' and ');
    const parts = all.map(
      (definition, part) => `(select ${part} as part, r.id, ${titleCell(definition)} as title, r.created_at
                                from ${sourceOf(definition)} as r where ${where} and ${standing(definition, 'r')}
                               order by r.created_at desc, r.id desc limit ${NEWEST_SHOWN})`,
    );
    const text = `${parts.join('\nunion all\n')} order by created_at desc, id desc limit ${NEWEST_SHOWN}`;
    const rows = await tx.query<NewestRow>({ name: nameOf('registers.newest', text), text }, conditions.values);
    return rows.flatMap((row) => {
      const definition = all[row.part];
      if (!definition) return [];
      const { name: register, label } = definition;
      const title = this.titles.of(definition, row);
      return [{ register, label, id: row.id, title, createdAt: row.created_at.toISOString() }];
    });
  }
}

/** The viewer's area over the node; or, where he asks about what lies above, his own part of it. */
function lensOver(viewer: Viewer, node: string): Lens | undefined {
  const over = recordListLens(viewer, node);
  if (over) return over;
  const widest = recordListLens(viewer, undefined);
  return widest && 'code' in widest && covers(node, widest.code) ? widest : undefined;
}
