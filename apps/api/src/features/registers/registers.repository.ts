import { Injectable } from '@nestjs/common';
import type { Shape } from '@wangge/contracts';
import { type FieldDefinition, type Lens, type RegisterDefinition, type SumOf } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../platform/database/index.js';
import { nameOf } from './conditions.js';
import { type NamedRecord, type NamedRow, type PlainRecord, type PlainRow, toNamed, toPlain } from './record.js';
import { RecordCells } from './record-cells.js';
import { withinRegister } from './record-lenses.js';
import type { ChangedField, ChangeRow } from './record.mapper.js';
import { sourceOf } from './record-source.js';
import { requireOpen } from './require-open.js';
import { writesOf } from './writes-of.js';
import * as sql from './registers.queries.js';

export interface NewRecord extends PlainRecord {
  readonly at: string;
}
export interface NewChange {
  readonly districtCode: string;
  readonly register: string;
  readonly recordId: string;
  readonly version: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly kind: ChangeRow['kind'];
  readonly fields: readonly ChangedField[];
  readonly reason: string | null;
  /** The step of the flow. */
  readonly action?: string | null;
}
/** A shape as the database reads it. */
export interface ReadShape {
  readonly reason: string;
  readonly lng: number;
  readonly lat: number;
  readonly shape: Shape;
  /** Of the district that holds all of it. */
  readonly district: string | null;
}
export interface LookRow extends Pick<ChangeRow, 'at' | 'actor_name' | 'fields' | 'reason'> {
  readonly total: number;
}
export interface Written {
  readonly at: string;
  readonly by: string;
}

/** Single records of any register. Lists stand in record-list.repository.ts. */
@Injectable()
export class RegistersRepository {
  constructor(private readonly cells: RecordCells) {}

  /** One record through a lens; undefined where it does not exist for this viewer. */
  async find(tx: Transaction, lens: Lens, definition: RegisterDefinition, id: string): Promise<NamedRecord | undefined> {
    const { sql: within, values } = withinRegister(lens, 'r', 2);
    const text = `select ${sql.wholeRowOf(definition)} from ${sourceOf(definition)} as r where r.id = $1 and r.deleted_at is null and ${within}`;
    const [row] = await tx.query<NamedRow>({ name: nameOf('registers.find', text), text }, [id, ...values]);
    return row && toNamed(definition, this.cells, row);
  }

  /** Those of these records that the lens shows, in no order. */
  async findMany(tx: Transaction, lens: Lens, definition: RegisterDefinition, ids: readonly string[]): Promise<NamedRecord[]> {
    if (ids.length === 0) return [];
    const { sql: within, values } = withinRegister(lens, 'r', 2);
    const text = `select ${sql.rowOf(definition)} from ${sourceOf(definition)} as r
                   where r.id = any($1::uuid[]) and r.deleted_at is null and ${within}`;
    const rows = await tx.query<NamedRow>({ name: nameOf('registers.find-many', text), text }, [ids, ...values]);
    return rows.map((row) => toNamed(definition, this.cells, row));
  }

  /** The same without the names of their places, for the work of the platform: under the job lens. */
  async listPlain(
    tx: Transaction,
    definition: RegisterDefinition,
    districtCode: string,
    ids: readonly string[],
  ): Promise<PlainRecord[]> {
    if (ids.length === 0) return [];
    const rows = await tx.query<PlainRow>(sql.listPlain(definition), [districtCode, ids]);
    return rows.map((row) => toPlain(definition, this.cells, row));
  }

  /** The same, record by record: one whose cells cannot be opened is named and keeps nobody else from being read. */
  async listReadable(
    tx: Transaction,
    definition: RegisterDefinition,
    districtCode: string,
    ids: readonly string[],
  ): Promise<{ readonly records: PlainRecord[]; readonly broken: readonly string[] }> {
    if (ids.length === 0) return { records: [], broken: [] };
    const rows = await tx.query<PlainRow>(sql.listPlain(definition), [districtCode, ids]);
    const broken: string[] = [];
    const records = rows.flatMap((row) => {
      try {
        return [toPlain(definition, this.cells, row)];
      } catch {
        broken.push(row.id);
        return [];
      }
    });
    return { records, broken };
  }

  /** Whether the id that a `record` lens is bound to names a record, be it one that was taken out. */
  async isTaken(tx: Transaction, definition: RegisterDefinition, id: string): Promise<boolean> {
    return (await tx.query(sql.isTaken(definition), [id])).length > 0;
  }

  /** Holds the row until the transaction ends; undefined where it was taken out meanwhile. */
  async lock(
    tx: Transaction,
    definition: RegisterDefinition,
    districtCode: string,
    id: string,
  ): Promise<PlainRecord | undefined> {
    await requireOpen(tx, definition);
    const [row] = await tx.query<PlainRow>(sql.lock(definition), [districtCode, id]);
    return row && row.deleted_at === null ? toPlain(definition, this.cells, row) : undefined;
  }

  /** The same for a record that was taken out. */
  async lockRemoved(
    tx: Transaction,
    definition: RegisterDefinition,
    districtCode: string,
    id: string,
  ): Promise<PlainRecord | undefined> {
    const [row] = await tx.query<PlainRow>(sql.lock(definition), [districtCode, id]);
    return row && row.deleted_at !== null ? toPlain(definition, this.cells, row) : undefined;
  }

