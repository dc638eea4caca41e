import { Injectable } from '@nestjs/common';
import type { CreateRecord, RecordView } from '@wangge/contracts';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { isFirstTime } from '../../platform/commands/commands.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import { RecordCells } from './record-cells.js';
import { differences } from './record-differences.js';
import { RecordJournal } from './record-journal.js';
import { recordLens } from './record-lenses.js';
import { RecordPlaces } from './record-places.js';
import { RecordReferences, refusalOf } from './record-references.js';
import { RecordSums } from './record-sums.js';
import { RecordViews } from './record-views.js';
import { RegisterCatalogue, type Registers } from './register-catalogue.js';
import { RegistersRepository } from './registers.repository.js';
import { ValueRules } from './value-rules.js';

const NOTHING = { values: {} } as const;

/** A record is created once, however often it is sent, and only where its creator may write. */
@Injectable()
export class RecordCreation {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly places: RecordPlaces,
    private readonly references: RecordReferences,
    private readonly journal: RecordJournal,
    private readonly sums: RecordSums,
    private readonly views: RecordViews,
    private readonly cells: RecordCells,
    private readonly rules: ValueRules,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async create(viewer: Viewer, register: string, given: CreateRecord): Promise<RecordView> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const input = { ...given, id: given.id.toLowerCase(), values: this.rules.parse(definition, given.values, 'create') };
    try {
      return await this.database.as({ kind: 'record', id: input.id }, (tx) =>
        this.createOnce(tx, viewer, registers, definition, input),
      );
    } catch (error) {
      throw refusalOf(definition, error);
    }
  }

  private async createOnce(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    input: CreateRecord,
  ): Promise<RecordView> {
    const { id } = input;
    const content = this.cells.commandHash({ register: definition.name, ...input });
    const isFirst = await isFirstTime(tx, { accountId: viewer.accountId, commandId: id, subjectId: id, content });
    if (isFirst) await this.store(tx, viewer, registers, definition, input);
    await tx.become(recordLens(viewer));
    const view = await this.views.one(tx, viewer, registers, definition, id);
    if (isFirst) await this.references.check(tx, viewer, registers, definition, view.chain.districtCode, input.values);
    return view;
  }

  private async store(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    { id, values, ...place }: CreateRecord,
  ) {
    // The id names somebody else's record, or one that was taken out.
    if (await this.records.isTaken(tx, definition, id)) throw apiError('command.reused');
    const { chain, point, shape = null } = await this.places.find(tx, viewer, definition, place);
    const at = this.clock.now().toISOString();
    const record = { id, version: 1, chain, point, shape, values, at };
    const stored = await this.records.insert(tx, definition, [record], viewer.accountId);
    if (stored.length === 0) throw apiError('command.reused');
    const fields = differences(definition, NOTHING, record);
    await this.journal.keep(tx, viewer, definition, record, { kind: 'created', fields, version: 1, reason: null, at });
    await this.sums.reckon(tx, registers.all, definition, chain.districtCode, [record]);
  }
}
