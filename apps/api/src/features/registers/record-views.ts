import { Injectable } from '@nestjs/common';
import type { RecordDetail, RecordView } from '@wangge/contracts';
import type { Lens, RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { type NamedRecord, fieldValueOf } from './record.js';
import { RecordListRepository } from './record-list.repository.js';
import { RecordRelations } from './record-relations.js';
import { titleOf, toRecordView } from './record.mapper.js';
import type { Registers } from './register-catalogue.js';

type Titles = ReadonlyMap<string, string>;

/** Records as they are shown, with what they point at and what points at them, as far as the lens goes. */
@Injectable()
export class RecordViews {
  constructor(
    private readonly lists: RecordListRepository,
    private readonly relations: RecordRelations,
  ) {}

  async list(
    tx: Transaction,
    lens: Lens,
    registers: Registers,
    definition: RegisterDefinition,
    records: readonly NamedRecord[],
  ): Promise<RecordView[]> {
    const found = definition.fields.map(async (field): Promise<[string, Titles][]> => {
      const target = field.references && registers.find(field.references);
      if (!target) return [];
      const ids = records.map((record) => fieldValueOf(record, field)).filter((id) => typeof id === 'string');
      return [[field.name, await this.titlesOf(tx, lens, target, [...new Set(ids)])]];
    });
    const titles = new Map((await Promise.all(found)).flat());
    return records.map((record) => toRecordView(definition, record, titlesFor(record, titles)));
  }

  async detail(
    tx: Transaction,
    lens: Lens,
    registers: Registers,
    definition: RegisterDefinition,
    record: NamedRecord,
  ): Promise<RecordDetail> {
    const [view] = await this.list(tx, lens, registers, definition, [record]);
    if (!view) throw new Error('a record has no view');
    return { ...view, related: await this.relations.related(tx, lens, registers, definition, record) };
  }

  private async titlesOf(tx: Transaction, lens: Lens, target: RegisterDefinition, ids: readonly string[]): Promise<Titles> {
    if (ids.length === 0) return new Map();
    const rows = await this.lists.titles(tx, lens, target, ids);
    return new Map(rows.map(({ id, title }) => [id, titleOf(target, title)]));
  }
}

function titlesFor(record: NamedRecord, titles: ReadonlyMap<string, Titles>): Record<string, string> {
  const entries = [...titles].flatMap(([name, byId]) => {
    const title = byId.get(String(fieldValueOf(record, { name })));
    return title === undefined ? [] : [[name, title] as const];
  });
  return Object.fromEntries(entries);
}
