import { Injectable } from '@nestjs/common';
import type { RecordDetail, RecordView } from '@wangge/contracts';
import { type Lens, openActions, type RegisterDefinition, type Viewer } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { notFound } from '../../platform/http/errors.js';
import { type NamedRecord, fieldValueOf } from './record.js';
import { mayAt, recordLens } from './record-lenses.js';
import { RecordListRepository } from './record-list.repository.js';
import { RecordRelations } from './record-relations.js';
import { titleOf, toRecordView } from './record.mapper.js';
import type { Registers } from './register-catalogue.js';
import { RegistersRepository } from './registers.repository.js';

type Titles = ReadonlyMap<string, string>;

/** Records as they are shown, with what they point at and what points at them, as far as the lens goes. */
@Injectable()
export class RecordViews {
  constructor(
    private readonly lists: RecordListRepository,
    private readonly records: RegistersRepository,
    private readonly relations: RecordRelations,
  ) {}

  /** A record after it was written, under the viewer’s own lens; outside his areas by now it is not found. */
  async one(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    id: string,
  ): Promise<RecordView> {
    const lens = recordLens(viewer);
    const record = await this.records.find(tx, lens, definition, id);
    const [view] = record ? await this.list(tx, lens, registers, definition, [record]) : [];
    if (!view) throw notFound();
    return view;
  }

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
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    record: NamedRecord,
  ): Promise<RecordDetail> {
    const lens = recordLens(viewer);
    const [view] = await this.list(tx, lens, registers, definition, [record]);
    if (!view) throw new Error('a record has no view');
    const state = definition.flow && record.values[definition.flow.field];
    const open = openActions(definition, state, (permission) => mayAt(viewer, permission, record.chain));
    return {
      ...view,
      shape: record.shape ?? null,
      related: await this.relations.related(tx, lens, registers, definition, record),
      availableActions: open.map(({ name }) => name),
    };
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
