import { Injectable } from '@nestjs/common';
import type { ChangeRecord, Permission, RecordView } from '@wangge/contracts';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import type { Transaction } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import type { PlainRecord } from './record.js';
import { differences } from './record-differences.js';
import { RecordJournal } from './record-journal.js';
import { mayAt, recordLens } from './record-lenses.js';
import { RecordPlaces } from './record-places.js';
import { RecordSums } from './record-sums.js';
import type { ChangedField } from './record.mapper.js';
import type { Registers } from './register-catalogue.js';
import { RegistersRepository } from './registers.repository.js';

type Change = Omit<ChangeRecord, 'version'>;
/** A step of a flow that is taken. */
interface TakenStep {
  readonly action: string;
  readonly reason: string | null;
}

/** Stores what became of a record that is held, with its history and the sums that hang on it. */
@Injectable()
export class RecordWriter {
  constructor(
    private readonly records: RegistersRepository,
    private readonly places: RecordPlaces,
    private readonly journal: RecordJournal,
    private readonly sums: RecordSums,
    private readonly clock: SystemClock,
  ) {}

  /** Holds the record on the version that was seen, and ends under its own lens. */
  async lock(
    tx: Transaction,
    viewer: Viewer,
    permission: Permission,
    definition: RegisterDefinition,
    { id, version }: Pick<RecordView, 'id' | 'version'>,
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

  /** The next version, unless nothing differs. A step of a flow is one even where no field does. */
  async store(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    before: PlainRecord,
    { point, shape, gridCode, values }: Change,
    step?: TakenStep,
  ): Promise<void> {
    const place =
      point || shape || gridCode ? await this.places.findAnew(tx, viewer, definition, { point, shape, gridCode }) : before;
    // A key holds within a district, and a district's records stay its own.
    if (place.chain.districtCode !== before.chain.districtCode) throw apiError('grid.outside-district');
    const after = { ...place, values: { ...before.values, ...values } };
    const fields = differences(definition, before, after);
    const moved = hasMoved(before, after) ? [MOVED] : [];
    if (fields.length + moved.length === 0 && step === undefined) return;
    const at = this.clock.now().toISOString();
    const given = Object.fromEntries(fields.map(({ name }) => [name, after.values[name] ?? null]));
    await this.records.update(tx, definition, before, { ...after, values: given }, { at, by: viewer.accountId });
    const kind = step ? ('acted' as const) : ('changed' as const);
    const deed = { reason: null, ...step, kind, fields: [...fields, ...moved], version: before.version + 1, at };
    await this.journal.keep(tx, viewer, definition, before, deed);
    await this.sums.reckon(tx, registers.all, definition, before.chain.districtCode, [before, after]);
  }

  async remove(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    record: PlainRecord,
    reason: string,
  ): Promise<void> {
    await tx.become({ kind: 'record', id: record.id });
    const at = this.clock.now().toISOString();
    await this.records.remove(tx, definition, record, { at, by: viewer.accountId });
    const deed = { kind: 'deleted' as const, fields: [], version: record.version + 1, reason, at };
    await this.journal.keep(tx, viewer, definition, record, deed);
    await this.sums.reckon(tx, registers.all, definition, record.chain.districtCode, [record]);
  }
}

/** That it moved is told, and not from where to where: the history is shown to whoever sees the record. */
const MOVED: ChangedField = { name: 'point', from: null, to: null };

type Placed = Pick<PlainRecord, 'chain' | 'point' | 'shape'>;

const hasMoved = (before: Placed, after: Placed): boolean =>
  before.chain.gridCode !== after.chain.gridCode ||
  before.point?.lng !== after.point?.lng ||
  before.point?.lat !== after.point?.lat ||
  JSON.stringify(before.shape ?? null) !== JSON.stringify(after.shape ?? null);
