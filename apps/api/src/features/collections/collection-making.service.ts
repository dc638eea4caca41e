import { Injectable } from '@nestjs/common';
import {
  type CollectionDraft,
  type CollectionPreview,
  type ExportFilter,
  MOST_COLLECTION_ROWS,
} from '@wangge/contracts';
import { areasOf, covers, type Lens, resemblingFields, type Viewer } from '@wangge/domain';
import { appendAudit } from '../../platform/audit/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { isFirstTime } from '../../platform/commands/commands.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { mayAt, RecordCells, RegisterCatalogue, recordLens, recordListLens } from '../registers/index.js';
import { CollectionGathering } from './collection-gathering.js';
import { type CollectionPlan, fieldsOf, planOf, unknownColumn } from './collection-plan.js';
import { CollectionRows } from './collection-rows.js';
import { CollectionTasks } from './collection-tasks.js';
import { CollectionsRepository } from './collections.repository.js';
import { CollectionWorkers } from './collection-workers.js';
import type { StoredCollection } from './stored-collection.js';

const PREVIEWED = 8;

/** Tables are looked at before they are made, made, looked through again, and ended, by whoever may in their area. */
@Injectable()
export class CollectionMaking {
  constructor(
    private readonly database: Database,
    private readonly collections: CollectionsRepository,
    private readonly gathering: CollectionGathering,
    private readonly rows: CollectionRows,
    private readonly tasks: CollectionTasks,
    private readonly workers: CollectionWorkers,
    private readonly catalogue: RegisterCatalogue,
    private readonly cells: RecordCells,
    private readonly clock: SystemClock,
  ) {}

  async similar(viewer: Viewer, { label, register }: { label: string; register?: string | undefined }) {
    const { all } = await this.catalogue.of(viewer);
    const items = resemblingFields(label, all, register).map((found) => ({
      register: found.register.name,
      registerLabel: found.register.label,
      field: found.field.name,
      label: found.field.label,
    }));
    return { items };
  }

  async preview(viewer: Viewer, draft: CollectionDraft): Promise<CollectionPreview> {
    const { plan, filter, lens } = await this.prepare(viewer, draft);
    return this.database.as(lens, async (tx) => {
      const { subjects, items, gaps } = await this.gathering.find(tx, lens, plan, filter, MOST_COLLECTION_ROWS + 1);
      const wanted = subjects.slice(0, PREVIEWED).map(({ id }) => ({ id, answers: {} }));
      const grids = [...new Set(items.map(({ gridCode }) => gridCode))];
      const served = new Set((await this.workers.of(tx, grids)).map(({ gridCode }) => gridCode));
      return {
        total: Math.min(subjects.length, MOST_COLLECTION_ROWS),
        totalIs: subjects.length > MOST_COLLECTION_ROWS ? 'atLeast' : 'exact',
        fields: fieldsOf(plan),
        rows: await this.rows.of(tx, lens, plan, wanted),
        gaps: [...gaps].map(([key, count]) => ({ key, count })),
        items: items.length,
        grids: grids.length,
        gridsWithoutWorker: grids.filter((code) => !served.has(code)).length,
      };
    });
  }

  /** The table's id. Everything of it stands, or nothing does; sent again it is the same table. */
  async make(viewer: Viewer, { id: asked, ...draft }: CollectionDraft & { id: string }): Promise<string> {
    const { plan, filter, lens, scope } = await this.prepare(viewer, draft);
    const id = asked.toLowerCase();
    const at = this.clock.now().toISOString();
    // A filter may hold a name: of the command only a keyed hash is kept.
    const command = { accountId: viewer.accountId, commandId: id, subjectId: id, content: this.cells.commandHash({ collection: draft }) };
    await this.database.as({ kind: 'record', id }, async (tx) => {
      if (!(await isFirstTime(tx, command))) return;
      await tx.become(lens);
      const gathered = await this.gathering.find(tx, lens, plan, filter, MOST_COLLECTION_ROWS + 1);
      if (gathered.subjects.length > MOST_COLLECTION_ROWS) throw apiError('collection.too-large');
      if (gathered.subjects.length === 0) throw apiError('collection.empty');
      await tx.become({ kind: 'job' });
      if (!(await this.collections.insert(tx, { id, scope, draft, author: viewer, at }))) throw apiError('command.reused');
      const key = { districtCode: viewer.districtCode, id };
      await this.collections.lay(tx, key, gathered, at);
      await this.tasks.spread(tx, { ...key, title: draft.title, dueOn: draft.dueOn }, at);
      await this.keep(tx, viewer, id, 'made', at, { scope, register: draft.register, rows: gathered.subjects.length });
    });
    return id;
  }

