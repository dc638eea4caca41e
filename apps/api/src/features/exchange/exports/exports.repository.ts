import { Injectable } from '@nestjs/common';
import { ExportFilter, type ExportState } from '@wangge/contracts';
import type { AreaLens } from '@wangge/domain';
import { type Transaction, withinLens } from '../../../platform/database/index.js';
import { FieldCipher } from '../../../platform/secrets/field-cipher.js';
import * as sql from './exports.queries.js';
import { type ExportRow, type StoredExport, toStored } from './stored-export.js';

export type NewExport = Pick<
  StoredExport,
  | 'id'
  | 'districtCode'
  | 'accountId'
  | 'accountName'
  | 'register'
  | 'collectionId'
  | 'title'
  | 'scope'
  | 'columns'
  | 'personal'
  | 'filter'
  | 'isFiltered'
  | 'rows'
  | 'reason'
  | 'state'
  | 'createdAt'
  | 'expiresAt'
>;
export interface Decision {
  readonly id: string;
  readonly from: ExportState;
  readonly to: ExportState;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly note: string | null;
  readonly at: string;
}

@Injectable()
export class ExportsRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async insert(tx: Transaction, given: NewExport): Promise<void> {
    const { scope, filter } = given;
    const level = (length: number) => (scope.length >= length ? scope.slice(0, length) : null);
    const row = {
      district_code: given.districtCode,
      id: given.id,
      account_id: given.accountId,
      account_name: given.accountName,
      register: given.register,
      collection_id: given.collectionId,
      title: given.title,
      scope_code: scope,
      street_code: level(9),
      community_code: level(12),
      grid_code: level(15),
      columns: given.columns,
      personal: given.personal,
      is_filtered: given.isFiltered,
      row_count: given.rows,
      reason: given.reason,
      state: given.state,
      created_at: given.createdAt,
      expires_at: given.expiresAt,
    };
    await tx.query(sql.INSERT, [JSON.stringify(row), this.cipher.encrypt(JSON.stringify(filter), placeOf(given.id))]);
  }

  /** Under the lens of whoever asks. */
  async find(tx: Transaction, id: string): Promise<StoredExport | undefined> {
    const [row] = await tx.query<ExportRow>(sql.FIND, [id]);
    return row && this.toStored(row);
  }

  async mine(tx: Transaction, accountId: string): Promise<StoredExport[]> {
    return (await tx.query<ExportRow>(sql.MINE, [accountId])).map((row) => this.toStored(row));
  }

  async toDecide(tx: Transaction, lens: AreaLens, accountId: string, now: string): Promise<StoredExport[]> {
    const within = withinLens(lens, 'r', 3);
    const rows = await tx.query<ExportRow>(sql.toDecide(within.sql), [now, accountId, ...within.values]);
    return rows.map((row) => this.toStored(row));
  }

  /** Whether it was in the state it was to leave. */
  async move(tx: Transaction, { id, from, to, by, note, at }: Decision): Promise<boolean> {
    return (await tx.query(sql.MOVE, [id, from, to, by?.id ?? null, by?.name ?? null, note, at])).length > 0;
  }

  /** Whether there was a download left. */
  async charge(tx: Transaction, id: string, most: number, now: string): Promise<boolean> {
    return (await tx.query(sql.CHARGE, [id, most, now])).length > 0;
  }

  private toStored(row: ExportRow): StoredExport {
    return toStored(row, ExportFilter.parse(JSON.parse(this.cipher.decrypt(row.filter, placeOf(row.id)))));
  }
}

const placeOf = (id: string) => ({ table: 'register_export.filter', id });
