import { Injectable } from '@nestjs/common';
import type { ChangeRecord, RecordView } from '@wangge/contracts';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { isFirstTime } from '../../platform/commands/commands.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { RecordCells } from './record-cells.js';
import { recordLens } from './record-lenses.js';
import { RecordReferences, refusalOf } from './record-references.js';
import { RecordViews } from './record-views.js';
import { RecordWriter } from './record-writer.js';
import { withoutMasks } from './record.mapper.js';
import { RegisterCatalogue, type Registers } from './register-catalogue.js';
import { ValueRules } from './value-rules.js';

/** Records change, and are taken out, on the version that the viewer saw. */
@Injectable()
export class RecordChanges {
  constructor(
    private readonly database: Database,
    private readonly writer: RecordWriter,
    private readonly references: RecordReferences,
    private readonly views: RecordViews,
    private readonly rules: ValueRules,
    private readonly cells: RecordCells,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  async change(viewer: Viewer, register: string, asked: string, input: ChangeRecord): Promise<RecordView> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const id = asked.toLowerCase();
    try {
      return await this.database.as({ kind: 'record', id }, async (tx) => {
        if (await this.isFirstTime(tx, viewer, register, id, input)) await this.within(tx, viewer, registers, definition, id, input);
        await tx.become(recordLens(viewer));
        return this.views.one(tx, viewer, registers, definition, id);
      });
    } catch (error) {
      throw refusalOf(definition, error);
    }
  }

  /** As part of a larger deed; under any lens, and ends under the viewer's own. The caller says refusals by `refusalOf`. */
  async within(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    id: string,
    input: Omit<ChangeRecord, 'commandId'>,
  ): Promise<void> {
    await tx.become(recordLens(viewer));
    const before = await this.writer.lock(tx, viewer, 'register.write', definition, { id, version: input.version });
    const values = this.rules.parse(definition, withoutMasks(definition, input.values, before.values), 'change');
    await this.writer.store(tx, viewer, registers, definition, before, { ...input, values });
    await tx.become(recordLens(viewer));
    await this.references.check(tx, viewer, registers, definition, before.chain.districtCode, values);
  }

  private async isFirstTime(tx: Transaction, viewer: Viewer, register: string, id: string, input: ChangeRecord): Promise<boolean> {
    const { commandId } = input;
    if (commandId === undefined) return true;
    const content = this.cells.commandHash({ register, record: id, ...input });
    return isFirstTime(tx, { accountId: viewer.accountId, commandId, subjectId: id, content });
  }

  async remove(viewer: Viewer, register: string, id: string, version: number, reason: string): Promise<void> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    await this.database.as(recordLens(viewer), async (tx) => {
      const record = await this.writer.lock(tx, viewer, 'register.delete', definition, { id, version });
      await tx.become({ kind: 'job' });
      await this.references.requireNone(tx, registers, definition, record);
      await this.writer.remove(tx, viewer, registers, definition, record, reason);
    });
  }
}
