import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { RegisterName } from './registers.js';
import { Screen } from './session.js';
import { Id, Instant, ScopeCode, words } from './values.js';

/** Rows of the largest export. */
export const MOST_EXPORT_ROWS = 200_000;
/** How often one export may be downloaded. */
export const MOST_DOWNLOADS = 3;

/** `waiting` for somebody else's decision where personal fields are in it; what is `approved` can be downloaded until it expires. */
export const ExportState = z.enum(['waiting', 'approved', 'refused', 'withdrawn']);
export type ExportState = z.infer<typeof ExportState>;

/** Which records: as in the register's list. */
export const ExportFilter = z
  .object({ scope: ScopeCode.optional(), q: words(60, 1).optional() })
  .catchall(z.string().max(500))
  .refine((filter) => !['sort', 'page', 'perPage', 'cursor', 'ids'].some((name) => name in filter), 'unknown');
export type ExportFilter = z.infer<typeof ExportFilter>;

export const RequestExport = z.strictObject({
  id: Id,
  /** Names of fields, in the order of the columns. Where a record is always stands in front. */
  columns: z.array(z.string().max(60)).min(1).max(100),
  filter: ExportFilter,
  /** What the file is needed for; it stands in the file and in the audit trail. */
  reason: words(200, 2),
});
export type RequestExport = z.infer<typeof RequestExport>;

export const ExportView = z.strictObject({
  id: Id,
  register: RegisterName,
  /** Of the table that is exported (一表通); null where a register is. */
  title: z.string().nullable(),
  columns: z.array(z.string()),
  scope: ScopeCode,
  /** Whether it is narrowed further than by its area. */
  isFiltered: z.boolean(),
  /** Columns with personal information, which stand masked in the file. */
  personal: z.array(z.string()),
  /** Rows when it was asked for. */
  rows: z.int(),
  reason: z.string(),
  state: ExportState,
  requestedBy: z.string(),
  decidedBy: z.string().nullable(),
  note: z.string().nullable(),
  downloadsLeft: z.int(),
  mayDecide: z.boolean(),
  mayDownload: z.boolean(),
  mayWithdraw: z.boolean(),
  createdAt: Instant,
  decidedAt: Instant.nullable(),
  expiresAt: Instant,
});
export type ExportView = z.infer<typeof ExportView>;

const OneExport = z.strictObject({ id: Id });

export const exportsApi = {
  request: endpoint({
    method: 'POST',
    path: '/registers/:register/export',
    access: 'register.export',
    summary: 'Ask for a workbook of the records one may see. With personal columns somebody else has to approve it first.',
    params: z.strictObject({ register: RegisterName }),
    body: RequestExport,
    reply: ExportView,
    success: 201,
    errors: ['export.too-large', 'command.reused'],
  }),
  requestTable: endpoint({
    method: 'POST',
    path: '/collections/:id/export',
    access: 'register.export',
    summary: 'Ask for a workbook of a table’s rows, under the same rules as of a register’s records.',
    params: OneExport,
    body: RequestExport.pick({ id: true, reason: true }),
    reply: ExportView,
    success: 201,
    errors: ['not-found', 'command.reused'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/exports',
    access: 'register.read',
    summary: 'The viewer’s own exports, or those of others that wait for his decision; newest first.',
    query: z.strictObject({ box: z.enum(['mine', 'to-decide']).default('mine') }),
    reply: z.strictObject({ items: z.array(ExportView) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/exports/:id',
    access: 'register.read',
    summary: 'One export: the viewer’s own, or one he may decide about.',
    params: OneExport,
    reply: ExportView,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/exports/:id/decision',
    access: 'register.approve-export',
    summary: 'Approve or refuse somebody else’s export.',
    params: OneExport,
    body: z.strictObject({ approve: z.boolean(), note: words(200, 0).optional() }),
    reply: ExportView,
    errors: ['export.not-waiting'],
  }),
  withdraw: endpoint({
    method: 'DELETE',
    path: '/exports/:id',
    access: 'register.read',
    summary: 'Take back an export of one’s own.',
    params: OneExport,
    reply: z.null(),
    success: 204,
    errors: ['export.not-waiting'],
  }),
  file: endpoint({
    method: 'GET',
    path: '/exports/:id/file',
    access: 'register.export',
    summary: 'The workbook, made as it is downloaded: masked, marked with who asked for it and why, without formulas.',
    params: OneExport,
    query: z.strictObject({ language: z.enum(['zh', 'en']).default('zh'), screen: Screen.default('api') }),
    reply: z.unknown(),
    form: 'bytes',
    errors: ['export.not-ready'],
  }),
} as const;
