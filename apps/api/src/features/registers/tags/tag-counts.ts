import { Injectable } from '@nestjs/common';
import type { GridPicture, TagGroup } from '@wangge/contracts';
import { areasOf, covers, hasPermission, type Lens, localDate, TAG_KINDS, TAG_PERMISSIONS, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { nameOf } from '../conditions.js';
import { KeptFor } from '../kept-for.js';
import { RecordCells } from '../record-cells.js';
import { withinRegister } from '../record-lenses.js';
import { tagListLens } from './tag-lenses.js';

type TagTotals = NonNullable<GridPicture['tags']>;
interface CountRow {
  readonly register: string;
  readonly key: string;
  readonly code: string;
  readonly total: number;
}
const GROUPS: readonly TagGroup[] = ['care', 'special'];
/** Pages of places count; a number may be this old. */
const OLDEST_MS = 30_000;
const MOST_KEPT = 500;

/** How many records of a place have which tag: counted by unit grid, once for an area, through the viewer's own lens. */
@Injectable()
export class TagCounts {
  private readonly kept: KeptFor<readonly CountRow[]>;

  constructor(
    private readonly database: Database,
    private readonly cells: RecordCells,
    private readonly clock: SystemClock,
  ) {
    this.kept = new KeptFor(clock, OLDEST_MS, MOST_KEPT);
  }

  /** Null where the viewer may read tags of no group, or none of this place. */
  async of(viewer: Viewer, node: string): Promise<TagTotals | null> {
    const lenses = GROUPS.flatMap((group) => {
      const lens = hasPermission(viewer, TAG_PERMISSIONS[group].read) ? lensOver(viewer, group, node) : undefined;
      return lens ? [{ group, lens }] : [];
    });
    if (lenses.length === 0) return null;
    const totals: TagTotals = [];
    for (const { group, lens } of lenses) totals.push(...this.sum(await this.countsOf(lens, group), node));
    return totals;
  }

  private async countsOf(lens: Lens, group: TagGroup): Promise<readonly CountRow[]> {
    const key = `${group} ${'code' in lens ? lens.code : ''}`;
    const known = this.kept.find(key);
    if (known) return known;
    const counted = await this.database.as(lens, (tx) => this.count(tx, lens, group));
    this.kept.keep(key, counted);
    return counted;
  }

  private count(tx: Transaction, lens: Lens, group: TagGroup): Promise<CountRow[]> {
    const within = withinRegister(lens, 't', 3);
    const text = `select t.register, t.kind_key as key, t.grid_code as code, count(distinct t.record_id)::int as total
                    from register_tag as t
                   where ${within.sql} and t.group_name = $1 and t.expires_on >= $2::date and t.ended_at is null and t.counts
                   group by t.register, t.kind_key, t.grid_code`;
    const today = localDate(this.clock.now().toISOString());
    return tx.query<CountRow>({ name: nameOf('tags.counts', text), text }, [group, today, ...within.values]);
  }

  /** In the order of the catalogue. */
  private sum(rows: readonly CountRow[], node: string): TagTotals {
    const here = rows.filter(({ code }) => covers(node, code));
    const registers = [...new Set(here.map(({ register }) => register))];
    return registers.flatMap((register) =>
      TAG_KINDS.flatMap(({ code, group, label }) => {
        const key = this.cells.tagKey(code);
        const own = here.filter((row) => row.register === register && row.key === key);
        const total = own.reduce((sum, row) => sum + row.total, 0);
        return total === 0 ? [] : [{ register, kind: code, group, label, total }];
      }),
    );
  }
}

/** The viewer's area over the node; or, where he asks about what lies above, his own part of it. */
function lensOver(viewer: Viewer, group: TagGroup, node: string): Lens | undefined {
  const over = tagListLens(viewer, group, node);
  if (over) return over;
  const own = areasOf(viewer, TAG_PERMISSIONS[group].read).find((code) => covers(node, code));
  return own === undefined ? undefined : tagListLens(viewer, group, own);
}
