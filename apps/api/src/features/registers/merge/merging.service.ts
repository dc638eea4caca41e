import { Injectable } from '@nestjs/common';
import type { MergeRecords, RecordDetail } from '@wangge/contracts';
import { isBySystem, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { isFirstTime } from '../../../platform/commands/commands.js';
import { Database, isUniqueViolation, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import type { PlainRecord } from '../record.js';
import { differences } from '../record-differences.js';
import { RecordJournal } from '../record-journal.js';
import { mayAt, recordLens } from '../record-lenses.js';
import { refusalOf } from '../record-references.js';
import { RecordSums } from '../record-sums.js';
import { RecordViews } from '../record-views.js';
import { RegisterCatalogue, type Registers } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { TagsRepository } from '../tags/tags.repository.js';
import { MergesRepository } from './merges.repository.js';
import { Repointing } from './repointing.js';

/** Two records become one, in one transaction: values, what points at them, both histories, the word of the audit. */
@Injectable()
export class Merging {
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

  async merge(viewer: Viewer, register: string, asked: string, input: MergeRecords): Promise<RecordDetail> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const [id, otherId] = [asked.toLowerCase(), input.other.id.toLowerCase()];
    if (id === otherId) throw apiError('record.same');
    const taken = takenOf(definition, input.take);
    const lens = recordLens(viewer);
    try {
      return await this.database.as({ kind: 'record', id }, async (tx) => {
        const content = { ...input, register, survivor: id, taken };
        const command = { accountId: viewer.accountId, commandId: input.id, subjectId: id, content };
        if (await isFirstTime(tx, command)) await this.carryOut(tx, viewer, registers, definition, { id, otherId, input, taken });
        await tx.become(lens);
        const record = await this.records.find(tx, lens, definition, id);
        if (!record) throw notFound();
        return this.views.detail(tx, viewer, registers, definition, record);
      });
    } catch (error) {
      throw isUniqueViolation(error, 'register_merge_pkey') ? apiError('command.reused') : refusalOf(definition, error);
    }
  }

  private async carryOut(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    { id, otherId, input, taken }: { id: string; otherId: string; input: MergeRecords; taken: readonly string[] },
  ): Promise<void> {
    const seen = await this.hold(tx, viewer, definition, [
      { id, version: input.version },
      { id: otherId, version: input.other.version },
    ]);
    const [survivor, merged] = [seen.get(id), seen.get(otherId)];
    if (!survivor || !merged) throw notFound();
    // A key holds within a district, and so does a reference.
    if (survivor.chain.districtCode !== merged.chain.districtCode) throw apiError('grid.outside-district');
    const at = this.clock.now().toISOString();
    const written = { at, by: viewer.accountId };
    // First it goes: what names it alone may be taken over.
    await this.records.remove(tx, definition, merged, written);
    const given = Object.fromEntries(taken.map((name) => [name, merged.values[name] ?? null]));
    const after = { ...survivor, values: { ...survivor.values, ...given } };
    await this.records.update(tx, definition, survivor, { ...survivor, values: given }, written);
    const way = { districtCode: survivor.chain.districtCode, from: merged.id, to: survivor.id };
    const moved = await this.repointing.all(tx, viewer, registers, definition, way, at);
    await this.sums.reckonOf(tx, definition, way.districtCode, [survivor.id]);
    await this.sums.reckon(tx, registers.all, definition, way.districtCode, [survivor, after, merged]);
    if (definition.tags) await this.tags.hand(tx, definition, merged.id, survivor, null);
    const actor = { id: viewer.accountId, name: viewer.name };
    await this.merges.store(tx, definition, { id: input.id, register: definition.name, survivor, merged, actor, taken, moved, at });
    const { reason } = input;
    const fields = differences(definition, survivor, after);
    await this.journal.keep(tx, viewer, definition, survivor, { kind: 'merged', fields, version: survivor.version + 1, reason, at });
    await this.journal.keep(tx, viewer, definition, merged, { kind: 'merged-away', fields: [], version: merged.version + 1, reason, at });
  }

  /** Both records as the viewer sees them, held in the order of their ids so that two merges cannot wait for each other. */
  private async hold(
    tx: Transaction,
    viewer: Viewer,
    definition: RegisterDefinition,
    asked: readonly { readonly id: string; readonly version: number }[],
  ): Promise<ReadonlyMap<string, PlainRecord>> {
    const lens = recordLens(viewer);
    await tx.become(lens);
    const seen = await this.records.findMany(tx, lens, definition, asked.map(({ id }) => id));
    if (seen.length !== asked.length) throw notFound();
    if (!seen.every(({ chain }) => mayAt(viewer, 'register.merge', chain))) throw apiError('permission.denied');
    await tx.become({ kind: 'job' });
    const held = new Map<string, PlainRecord>();
    for (const { id, chain } of [...seen].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const record = await this.records.lock(tx, definition, chain.districtCode, id);
      // Taken out, merged or moved away between the two reads: what the viewer saw is no more.
      if (!record || !mayAt(viewer, 'register.merge', record.chain)) throw apiError('record.stale');
      held.set(id, record);
    }
    if (asked.some(({ id, version }) => held.get(id)?.version !== version)) throw apiError('record.stale');
    return held;
  }
}

/** The fields to take over, each once, in the order of the definition. What the system keeps it reckons by itself. */
function takenOf(definition: RegisterDefinition, take: readonly string[]): string[] {
  const fields = definition.fields.filter((field) => !isBySystem(definition, field));
  const stranger = take.find((name) => !fields.some((field) => field.name === name));
  if (stranger !== undefined) throw apiError('request.invalid', { fields: [{ path: 'body.take', rule: 'unknown-field' }] });
  return fields.filter(({ name }) => take.includes(name)).map(({ name }) => name);
}
