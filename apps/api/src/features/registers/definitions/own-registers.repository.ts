import { Injectable } from '@nestjs/common';
import { DefinitionChange, OwnDefinition } from '@wangge/contracts';
import { cellOf, type DataQuestion, type RegisterDefinition, type SharedStorage, type Viewer } from '@wangge/domain';
import { z } from 'zod';
import type { Statement, Transaction } from '../../../platform/database/index.js';
import { reindex } from '../shared-writes.js';
import * as sql from './own-registers.queries.js';

const Slots = z.record(z.string(), z.string());

/** Definitions are parsed when they are read, as they were when they came: their names become part of SQL. */
const OwnRegister = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  revision: z.int(),
  draft: OwnDefinition,
  closed: z.boolean(),
  updated_at: z.date(),
  updated_by_name: z.string(),
  definition: OwnDefinition.nullable(),
  slots: Slots,
});
export type OwnRegister = z.infer<typeof OwnRegister>;

const PublishedRegister = z.object({
  name: z.string(),
  version: z.int(),
  closed: z.boolean(),
  definition: OwnDefinition,
  slots: Slots,
  at: z.date(),
  actor_name: z.string(),
});
export type PublishedRegister = z.infer<typeof PublishedRegister>;

const Version = z.object({
  version: z.int(),
  at: z.date(),
  actor_name: z.string(),
  reason: z.string(),
  changes: z.array(DefinitionChange),
});
export type Version = z.infer<typeof Version>;

/** Who writes, and when. */
export interface Writer {
  readonly at: string;
  readonly by: Viewer;
}

/** The definitions of a district's own registers. */
@Injectable()
export class OwnRegistersRepository {
  async list(tx: Transaction, districtCode: string): Promise<OwnRegister[]> {
    return (await tx.query(sql.LIST, [districtCode])).map((row) => OwnRegister.parse(row));
  }

  async find(tx: Transaction, districtCode: string, name: string): Promise<OwnRegister | undefined> {
    const [row] = await tx.query(sql.GET, [districtCode, name]);
    return row === undefined ? undefined : OwnRegister.parse(row);
  }

  /** What is published, in the order it was made. */
  async published(tx: Transaction, districtCode: string): Promise<PublishedRegister[]> {
    return (await tx.query(sql.PUBLISHED, [districtCode])).map((row) => PublishedRegister.parse(row));
  }

  async versions(tx: Transaction, districtCode: string, name: string): Promise<Version[]> {
    return (await tx.query(sql.VERSIONS, [districtCode, name])).map((row) => Version.parse(row));
  }

  /** Holds the definition until the transaction ends; its revision, or undefined where there is none. */
  async lock(tx: Transaction, districtCode: string, name: string): Promise<number | undefined> {
    const [row] = await tx.query<{ revision: number }>(sql.LOCK, [districtCode, name]);
    return row?.revision;
  }

  /** Nobody else publishes or removes a register of this district, nor writes a record of this one. */
  async lockRecords(tx: Transaction, districtCode: string, name: string): Promise<void> {
    await tx.query(sql.LOCK_DISTRICT, [districtCode]);
    await tx.query(sql.LOCK_RECORDS, [districtCode, name]);
  }

  /** False where the district has a register of this name. */
  async insert(tx: Transaction, name: string, id: string, draft: OwnDefinition, { at, by }: Writer): Promise<boolean> {
    const values = [by.districtCode, name, id, JSON.stringify(draft), at, by.accountId, by.name];
    return (await tx.query(sql.INSERT, values)).length > 0;
  }

  async redraft(tx: Transaction, name: string, draft: OwnDefinition, { at, by }: Writer): Promise<void> {
    await tx.query(sql.REDRAFT, [by.districtCode, name, JSON.stringify(draft), at, by.accountId, by.name]);
  }

  async publish(
    tx: Transaction,
    { id, name, version }: Pick<OwnRegister, 'id' | 'name' | 'version'>,
    published: {
      readonly definition: OwnDefinition;
      readonly slots: SharedStorage['slots'];
      readonly reason: string;
      readonly changes: readonly DefinitionChange[];
    },
    { at, by }: Writer,
  ): Promise<void> {
    const { definition, slots, reason, changes } = published;
    const [next, who] = [version + 1, [at, by.accountId, by.name]];
    const stored = [JSON.stringify(definition), JSON.stringify(slots)];
    await tx.query(sql.APPEND_VERSION, [by.districtCode, name, next, id, ...stored, ...who, reason, JSON.stringify(changes)]);
    await tx.query(sql.PROMOTE, [by.districtCode, name, next, ...who]);
  }

  async close(tx: Transaction, name: string, isClosed: boolean, { at, by }: Writer): Promise<void> {
    await tx.query(sql.CLOSE, [by.districtCode, name, isClosed ? at : null, at, by.accountId, by.name]);
  }

  async remove(tx: Transaction, districtCode: string, name: string): Promise<void> {
    await tx.query(sql.REMOVE_VERSIONS, [districtCode, name]);
    await tx.query(sql.REMOVE, [districtCode, name]);
  }

  /** The answer of the records, under the job lens: none is left out for the scope of whoever asks. */
  async answer(tx: Transaction, districtCode: string, register: string, question: DataQuestion): Promise<boolean> {
    const cell = cellOf(question.field);
    const asked = (statement: Statement, ...more: readonly unknown[]) =>
      this.yes(tx, statement, [districtCode, register, ...more]);
    switch (question.ask) {
      case 'has-data':
        return asked(sql.HAS_DATA, cell, JSON.stringify([{ name: question.field }]));
      case 'has-gaps':
        return asked(sql.HAS_GAPS, cell);
      case 'holds':
        return asked(sql.HOLDS, cell, question.codes);
      case 'has-records':
        return asked(sql.HAS_RECORDS);
    }
  }

  hasRecords(tx: Transaction, districtCode: string, register: string): Promise<boolean> {
    return this.yes(tx, sql.HAS_RECORDS, [districtCode, register]);
  }

  /** Under the job lens. What stands beside the cells is made anew where the new version looks for something else. */
  async reindex(tx: Transaction, before: RegisterDefinition | undefined, after: RegisterDefinition): Promise<void> {
    const statement = reindex(after);
    if (before && reindex(before).text !== statement.text) await tx.query(statement);
  }

  private async yes(tx: Transaction, statement: Statement, values: readonly unknown[]): Promise<boolean> {
    const [row] = await tx.query<{ yes: boolean }>(statement, values);
    return row?.yes === true;
  }
}