  /** The ids that were stored: those that are taken are not. */
  async insert(
    tx: Transaction,
    definition: RegisterDefinition,
    records: readonly NewRecord[],
    by: string | null,
  ): Promise<string[]> {
    await requireOpen(tx, definition);
    const rows = records.map((record) => this.toRow(definition, record));
    const stored = await tx.query<{ id: string }>(writesOf(definition).insert(), [JSON.stringify(rows), by]);
    return stored.map(({ id }) => id);
  }

  /** Stores what differs, as the next version. */
  async update(
    tx: Transaction,
    definition: RegisterDefinition,
    before: PlainRecord,
    next: Pick<PlainRecord, 'chain' | 'point' | 'shape' | 'values'>,
    { at, by }: Written,
  ): Promise<void> {
    const cells = { ...placeCells(next), ...this.cells.toCells(definition, before.id, next.values) };
    const values = [JSON.stringify(cells), before.chain.districtCode, before.id, before.version + 1, at, by];
    await tx.query(writesOf(definition).update(Object.keys(cells)), values);
  }

  async remove(
    tx: Transaction,
    definition: RegisterDefinition,
    { chain, id, version }: PlainRecord,
    { at, by }: Written,
  ): Promise<void> {
    await tx.query(writesOf(definition).remove(), [chain.districtCode, id, version + 1, at, by]);
  }

  async isReferenced(
    tx: Transaction,
    definition: RegisterDefinition,
    field: FieldDefinition,
    record: PlainRecord,
  ): Promise<boolean> {
    return (await tx.query(sql.isReferenced(definition, field), [record.chain.districtCode, record.id])).length > 0;
  }

  /** Keeps a record from being taken out until the transaction ends, under the job lens. */
  async hold(tx: Transaction, definition: RegisterDefinition, districtCode: string, id: string): Promise<void> {
    await tx.query(sql.hold(definition), [districtCode, id]);
  }

  async appendChanges(tx: Transaction, changes: readonly NewChange[]): Promise<void> {
    const rows = changes.map((change) => ({
      district_code: change.districtCode,
      register: change.register,
      record_id: change.recordId,
      id: uuid(),
      version: change.version,
      at: change.at,
      actor_id: change.actorId,
      actor_name: change.actorName,
      kind: change.kind,
      fields: change.fields,
      reason: change.reason,
      action: change.action ?? null,
    }));
    await tx.query(sql.APPEND_CHANGES, [JSON.stringify(rows)]);
  }

  /** Of a record and of those that were merged into it. */
  history(
    tx: Transaction,
    { name }: RegisterDefinition,
    { chain, id }: PlainRecord,
    merged: readonly string[],
  ): Promise<ChangeRow[]> {
    return tx.query<ChangeRow>(sql.HISTORY, [chain.districtCode, name, [id, ...merged]]);
  }

  /** Who read masked values of it in full, newest first. */
  looks(tx: Transaction, { name }: RegisterDefinition, { chain, id }: PlainRecord, most: number): Promise<LookRow[]> {
    return tx.query<LookRow>(sql.LOOKS, [chain.districtCode, name, id, most]);
  }

  /** Counts one more; how many this account has used today, or undefined where there is none left. */
  async charge(
    tx: Transaction,
    account: { districtCode: string; id: string; day: string },
    most: number,
  ): Promise<number | undefined> {
    const [row] = await tx.query<{ used: number }>(sql.CHARGE, [account.districtCode, account.id, account.day, most]);
    return row?.used;
  }

  /** Undefined where it cannot even be read. */
  async readShape(tx: Transaction, shape: Shape, toleranceMetres: number): Promise<ReadShape | undefined> {
    const [row] = await tx.query<ReadShape>(sql.READ_SHAPE, [JSON.stringify(shape), toleranceMetres]);
    return row;
  }

  /** Reckons a sum anew, of records that are held, so that two who add at once both count. */
  async sumUp(
    tx: Transaction,
    target: RegisterDefinition,
    field: FieldDefinition & { readonly sumOf: SumOf },
    records: { readonly districtCode: string; readonly ids: readonly string[] },
  ): Promise<void> {
    await tx.query(sql.holdTargets(target), [records.districtCode, records.ids]);
    await tx.query(sql.sumUp(target, field, field.sumOf), [records.districtCode, records.ids]);
  }

  async isUnitGrid(tx: Transaction, code: string): Promise<boolean> {
    return (await tx.query(sql.UNIT_GRID, [code])).length > 0;
  }

  private toRow(definition: RegisterDefinition, record: NewRecord): Record<string, unknown> {
    return {
      id: record.id,
      version: record.version,
      created_at: record.at,
      updated_at: record.at,
      ...placeCells(record),
      ...this.cells.toCells(definition, record.id, record.values),
    };
  }
}

function placeCells({ chain, point, shape }: Pick<PlainRecord, 'chain' | 'point' | 'shape'>): Record<string, unknown> {
  return {
    district_code: chain.districtCode,
    street_code: chain.streetCode,
    community_code: chain.communityCode,
    grid_code: chain.gridCode,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    shape: shape ? JSON.stringify(shape) : null,
  };
}
