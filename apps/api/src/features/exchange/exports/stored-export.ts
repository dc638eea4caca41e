import type { ExportFilter, ExportState } from '@wangge/contracts';

/** An export as it is kept. Instants are ISO strings. */
export interface StoredExport {
  readonly id: string;
  readonly districtCode: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly register: string;
  /** The table that is exported, and its title; null where a register is. */
  readonly collectionId: string | null;
  readonly title: string | null;
  readonly scope: string;
  readonly columns: readonly string[];
  readonly personal: readonly string[];
  readonly filter: ExportFilter;
  readonly isFiltered: boolean;
  readonly rows: number;
  readonly reason: string;
  readonly state: ExportState;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
  readonly downloads: number;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export interface ExportRow {
  readonly id: string;
  readonly district_code: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly register: string;
  readonly collection_id: string | null;
  readonly title: string | null;
  readonly scope_code: string;
  readonly columns: readonly string[];
  readonly personal: readonly string[];
  readonly filter: Buffer;
  readonly is_filtered: boolean;
  readonly row_count: number;
  readonly reason: string;
  readonly state: ExportState;
  readonly decided_name: string | null;
  readonly decided_at: Date | null;
  readonly note: string | null;
  readonly downloads: number;
  readonly created_at: Date;
  readonly expires_at: Date;
}

export const toStored = (row: ExportRow, filter: ExportFilter): StoredExport => ({
  id: row.id,
  districtCode: row.district_code,
  accountId: row.account_id,
  accountName: row.account_name,
  register: row.register,
  collectionId: row.collection_id,
  title: row.title,
  scope: row.scope_code,
  columns: row.columns,
  personal: row.personal,
  filter,
  isFiltered: row.is_filtered,
  rows: row.row_count,
  reason: row.reason,
  state: row.state,
  decidedBy: row.decided_name,
  decidedAt: row.decided_at?.toISOString() ?? null,
  note: row.note,
  downloads: row.downloads,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});
