import { Injectable } from '@nestjs/common';
import type { AboveRecord, BeyondRecords, FoundPlace, Look } from '@wangge/contracts';
import type { Lens, RegisterDefinition, Viewer } from '@wangge/domain';
import { Database, type Transaction } from '../../platform/database/index.js';
import { notFound } from '../../platform/http/errors.js';
import { fieldValueOf, type NamedRecord } from './record.js';
import { recordLens } from './record-lenses.js';
import { RecordRelations } from './record-relations.js';
import { titleOf } from './record.mapper.js';
import { RegisterCatalogue, type Registers } from './register-catalogue.js';
import { RegistersRepository } from './registers.repository.js';

export interface AroundRecord {
  readonly place: FoundPlace | null;
  readonly above: AboveRecord[];
  readonly beyond: BeyondRecords[];
  readonly looks: { readonly total: number; readonly items: Look[] };
}
interface Pointed {
  /** The field of the record that leads here. */
  readonly through: string;
  readonly definition: RegisterDefinition;
  readonly record: NamedRecord;
}
/** A resident points at a household, which points at a building. */
const STEPS_UP = 2;
const LOOKS_SHOWN = 10;

/** What the registers know around one record, all of it through the lens that has shown the record. */
@Injectable()
export class RecordPictures {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly relations: RecordRelations,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  async around(viewer: Viewer, register: string, id: string): Promise<AroundRecord> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const lens = recordLens(viewer);
    return this.database.as(lens, async (tx) => {
      const record = await this.records.find(tx, lens, definition, id);
      if (!record) throw notFound();
      const [direct = [], further = []] = await this.up(tx, lens, registers, definition, record);
      return {
        place: placeOf(record, [...direct, ...further]),
        above: further.map(toAbove),
        beyond: await this.relations.beyond(tx, lens, registers, definition, record),
        looks: await this.looks(tx, definition, record),
      };
    });
  }

  /** What it points at, step by step, each record once. */
  private async up(tx: Transaction, lens: Lens, registers: Registers, definition: RegisterDefinition, record: NamedRecord) {
    const seen = new Set([record.id]);
    const steps: Pointed[][] = [];
    let from: readonly Pointed[] = [{ through: '', definition, record }];
    for (let step = 0; step < STEPS_UP; step += 1) {
      const next: Pointed[] = [];
      for (const one of from)
        for (const pointed of await this.pointedFrom(tx, lens, registers, one)) {
          if (seen.has(pointed.record.id)) continue;
          seen.add(pointed.record.id);
          next.push(pointed);
        }
      steps.push(next);
      from = next;
    }
    return steps;
  }

  private async pointedFrom(tx: Transaction, lens: Lens, registers: Registers, { through, definition, record }: Pointed) {
    const found: Pointed[] = [];
    for (const field of definition.fields) {
      const target = field.references === undefined ? undefined : registers.find(field.references);
      const id = fieldValueOf(record, field);
      if (!target || typeof id !== 'string') continue;
      const pointed = await this.records.find(tx, lens, target, id);
      if (pointed) found.push({ through: through || field.name, definition: target, record: pointed });
    }
    return found;
  }

  private async looks(tx: Transaction, definition: RegisterDefinition, record: NamedRecord): Promise<AroundRecord['looks']> {
    const rows = await this.records.looks(tx, definition, record, LOOKS_SHOWN);
    const items = rows.map(({ at, actor_name: actor, fields, reason }) => ({
      at: at.toISOString(),
      actor,
      fields: fields.map(({ name }) => name),
      reason,
    }));
    return { total: rows[0]?.total ?? 0, items };
  }
}

function placeOf(record: NamedRecord, pointed: readonly Pointed[]): FoundPlace | null {
  if (record.point) return { point: record.point, of: null };
  for (const { definition, record: other } of pointed)
    if (other.point)
      return { point: other.point, of: { register: definition.name, id: other.id, title: titleIn(definition, other) } };
  return null;
}

const titleIn = (definition: RegisterDefinition, record: NamedRecord): string =>
  titleOf(definition, fieldValueOf(record, { name: definition.titleField }));

const toAbove = ({ through, definition, record }: Pointed): AboveRecord => ({
  through,
  label: definition.label,
  register: definition.name,
  id: record.id,
  title: titleIn(definition, record),
});