  /** What is missing is looked at anew, and asked of whoever works there by now. */
  async recheck(viewer: Viewer, id: string): Promise<void> {
    const collection = await this.owned(viewer, id);
    const plan = planOf(await this.catalogue.of(viewer), collection);
    const lens = recordListLens(viewer, collection.scope, 'collection.make');
    if (!lens) throw notFound();
    const at = this.clock.now().toISOString();
    await this.database.as({ kind: 'job' }, async (tx) => {
      if ((await this.collections.lock(tx, collection.id))?.state !== 'open') throw apiError('collection.over');
      const ids = await this.collections.rowIds(tx, collection);
      await tx.become(lens);
      const gathered = await this.gathering.again(tx, lens, plan, ids);
      await tx.become({ kind: 'job' });
      await this.collections.lay(tx, collection, gathered, at);
      await this.tasks.spread(tx, collection, at);
    });
  }

  async end(viewer: Viewer, id: string, { version, how }: { version: number; how: 'closed' | 'withdrawn' }): Promise<void> {
    const collection = await this.owned(viewer, id);
    const at = this.clock.now().toISOString();
    await this.database.as({ kind: 'job' }, async (tx) => {
      const held = await this.collections.lock(tx, collection.id);
      if (held?.state !== 'open') throw apiError('collection.over');
      if (held.version !== version) throw apiError('record.stale');
      await this.collections.end(tx, collection, how, at, viewer.accountId);
      await this.tasks.end(tx, collection, at);
      await this.keep(tx, viewer, collection.id, how, at, { items: collection.items, done: collection.done });
    });
  }

  /** A table that the viewer may change: of his area or one within. */
  private async owned(viewer: Viewer, id: string): Promise<StoredCollection> {
    const lens = recordLens(viewer, 'collection.make');
    const found = await this.database.as(lens, (tx) => this.collections.find(tx, lens, id));
    if (!found) throw notFound();
    if (!mayAt(viewer, 'collection.make', { gridCode: found.scope })) throw apiError('permission.denied');
    return found;
  }

  private async prepare(viewer: Viewer, draft: CollectionDraft): Promise<Prepared> {
    const registers = await this.catalogue.of(viewer);
    const unknown = unknownColumn(registers, draft);
    if (unknown >= 0) throw apiError('request.invalid', { fields: [{ path: `body.columns.${unknown}`, rule: 'unknown' }] });
    const unchosen = draft.questions.findIndex(({ kind, choices }) => (kind === 'choice') !== (choices !== null));
    if (unchosen >= 0) throw apiError('request.invalid', { fields: [{ path: `body.questions.${unchosen}.choices`, rule: 'required' }] });
    // Who has a tag is not told by the rows of a table that others fill in.
    if (draft.filter.tag !== undefined) throw apiError('request.invalid', { fields: [{ path: 'body.filter.tag', rule: 'unknown' }] });
    const scope = scopeOf(viewer, draft.filter.scope);
    const lens = recordListLens(viewer, scope, 'collection.make');
    if (!lens) throw notFound();
    return { plan: planOf(registers, draft), filter: textsOf({ ...draft.filter, scope }), lens, scope };
  }

  private keep(tx: Transaction, viewer: Viewer, id: string, deed: string, at: string, details: Readonly<Record<string, unknown>>) {
    return appendAudit(tx, {
      at,
      actorId: viewer.accountId,
      actorName: viewer.name,
      action: `collection.${deed}`,
      subjectType: 'collection',
      subjectId: id,
      districtCode: viewer.districtCode,
      details,
    });
  }
}

interface Prepared {
  readonly plan: CollectionPlan;
  readonly filter: Readonly<Record<string, string>>;
  readonly lens: Lens;
  readonly scope: string;
}

/** The widest of the viewer's areas, or a node within one of them; any other does not exist for him. */
function scopeOf(viewer: Viewer, asked: string | undefined): string {
  const areas = [...areasOf(viewer, 'collection.make')].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const scope = asked === undefined ? areas[0] : areas.some((area) => covers(area, asked)) ? asked : undefined;
  // A region has no rows of its own in a district's table.
  if (scope === undefined || scope.length < 6) throw notFound();
  return scope;
}

const textsOf = (filter: ExportFilter): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
