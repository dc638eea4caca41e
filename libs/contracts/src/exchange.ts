import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { ErrorCode } from './errors.js';
import { Likeness } from './register-duplicates.js';
import { RegisterName } from './registers.js';
import { Screen } from './session.js';
import { Id, Instant, Sha256 } from './values.js';

/** Bytes of the largest file that is taken. */
export const MOST_IMPORT_BYTES = 25 * 1024 * 1024;
/** Rows above which an import is checked and stored in the background. */
export const IMPORT_AT_ONCE = 2000;

export const FileLanguage = z.enum(['zh', 'en']);
export type FileLanguage = z.infer<typeof FileLanguage>;

/** The system a file gives its points in. GCJ-02, that of Chinese map vendors, is converted as it is read. */
export const ImportCoordinates = z.enum(['wgs84', 'gcj02']);
export type ImportCoordinates = z.infer<typeof ImportCoordinates>;

/**
 * `checking` (the dry run) → `checked`: to be confirmed or given up → `applying` → `done`. `refused` is a file that
 * cannot be read, `failed` one that this server could not finish. Nothing of an import is stored before it is `done`.
 */
export const ImportState = z.enum(['checking', 'checked', 'applying', 'done', 'refused', 'failed', 'cancelled']);
export type ImportState = z.infer<typeof ImportState>;

/** What a row would do, or did: `same` says what the register says already. */
export const ImportCounts = z.strictObject({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  wrong: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** A rule that a row broke; the column is a field's name, `gridCode`, `lng`, `lat`, `shape`, or null for the row as a whole. */
export const ImportFault = z.strictObject({ column: z.string().nullable(), rule: z.string() });
export type ImportFault = z.infer<typeof ImportFault>;

/** A row that would be new although a record that the importer may see resembles it: a warning, and no fault. */
export const AlikeRow = z.strictObject({
  row: z.int(),
  record: z.strictObject({ id: Id, title: z.string() }),
  likeness: Likeness,
});
export type AlikeRow = z.infer<typeof AlikeRow>;

export const ImportView = z.strictObject({
  id: Id,
  register: RegisterName,
  fileName: z.string(),
  bytes: z.int(),
  sha256: Sha256,
  state: ImportState,
  /** Rows dealt with in the phase under way. */
  done: z.int(),
  counts: ImportCounts.nullable(),
  /** Why the file was refused. */
  problem: ErrorCode.nullable(),
  /** Titles that name no field; their columns are left out. */
  unknownColumns: z.array(z.string()),
  /** The first rows with something wrong. */
  samples: z.array(z.strictObject({ row: z.int(), faults: z.array(ImportFault) })),
  /** How many rows resemble a record that is there, of the first 10,000 new ones, and the first of them. */
  alike: z.strictObject({ total: z.int(), items: z.array(AlikeRow) }),
  /** Whether the rows are still there to be returned with their reasons. */
  hasFile: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  /** When what was uploaded is destroyed. */
  expiresAt: Instant,
});
export type ImportView = z.infer<typeof ImportView>;

const OneImport = z.strictObject({ id: Id });
const InRegister = z.strictObject({ register: RegisterName });
const FileQuery = z.strictObject({ language: FileLanguage.default('zh'), screen: Screen.default('api') });

export const exchangeApi = {
  template: endpoint({
    method: 'GET',
    path: '/registers/:register/template',
    access: 'register.import',
    summary: 'A workbook to be filled in: the register’s columns, its dictionaries as dropdowns, and a sheet that explains them.',
    params: InRegister,
    query: FileQuery,
    reply: z.unknown(),
    form: 'bytes',
  }),
  upload: endpoint({
    method: 'POST',
    path: '/registers/:register/import',
    access: 'register.import',
    summary:
      'Upload an .xlsx file, or for a register with geometry a GeoJSON file, and try it: answers what each row would do, and changes nothing. Large files answer at once and are checked in the background. Its name travels percent-encoded in `x-file-name`.',
    params: InRegister,
    query: z.strictObject({ id: Id, sha256: Sha256, coordinates: ImportCoordinates.default('wgs84') }),
    reply: ImportView,
    success: 201,
    form: 'bytes',
    errors: ['import.file-too-large', 'file.hash-mismatch', 'file.incomplete', 'command.reused'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/imports',
    access: 'register.import',
    summary: 'The viewer’s own imports, newest first.',
    query: z.strictObject({ register: RegisterName.optional() }),
    reply: z.strictObject({ items: z.array(ImportView) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/imports/:id',
    access: 'register.import',
    summary: 'One import of the viewer’s own, with its progress.',
    params: OneImport,
    reply: ImportView,
  }),
  file: endpoint({
    method: 'GET',
    path: '/imports/:id/file',
    access: 'register.import',
    summary: 'The rows of the file as they were uploaded, with a column that says what is wrong in each.',
    params: OneImport,
    query: FileQuery,
    reply: z.unknown(),
    form: 'bytes',
    errors: ['import.not-ready'],
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/imports/:id/confirm',
    access: 'register.import',
    summary: 'Store what was tried: all rows, or only the good ones.',
    params: OneImport,
    body: z.strictObject({ rows: z.enum(['all', 'good']) }),
    reply: ImportView,
    errors: ['import.not-ready', 'import.has-faults'],
  }),
  cancel: endpoint({
    method: 'DELETE',
    path: '/imports/:id',
    access: 'register.import',
    summary: 'Give an import up that is not stored yet; what was uploaded is destroyed.',
    params: OneImport,
    reply: z.null(),
    success: 204,
    errors: ['import.not-ready'],
  }),
} as const;
