import { Injectable } from '@nestjs/common';
import type { ChangeRecord, Permission, RecordView } from '@wangge/contracts';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import type { PlainRecord } from './record.js';
import { differences } from './record-differences.js';
import { RecordJournal } from './record-journal.js';
import { mayAt, recordLens } from './record-lenses.js';
import { RecordPlaces } from './record-places.js';
import { RecordReferences, refusalOf } from './record-references.js';
import { RecordViews } from './record-views.js';
import { withoutMasks } from './record.mapper.js';
import { RegisterCatalogue } from './register-catalogue.js';
import { RegistersRepository } from './registers.repository.js';
import { ValueRules } from './value-rules.js';

/** Records change, and are taken out, on the version that the viewer saw. */
@Injectable()
export class RecordChanges {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly places: RecordPlaces,
    private readonly references: RecordReferences,
    private readonly journal: RecordJournal,
    private readonly views: RecordViews,
    private readonly rules: ValueRules,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async change(viewer: Viewer, register: string, id: string, input: ChangeRecord): Promise<RecordView> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const lens = recordLens(viewer);
    try {
      return await this.database.as(lens, async (tx) => {
        const before = await this.lock(tx, viewer, 'register.write', definition, id, input.version);
        const values = this.rules.parse(definition, withoutMasks(definition, input.values, before.values), 'change');
        await this.store(tx, viewer, definition, before, { ...input, values });
        await tx.become(lens);
        await this.references.check(tx, viewer, registers, definition, before.chain.districtCode, values);
        const record = await this.records.find(tx, lens, definition, id);
        const [view] = record ? await this.views.list(tx, lens, registers, definition, [record]) : [];
        if (!view) throw notFound();
        return view;
      });
    } catch (error) {
      throw refusalOf(definition, error);
    }
  }

  async remove(viewer: Viewer, register: string, id: string, version: number, reason: string): Promise<void> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    await this.database.as(recordLens(viewer), async (tx) => {
      const record = await this.lock(tx, viewer, 'register.delete', definition, id, version);
      await tx.become({ kind: 'job' });
      await this.references.requireNone(tx, registers, definition, record);
      await tx.become({ kind: 'record', id: record.id });
      const at = this.now();
      await this.records.remove(tx, definition, record, { at, by: viewer.accountId });
      const deed = { kind: 'deleted' as const, fields: [], version: record.version + 1, reason, at };
      await this.journal.keep(tx, viewer, definition, record, deed);
    });
  }

  /** Ends under the record's own lens, holding its row. */
  private async lock(
    tx: Transaction,
    viewer: Viewer,
    permission: Permission,
    definition: RegisterDefinition,
    id: string,
    version: number,
  ): Promise<PlainRecord> {
    const seen = await this.records.find(tx, recordLens(viewer), definition, id);
    if (!seen) throw notFound();
    if (!mayAt(viewer, permission, seen.chain)) throw apiError('permission.denied');
    await tx.become({ kind: 'record', id: seen.id });
    const record = await this.records.lock(tx, definition, seen.chain.districtCode, seen.id);
    if (!record) throw notFound();
    // Between the two reads it may have moved.
    if (!mayAt(viewer, permission, record.chain)) throw notFound();
    if (record.version !== version) throw apiError('record.stale');
    return record;
  }

  private async store(
    tx: Transaction,
    viewer: Viewer,
    definition: RegisterDefinition,
    before: PlainRecord,
    { point, gridCode, values }: ChangeRecord,
  ) {
    const place = point || gridCode ? await this.places.findAnew(tx, viewer, definition, { point, gridCode }) : before;
    // A key holds within a district, and a district's records stay its own.
    if (place.chain.districtCode !== before.chain.districtCode) throw apiError('grid.outside-district');
    const after = { chain: place.chain, point: place.point, values: { ...before.values, ...values } };
    const fields = differences(definition, before, after);
    const hasMoved = place.chain.gridCode !== before.chain.gridCode || !isSamePoint(place.point, before.point);
    if (fields.length === 0 && !hasMoved) return;
    const at = this.now();
    const given = Object.fromEntries(fields.map(({ name }) => [name, after.values[name] ?? null]));
    await this.records.update(tx, definition, before, { ...after, values: given }, { at, by: viewer.accountId });
    await this.journal.keep(tx, viewer, definition, before, {
      kind: place.chain.gridCode === before.chain.gridCode ? 'changed' : 'moved',
      fields,
      version: before.version + 1,
      reason: null,
      at,
    });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

const isSamePoint = (a: PlainRecord['point'], b: PlainRecord['point']): boolean => a?.lng === b?.lng && a?.lat === b?.lat;
