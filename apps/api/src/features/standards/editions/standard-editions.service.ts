import { Injectable } from '@nestjs/common';
import { type BookName, type EditionSummary, type EditionView, MOST_STANDARD_ROWS, type StandardLists, type StandardRow } from '@wangge/contracts';
import { areasOf, asStored, type Book, bookOf, covers, type Places, type Viewer } from '@wangge/domain';
import { appendAudit } from '../../../platform/audit/index.js';
import { SystemClock } from '../../../platform/clock/clock.js';
import { isFirstTime } from '../../../platform/commands/commands.js';
import { Database, isUniqueViolation, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { EditionViews } from './edition-views.js';
import { countRows, type EditionRow, StandardEditionsRepository } from './standard-editions.repository.js';

export interface RowChange {
  readonly list: string;
  readonly at: number;
  readonly row: StandardRow | null;
}

/** The standards a district sets for itself: begun as a draft, changed row by row. */
@Injectable()
export class StandardEditions {
  constructor(
    private readonly database: Database,
    private readonly editions: StandardEditionsRepository,
    private readonly views: EditionViews,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer, book: BookName): Promise<{ items: EditionSummary[] }> {
    return this.inDistrict(viewer, async (tx) => ({
      items: this.views.summaries(await this.editions.list(tx, viewer.districtCode, book)),
    }));
  }

  get(viewer: Viewer, id: string): Promise<EditionView> {
    return this.inDistrict(viewer, async (tx) => this.views.of(tx, viewer, await this.getEdition(tx, viewer, id)));
  }

  async draft(viewer: Viewer, input: { id: string; book: BookName }): Promise<EditionView> {
    const id = input.id.toLowerCase();
    const { book } = input;
    try {
      return await this.inDistrict(viewer, async (tx) => {
        const { lists } = await this.views.followed(tx, viewer.districtCode, { book, effectiveOn: null });
        const number = await this.editions.nextNumber(tx, viewer.districtCode, book);
        await tx.become({ kind: 'record', id });
        const command = { accountId: viewer.accountId, commandId: id, subjectId: id, content: { book } };
        if (await isFirstTime(tx, command)) {
          const at = this.now();
          await this.editions.insert(tx, { id, book, number, lists }, { at, by: viewer });
          await keepDeed(tx, viewer, { id, book, deed: 'draft', at, details: { number } });
        }
        return this.seen(tx, viewer, id);
      });
    } catch (error) {
      throw isUniqueViolation(error) ? apiError('standard.draft-exists') : error;
    }
  }

  async change(viewer: Viewer, id: string, { version, changes }: { version: number; changes: readonly RowChange[] }): Promise<EditionView> {
    const typed = { changes: changes.flatMap(({ row }) => (row ? [row] : [])) };
    const places = await this.inDistrict(viewer, (tx) => this.views.context(tx, viewer.districtCode, typed, {}));
    return this.rewrite(viewer, id, version, (edition) =>
      changes.reduce((lists, change) => applied(bookOf(edition.book), lists, change, places), edition.lists),
    );
  }

  /** Stores a draft's lists anew, as they come of those that were there. Whoever saw another version comes second. */
  rewrite(viewer: Viewer, id: string, version: number, work: (edition: EditionRow) => StandardLists): Promise<EditionView> {
    return this.held(viewer, id, version, async (tx, edition) => {
      if (edition.state !== 'draft') throw apiError('standard.not-draft');
      const lists = work(edition);
      if (countRows(lists) > MOST_STANDARD_ROWS) throw apiError('standard.too-many-rows');
      const at = this.now();
      await this.editions.storeLists(tx, id, lists, { at, by: viewer });
      await keepDeed(tx, viewer, { id, book: edition.book, deed: 'change', at, details: { rows: countRows(lists) } });
    });
  }

  /** Does its work under the edition's own lens, with the edition held; answers what came of it. */
  held(viewer: Viewer, id: string, version: number, work: (tx: Transaction, edition: EditionRow) => Promise<void>): Promise<EditionView> {
    return this.inDistrict(viewer, async (tx) => {
      await this.getEdition(tx, viewer, id);
      await tx.become({ kind: 'record', id });
      const locked = await this.editions.lock(tx, viewer.districtCode, id);
      const edition = await this.editions.find(tx, viewer.districtCode, id);
      if (!locked || !edition) throw notFound();
      if (locked.version !== version) throw apiError('record.stale');
      await work(tx, edition);
      return this.seen(tx, viewer, id);
    });
  }

  inDistrict<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
    requireEditor(viewer);
    return this.database.as({ kind: 'district', code: viewer.districtCode }, work);
  }

  async getEdition(tx: Transaction, { districtCode }: Viewer, id: string): Promise<EditionRow> {
    const found = await this.editions.find(tx, districtCode, id);
    if (!found) throw notFound();
    return found;
  }

  private async seen(tx: Transaction, viewer: Viewer, id: string): Promise<EditionView> {
    await tx.become({ kind: 'district', code: viewer.districtCode });
    return this.views.of(tx, viewer, await this.getEdition(tx, viewer, id));
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

function applied(book: Book, lists: StandardLists, { list: name, at, row }: RowChange, places: Places): StandardLists {
  const list = book.lists.find((each) => each.name === name);
  const rows = [...(lists[name] ?? [])];
  if (!list || at > rows.length || (row === null && at === rows.length)) throw apiError('standard.row-unknown');
  rows.splice(at, 1, ...(row ? [asStored(list, row, places)] : []));
  return { ...lists, [name]: rows };
}

/** Standards hold for a whole district: whoever sets them has the right to there, not in a part of it. */
export function requireEditor(viewer: Viewer): void {
  const isEditor = areasOf(viewer, 'standard.edit').some((code) => covers(code, viewer.districtCode));
  if (!isEditor) throw apiError('permission.denied');
}

export async function keepDeed(
  tx: Transaction,
  viewer: Viewer,
  kept: { id: string; book: BookName; deed: string; at: string; details: Readonly<Record<string, unknown>> },
): Promise<void> {
  await appendAudit(tx, {
    at: kept.at,
    actorId: viewer.accountId,
    actorName: viewer.name,
    action: `standard-edition.${kept.deed}`,
    subjectType: 'standard-edition',
    subjectId: kept.id,
    districtCode: viewer.districtCode,
    details: { book: kept.book, ...kept.details },
  });
}
