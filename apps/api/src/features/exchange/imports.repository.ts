import { Injectable } from '@nestjs/common';
import type { ErrorCode, ImportCounts, ImportState } from '@wangge/contracts';
import type { Transaction } from '../../platform/database/index.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import { type ImportReport, type ImportRow, type StoredImport, toStored } from './import-row.js';
import * as sql from './imports.queries.js';

export type NewImport = Pick<
  StoredImport,
  'id' | 'districtCode' | 'accountId' | 'register' | 'fileName' | 'bytes' | 'sha256' | 'createdAt' | 'expiresAt' | 'coordinates'
>;
/** From which state to which. A step from another state than expected moves nothing. */
export interface Move {
  readonly id: string;
  readonly from: ImportState;
  readonly to: ImportState;
  readonly at: string;
  readonly counts?: ImportCounts;
  readonly problem?: ErrorCode;
  readonly report?: ImportReport;
  readonly done?: number;
  readonly choice?: 'all' | 'good';
}
export interface Lease {
  readonly id: string;
  readonly until: string;
}

@Injectable()
export class ImportsRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async insert(tx: Transaction, given: NewImport): Promise<void> {
    const { districtCode, id, accountId, register, bytes, sha256, createdAt, expiresAt, coordinates } = given;
    const name = this.cipher.encrypt(given.fileName, placeOf(id));
    await tx.query(sql.INSERT, [districtCode, id, accountId, register, name, bytes, sha256, createdAt, expiresAt, coordinates]);
  }

  /** Under the lens of whoever asks: `mine` shows his own, `record` the one, `job` any. */
  async find(tx: Transaction, id: string): Promise<StoredImport | undefined> {
    const [row] = await tx.query<ImportRow>(sql.FIND, [id]);
    return row && this.toStored(row);
  }

  async list(tx: Transaction, accountId: string, register: string | undefined): Promise<StoredImport[]> {
    const rows = await tx.query<ImportRow>(sql.LIST, [accountId, register ?? null]);
    return rows.map((row) => this.toStored(row));
  }

  /** Whether it was in the state it was to leave. */
  async move(tx: Transaction, move: Move): Promise<boolean> {
    const { id, from, to, at, counts, problem, report, done, choice } = move;
    const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
    const values = [id, from, to, at, json(counts), problem ?? null, json(report), done ?? 0, choice ?? null];
    return (await tx.query(sql.MOVE, values)).length > 0;
  }

  /** Under the job lens. */
  async lease(tx: Transaction, id: string, lease: Lease, now: string): Promise<StoredImport | undefined> {
    const [row] = await tx.query<ImportRow>(sql.LEASE, [id, lease.id, now, lease.until]);
    return row && this.toStored(row);
  }

  async waiting(tx: Transaction, now: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(sql.WAITING, [now]);
    return rows.map(({ id }) => id);
  }

  async keep(tx: Transaction, id: string, lease: Lease, done: number): Promise<void> {
    await tx.query(sql.KEEP, [id, lease.id, lease.until, done]);
  }

  async giveBack(tx: Transaction, id: string, lease: string): Promise<void> {
    await tx.query(sql.GIVE_BACK, [id, lease]);
  }

  async forget(tx: Transaction, now: string): Promise<void> {
    await tx.query(sql.FORGET, [now]);
  }

  private toStored(row: ImportRow): StoredImport {
    return toStored(row, this.cipher.decrypt(row.file_name, placeOf(row.id)));
  }
}

const placeOf = (id: string) => ({ table: 'register_import.file_name', id });
