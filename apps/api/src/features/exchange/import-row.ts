import type { AlikeRow, ErrorCode, ImportCoordinates, ImportCounts, ImportFault, ImportState } from '@wangge/contracts';

/** Column titles, the first rows with something wrong or alike; nothing of what the rows say. */
export interface ImportReport {
  readonly unknownColumns?: readonly string[];
  readonly samples?: readonly { readonly row: number; readonly faults: readonly ImportFault[] }[];
  readonly alike?: { readonly total: number; readonly items: readonly AlikeRow[] };
}

/** An import as it is stored, its file's name in clear. */
export interface StoredImport {
  readonly id: string;
  readonly districtCode: string;
  readonly accountId: string;
  readonly register: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly coordinates: ImportCoordinates;
  readonly state: ImportState;
  readonly choice: 'all' | 'good' | null;
  readonly done: number;
  readonly counts: ImportCounts | null;
  readonly problem: ErrorCode | null;
  readonly report: ImportReport;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly expiresAt: string;
}

export interface ImportRow {
  readonly id: string;
  readonly district_code: string;
  readonly account_id: string;
  readonly register: string;
  readonly file_name: Buffer;
  readonly bytes: number;
  readonly sha256: string;
  readonly coordinates: ImportCoordinates;
  readonly state: ImportState;
  readonly choice: 'all' | 'good' | null;
  readonly done: number;
  readonly counts: ImportCounts | null;
  readonly problem: ErrorCode | null;
  readonly report: ImportReport;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly expires_at: Date;
}

export const toStored = (row: ImportRow, fileName: string): StoredImport => ({
  id: row.id,
  districtCode: row.district_code,
  accountId: row.account_id,
  register: row.register,
  fileName,
  bytes: row.bytes,
  sha256: row.sha256,
  coordinates: row.coordinates,
  state: row.state,
  choice: row.choice,
  done: row.done,
  counts: row.counts,
  problem: row.problem,
  report: row.report,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});
