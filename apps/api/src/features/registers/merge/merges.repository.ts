import { Injectable } from '@nestjs/common';
import type { FieldValues } from '@wangge/contracts';
import type { FieldDefinition, RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import type { PlainRecord } from '../record.js';
import { RecordCells } from '../record-cells.js';
import type { Written } from '../registers.repository.js';
import { writesOf } from '../writes-of.js';
import * as sql from './merges.queries.js';

/** A record that pointed at the one that went in, and points at the one that stayed. */
export interface Moved {
  readonly register: string;
  readonly field: string;
  readonly id: string;
}
export interface NewMerge {
  readonly id: string;
  readonly register: string;
  readonly survivor: PlainRecord;
  readonly merged: PlainRecord;
  readonly actor: { readonly id: string; readonly name: string };
  readonly taken: readonly string[];
  readonly moved: readonly Moved[];
  readonly at: string;
}
export interface MergeRow {
  readonly districtCode: string;
  readonly id: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly at: Date;
  readonly actorName: string;
  readonly taken: string[];
  readonly before: Readonly<Record<string, unknown>>;
  readonly moved: Moved[];
  readonly undoneAt: Date | null;
}
export interface Repointed {
  readonly id: string;
  readonly version: number;
}

@Injectable()
export class MergesRepository {
  constructor(private readonly cells: RecordCells) {}

  /** With what the survivor had in the fields that were taken over, sealed as its own. */
  async store(tx: Transaction, definition: RegisterDefinition, merge: NewMerge): Promise<void> {
    const { survivor, merged, actor } = merge;
    const before: FieldValues = Object.fromEntries(merge.taken.map((name) => [name, survivor.values[name] ?? null]));
    const row = {
      district_code: survivor.chain.districtCode,
      id: merge.id,
      register: merge.register,
      survivor_id: survivor.id,
      merged_id: merged.id,
      at: merge.at,
      actor_id: actor.id,
      actor_name: actor.name,
      taken: merge.taken,
      before: this.cells.toCells(definition, survivor.id, before),
      moved: merge.moved,
    };
    await tx.query(sql.STORE, [JSON.stringify(row)]);
  }

  /** What the survivor had before in the fields that were taken over. */
  beforeOf(definition: RegisterDefinition, { survivorId, before }: MergeRow): FieldValues {
    return this.cells.fromCells(definition, survivorId, before);
  }

  list(tx: Transaction, register: string, survivorId: string): Promise<MergeRow[]> {
    return tx.query<MergeRow>(sql.LIST, [register, survivorId]);
  }

  /** Holds it until the transaction ends: under the job lens. */
  async hold(tx: Transaction, register: string, survivorId: string, id: string): Promise<MergeRow | undefined> {
    return (await tx.query<MergeRow>(sql.HOLD, [register, survivorId, id]))[0];
  }

  async undo(tx: Transaction, { districtCode, id }: MergeRow, { at, by }: Written): Promise<void> {
    await tx.query(sql.UNDO, [districtCode, id, at, by]);
  }

  /** The record that this one went into in the end: under the job lens, to be read through the viewer's. */
  async survivorOf(tx: Transaction, register: string, id: string): Promise<string | undefined> {
    return (await tx.query<{ id: string }>(sql.SURVIVOR, [register, id]))[0]?.id;
  }

  async mergedInto(tx: Transaction, register: string, id: string): Promise<string[]> {
    return (await tx.query<{ id: string }>(sql.INTO, [register, id])).map((row) => row.id);
  }

  /** Lets all that points at one record point at another, or those of `only`: under the job lens. */
  repoint(
    tx: Transaction,
    definition: RegisterDefinition,
    field: FieldDefinition,
    { districtCode, from, to, only }: { districtCode: string; from: string; to: string; only?: readonly string[] },
    { at, by }: Written,
  ): Promise<Repointed[]> {
    const values = [districtCode, from, to, at, by];
    const statement = writesOf(definition).repoint(field, only ? 'some' : 'all');
    return tx.query<Repointed>(statement, only ? [...values, only] : values);
  }

  async restore(
    tx: Transaction,
    definition: RegisterDefinition,
    { chain, id, version }: PlainRecord,
    { at, by }: Written,
  ): Promise<void> {
    await tx.query(writesOf(definition).restore(), [chain.districtCode, id, version + 1, at, by]);
  }
}
