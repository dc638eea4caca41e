import { Injectable } from '@nestjs/common';
import type { Shape } from '@wangge/contracts';
import { type FieldDefinition, isEncrypted, type Lens, type RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { Conditions, nameOf } from '../conditions.js';
import type { PlainRow } from '../record.js';
import { RecordCells } from '../record-cells.js';
import { withinRegister } from '../record-lenses.js';
import { sourceOf } from '../record-source.js';
import { isIndexed, keyColumnOf } from '../register-columns.js';
import { requireOpen } from '../require-open.js';
import type { ReadShape } from '../registers.repository.js';
import * as sql from '../registers.queries.js';
import { writesOf } from '../writes-of.js';
import type { Sealed } from './sealing.js';

/** A record that was named by a text, and by which. */
export interface Named {
  readonly id: string;
  readonly text: string;
}

/** Many records of any register in one statement. Rows travel as the thread sealed them. */
@Injectable()
export class BulkRepository {
  constructor(private readonly cells: RecordCells) {}

  /** Under the job lens: whether a key is taken is asked of the whole district. */
  findByKeys(
    tx: Transaction,
    definition: RegisterDefinition,
    districtCode: string,
    keys: readonly Readonly<Record<string, unknown>>[],
    holds: boolean,
  ): Promise<PlainRow[]> {
    return tx.query<PlainRow>(sql.findByKeys(definition, holds), [districtCode, JSON.stringify(keys)]);
  }

  /** Also those that were taken out. */
  findByIds(
    tx: Transaction,
    definition: RegisterDefinition,
    districtCode: string,
    ids: readonly string[],
    holds: boolean,
  ): Promise<PlainRow[]> {
    return tx.query<PlainRow>(sql.findByIds(definition, holds), [districtCode, ids]);
  }

  async insert(tx: Transaction, definition: RegisterDefinition, { rows, changes }: Sealed, by: string): Promise<number> {
    await requireOpen(tx, definition);
    const stored = await tx.query(writesOf(definition).insert(), [rows, by]);
    await tx.query(sql.APPEND_CHANGES, [changes]);
    return stored.length;
  }

  async update(tx: Transaction, definition: RegisterDefinition, { rows, changes }: Sealed, by: string): Promise<void> {
    await requireOpen(tx, definition);
    await tx.query(writesOf(definition).updateMany(), [rows, by]);
    await tx.query(sql.APPEND_CHANGES, [changes]);
  }

  /** How many of them are there, and stay there until the transaction ends. Under the job lens. */
  async hold(tx: Transaction, definition: RegisterDefinition, districtCode: string, ids: readonly string[]): Promise<number> {
    return (await tx.query(sql.holdMany(definition), [districtCode, ids])).length;
  }

  async unitGrids(tx: Transaction, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ code: string }>(sql.UNIT_GRIDS, [codes]);
    return new Set(rows.map(({ code }) => code));
  }

  /** Shapes that were held to `shapeFault` before, in their order. */
  async readShapes(tx: Transaction, shapes: readonly Shape[], toleranceMetres: number): Promise<ReadonlyMap<number, ReadShape>> {
    const rows = await tx.query<ReadShape & { index: number }>(sql.READ_SHAPES, [JSON.stringify(shapes), toleranceMetres]);
    return new Map(rows.map((row) => [row.index, row]));
  }

  /** Records of the district that the lens shows and that have one of these values in a field. */
  async findNamed(
    tx: Transaction,
    lens: Lens,
    definition: RegisterDefinition,
    field: FieldDefinition,
    districtCode: string,
    texts: readonly string[],
  ): Promise<Named[]> {
    const sought = new Map(texts.map((text) => [this.soughtOf(definition, field, text), text]));
    const conditions = new Conditions()
      .add(
        (district, values) => `r.district_code = ${district} and r.${keyColumnOf(field)} = any(${values}::text[])`,
        districtCode,
        [...sought.keys()],
      )
      .add(() => 'r.deleted_at is null');
    conditions.addFilter(withinRegister(lens, 'r', conditions.next));
    const text = `select r.id, r.${keyColumnOf(field)} as sought from ${sourceOf(definition)} as r where ${conditions.text}`;
    const rows = await tx.query<{ id: string; sought: string }>(
      { name: nameOf('registers.named', text), text },
      conditions.values,
    );
    return rows.map((row) => ({ id: row.id, text: sought.get(row.sought) ?? '' }));
  }

  private soughtOf(definition: RegisterDefinition, field: FieldDefinition, text: string): string {
    return isIndexed(definition, field) ? this.cells.blindIndex(definition, field, text) : text;
  }
}

/** Whether records can be named by a field: it is a text, or encrypted with an index. */
export const canName = (definition: RegisterDefinition, field: FieldDefinition): boolean =>
  isEncrypted(field) ? isIndexed(definition, field) : TEXTS.has(field.kind);

const TEXTS: ReadonlySet<string> = new Set(['text', 'identity-number', 'phone', 'credit-code', 'component-code']);

/** The columns of the key in a row, as one text: by it rows and records find each other. */
export function keyText(definition: RegisterDefinition, row: Readonly<Record<string, unknown>>): string {
  const keys = definition.fields.filter(({ name }) => definition.naturalKey?.includes(name));
  return JSON.stringify(keys.map((field) => String(row[keyColumnOf(field)])));
}
