import { Injectable } from '@nestjs/common';
import { type Chain, RecordQuery } from '@wangge/contracts';
import { type FieldDefinition, isBySystem, type Lens, type RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { type Conditions, nameOf } from './conditions.js';
import { type PlainRow, toPlace } from './record.js';
import { RecordListRepository } from './record-list.repository.js';
import { sourceOf } from './record-source.js';
import { columnOf, PLACE_COLUMNS } from './register-columns.js';

/** What is looked at in each record. */
export interface GapQuestion {
  /** Names of fields that may be missing. */
  readonly asked: readonly string[];
  /** Names of references whose targets are wanted. */
  readonly references: readonly string[];
}
export interface RecordGap {
  readonly id: string;
  readonly chain: Chain;
  /** Those of the asked fields that are missing (`missingFields` says the rule for a single record). */
  readonly open: readonly string[];
  readonly targets: Readonly<Record<string, string | null>>;
}

interface GapRow extends PlainRow {
  readonly open: readonly string[];
  readonly targets: readonly (string | null)[];
}

/** What is missing in many records, in one statement and without reading a value. */
@Injectable()
export class RecordGaps {
  constructor(private readonly lists: RecordListRepository) {}

  /** The oldest first, so that the same question has the same answer. */
  async list(
    tx: Transaction,
    lens: Lens,
    definition: RegisterDefinition,
    filter: Readonly<Record<string, string>>,
    question: GapQuestion,
    most: number,
  ): Promise<RecordGap[]> {
    return this.ask(tx, definition, this.lists.conditionsOf(lens, definition, RecordQuery.parse(filter)), question, most);
  }

  /** Of those of these records that the lens shows. */
  async of(tx: Transaction, lens: Lens, definition: RegisterDefinition, ids: readonly string[], question: GapQuestion): Promise<RecordGap[]> {
    if (ids.length === 0) return [];
    const conditions = this.lists.conditionsOf(lens, definition, RecordQuery.parse({})).add(($) => `r.id = any(${$}::uuid[])`, ids);
    return this.ask(tx, definition, conditions, question, ids.length);
  }

  private async ask(
    tx: Transaction,
    definition: RegisterDefinition,
    conditions: Conditions,
    { asked, references }: GapQuestion,
    most: number,
  ): Promise<RecordGap[]> {
    const fieldsOf = (names: readonly string[]) => names.flatMap((name) => definition.fields.find((field) => field.name === name) ?? []);
    const where = conditions.text;
    const missing = fieldsOf(asked)
      .filter((field) => !isBySystem(definition, field))
      .map((field) => missingCell(definition, conditions, field));
    const targets = fieldsOf(references).map((field) => `r.${columnOf(field)}::text`);
    const text = `select r.id, r.version, ${PLACE_COLUMNS.map((column) => `r.${column}`).join(', ')}, null::float8 as lng, null::float8 as lat,
                         array_remove(array[${missing.join(', ')}]::text[], null) as open, array[${targets.join(', ')}]::text[] as targets
                    from ${sourceOf(definition)} as r where ${where}
                   order by r.created_at, r.id limit ${conditions.parameter(most)}`;
    const rows = await tx.query<GapRow>({ name: nameOf('registers.gaps', text), text }, conditions.values);
    return rows.map((row) => ({
      id: row.id,
      chain: toPlace(row).chain,
      open: row.open,
      targets: Object.fromEntries(fieldsOf(references).map(({ name }, index) => [name, row.targets[index] ?? null])),
    }));
  }
}

/** The field's name where it is empty and asked of such a record. */
function missingCell({ fields }: RegisterDefinition, conditions: Conditions, field: FieldDefinition): string {
  const { shownWhen } = field;
  const deciding = shownWhen && fields.find(({ name }) => name === shownWhen.field);
  const isAsked = deciding && shownWhen ? ` and r.${columnOf(deciding)}::text = any(${conditions.parameter(shownWhen.is)}::text[])` : '';
  return `case when r.${columnOf(field)} is null${isAsked} then ${conditions.parameter(field.name)}::text end`;
}
