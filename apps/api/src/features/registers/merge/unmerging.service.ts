import { Injectable } from '@nestjs/common';
import { type FieldValues, type KeptChange, UNDO_DAYS, type UndoneMerge } from '@wangge/contracts';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import type { PlainRecord } from '../record.js';
import { differences } from '../record-differences.js';
import { RecordJournal } from '../record-journal.js';
import { mayAt, recordLens } from '../record-lenses.js';
import { refusalOf } from '../record-references.js';
import { RecordSums } from '../record-sums.js';
import { RecordViews } from '../record-views.js';
import { RegisterCatalogue, type Registers } from '../register-catalogue.js';
import { RegistersRepository, type Written } from '../registers.repository.js';
import { TagsRepository } from '../tags/tags.repository.js';
import { type MergeRow, MergesRepository, type Moved } from './merges.repository.js';
import { Repointing } from './repointing.js';

const DAY_MS = 86_400_000;

/** Until when a merge can be undone. */
export const undoUntil = (at: Date): Date => new Date(at.getTime() + UNDO_DAYS * DAY_MS);

interface Asked {
  readonly register: string;
  readonly id: string;
  readonly merge: string;
  readonly version: number;
  readonly reason: string;
}

/** A merge taken back: both records as they were, and what was changed since left as somebody wanted it, by name. */
@Injectable()
export class Unmerging {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly merges: MergesRepository,
    private readonly repointing: Repointing,
    private readonly tags: TagsRepository,
    private readonly journal: RecordJournal,
    private readonly sums: RecordSums,
    private readonly views: RecordViews,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async undo(viewer: Viewer, asked: Asked): Promise<UndoneMerge> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(asked.register);
    const lens = recordLens(viewer);
    try {
      return await this.database.as(lens, async (tx) => {
        const seen = await this.records.find(tx, lens, definition, asked.id);
        if (!seen) throw notFound();
        if (!mayAt(viewer, 'register.merge', seen.chain)) throw apiError('permission.denied');
        await tx.become({ kind: 'job' });
        const { merge, survivor, merged } = await this.hold(tx, viewer, definition, seen, asked);
        const kept = await this.carryOut(tx, viewer, registers, definition, { merge, survivor, merged, reason: asked.reason });
        await tx.become(lens);
        return {
          ...(await this.shown(tx, viewer, registers, definition, merge)),
          kept: await this.visible(tx, viewer, registers, kept),
        };
      });
    } catch (error) {
      throw refusalOf(definition, error);
    }
  }

  private async hold(tx: Transaction, viewer: Viewer, definition: RegisterDefinition, seen: PlainRecord, asked: Asked) {
    const merge = await this.merges.hold(tx, definition.name, seen.id, asked.merge);
    if (!merge) throw notFound();
    if (merge.undoneAt) throw apiError('merge.undone');
    if (this.clock.now() >= undoUntil(merge.at)) throw apiError('merge.too-late');
    const survivor = await this.records.lock(tx, definition, merge.districtCode, merge.survivorId);
    if (!survivor) throw apiError('merge.undone');
    if (survivor.version !== asked.version) throw apiError('record.stale');
    const merged = await this.records.lockRemoved(tx, definition, merge.districtCode, merge.mergedId);
    if (!merged) throw apiError('merge.undone');
    // It comes back where it was, which the viewer must be allowed as well.
    if (!mayAt(viewer, 'register.merge', merged.chain) || !mayAt(viewer, 'register.merge', survivor.chain)) throw notFound();
    return { merge, survivor, merged };
  }

  private async carryOut(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    { merge, survivor, merged, reason }: { merge: MergeRow; survivor: PlainRecord; merged: PlainRecord; reason: string },
  ): Promise<KeptChange[]> {
    const at = this.clock.now().toISOString();
    const written = { at, by: viewer.accountId };
    const before = this.merges.beforeOf(definition, merge);
    const changedSince = merge.taken.filter((name) => (survivor.values[name] ?? null) !== (merged.values[name] ?? null));
    const given: FieldValues = Object.fromEntries(Object.entries(before).filter(([name]) => !changedSince.includes(name)));
    const after = { ...survivor, values: { ...survivor.values, ...given } };
    await this.records.update(tx, definition, survivor, { ...survivor, values: given }, written);
    await this.merges.restore(tx, definition, merged, written);
    const way = { districtCode: merge.districtCode, from: survivor.id, to: merged.id };
    const back = await this.repointing.some(tx, viewer, registers, definition, way, merge.moved, at);
    if (definition.tags) await this.handBack(tx, definition, survivor, merged);
    await this.merges.undo(tx, merge, written);
    const followed = await this.follow(tx, registers, definition, { ...merged, version: merged.version + 1 }, written);
    const restored = { ...merged, values: { ...merged.values, ...followed } };
    await this.sums.reckonOf(tx, definition, merge.districtCode, [survivor.id, merged.id]);
    await this.sums.reckon(tx, registers.all, definition, merge.districtCode, [survivor, after, restored]);
    const fields = differences(definition, survivor, after);
    const undone = { kind: 'unmerged' as const, reason, at };
    await this.journal.keep(tx, viewer, definition, survivor, { ...undone, fields, version: survivor.version + 1 });
    await this.journal.keep(tx, viewer, definition, merged, {
      ...undone,
      fields: differences(definition, merged, restored),
      version: merged.version + (Object.keys(followed).length > 0 ? 2 : 1),
    });
    const kept = [
      ...changedSince.map((field) => ({ register: definition.name, id: survivor.id, field })),
      ...Object.keys(followed).map((field) => ({ register: definition.name, id: merged.id, field })),
    ];
    return [...kept, ...merge.moved.filter((moved) => !back.some((each) => isSame(each, moved)))];
  }

  /** The tags that were given to it, or to what had gone into it before. */
  private async handBack(tx: Transaction, definition: RegisterDefinition, survivor: PlainRecord, merged: PlainRecord): Promise<void> {
    const before = await this.merges.mergedInto(tx, definition.name, merged.id);
    await this.tags.hand(tx, definition, survivor.id, merged, [merged.id, ...before]);
  }

  /** What it pointed at may have gone into another record meanwhile: then it points at that one. */
  private async follow(
    tx: Transaction,
    registers: Registers,
    definition: RegisterDefinition,
    restored: PlainRecord,
    written: Written,
  ): Promise<FieldValues> {
    const followed: FieldValues = {};
    for (const { name, references } of definition.fields) {
      const [target, id] = [references && registers.find(references), restored.values[name]];
      const survivor = target && typeof id === 'string' ? await this.merges.survivorOf(tx, target.name, id) : undefined;
      if (survivor !== undefined) followed[name] = survivor;
    }
    if (Object.keys(followed).length > 0)
      await this.records.update(tx, definition, restored, { ...restored, values: followed }, written);
    return followed;
  }

  /** What was kept in a record outside the viewer's area is not told. */
  private async visible(tx: Transaction, viewer: Viewer, registers: Registers, kept: readonly KeptChange[]): Promise<KeptChange[]> {
    const shown = new Set<string>();
    for (const definition of registers.all) {
      const ids = kept.filter(({ register }) => register === definition.name).map(({ id }) => id);
      for (const { id } of await this.records.findMany(tx, recordLens(viewer), definition, [...new Set(ids)])) shown.add(id);
    }
    return kept.filter(({ id }) => shown.has(id));
  }

  private async shown(tx: Transaction, viewer: Viewer, registers: Registers, definition: RegisterDefinition, merge: MergeRow) {
    const lens = recordLens(viewer);
    const record = await this.records.find(tx, lens, definition, merge.survivorId);
    const other = await this.records.find(tx, lens, definition, merge.mergedId);
    const [restored] = other ? await this.views.list(tx, lens, registers, definition, [other]) : [];
    if (!record || !restored) throw notFound();
    return { record: await this.views.detail(tx, viewer, registers, definition, record), restored };
  }
}

const isSame = (one: Moved, other: Moved): boolean =>
  one.register === other.register && one.field === other.field && one.id === other.id;
