import { Injectable } from '@nestjs/common';
import type { RecordView } from '@wangge/contracts';
import type { Lens, RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { RecordViews } from './record-views.js';
import type { Registers } from './register-catalogue.js';
import { RegistersRepository } from './registers.repository.js';

/** Records by their ids, as they are shown: masked, and only what the lens shows. */
@Injectable()
export class RecordLookup {
  constructor(
    private readonly records: RegistersRepository,
    private readonly views: RecordViews,
  ) {}

  /** With these fields and what the record is called by alone, where they are named: others are not even decrypted. */
  async find(
    tx: Transaction,
    lens: Lens,
    registers: Registers,
    definition: RegisterDefinition,
    ids: readonly string[],
    fields?: readonly string[],
  ): Promise<ReadonlyMap<string, RecordView>> {
    const wanted = fields && new Set([...fields, definition.titleField]);
    const shown = wanted ? { ...definition, fields: definition.fields.filter(({ name }) => wanted.has(name)) } : definition;
    const found = await this.records.findMany(tx, lens, shown, [...new Set(ids)]);
    const views = await this.views.list(tx, lens, registers, shown, found);
    return new Map(views.map((view) => [view.id, view]));
  }
}
