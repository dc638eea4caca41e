import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { FileLanguage } from './exchange.js';
import { Screen } from './session.js';
import { Id, Instant, queryInteger, words } from './values.js';

/** What a district sets for itself, each in editions of its own. */
export const BookName = z.enum(['filing', 'calendar', 'responsibility']);
export type BookName = z.infer<typeof BookName>;

/** Rows of all lists of an edition together. */
export const MOST_STANDARD_ROWS = 5000;
export const MOST_STANDARD_FILE_BYTES = 4 * 1024 * 1024;

const ColumnName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** What stands in each column, as text; a column in which nothing stands is left out. */
export const StandardRow = z.record(ColumnName, words(500));
export type StandardRow = z.infer<typeof StandardRow>;

export const StandardLists = z.record(ColumnName, z.array(StandardRow).max(MOST_STANDARD_ROWS));
export type StandardLists = z.infer<typeof StandardLists>;

/** A rule that a row breaks. `error` keeps an edition from being published, `warning` is only said. */
export const StandardFinding = z.strictObject({
  level: z.enum(['error', 'warning']),
  list: z.string(),
  /** Counted from 1; null for the list as a whole. In an import, the row of the sheet. */
  row: z.int().nullable(),
  column: z.string().nullable(),
  rule: z.string(),
  /** What the sentence names: another row, a code, a number of classes. */
  about: z.string(),
});
export type StandardFinding = z.infer<typeof StandardFinding>;

/** One row that the edition has otherwise than the one it follows. */
export const StandardChange = z.strictObject({
  list: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: StandardRow.nullable(),
  after: StandardRow.nullable(),
});
export type StandardChange = z.infer<typeof StandardChange>;

export const EditionState = z.enum(['draft', 'published', 'withdrawn']);
export type EditionState = z.infer<typeof EditionState>;

export const EditionSummary = z.strictObject({
  id: Id,
  book: BookName,
  /** Counted in the book, from 1. */
  number: z.int(),
  state: EditionState,
  version: z.int(),
  /** The first day it is worked by, local; null before it is published. */
  effectiveOn: z.iso.date().nullable(),
  /** Worked by today. */
  inForce: z.boolean(),
  note: z.string(),
  rows: z.int(),
  updatedAt: Instant,
  updatedBy: z.string(),
});
export type EditionSummary = z.infer<typeof EditionSummary>;

export const EditionView = EditionSummary.extend({
  lists: StandardLists,
  findings: z.array(StandardFinding),
  /** Against the edition it follows: of a draft, the one published last; without one, what comes with the platform. */
  changes: z.array(StandardChange),
  follows: z.int().nullable(),
  /** Of the departments and areas that the rows name. */
  names: z.record(z.string(), z.string()),
});
export type EditionView = z.infer<typeof EditionView>;

const OneEdition = z.strictObject({ id: Id });

export const standardBooksApi = {
  list: endpoint({
    method: 'GET',
    path: '/standards/editions',
    access: 'standard.edit',
    summary: 'The editions of a book of the district, newest first.',
    query: z.strictObject({ book: BookName }),
    reply: z.strictObject({ items: z.array(EditionSummary) }),
  }),
  draft: endpoint({
    method: 'POST',
    path: '/standards/editions',
    access: 'standard.edit',
    summary: 'Begin a draft from the edition published last, or from what comes with the platform. A book has one draft.',
    body: z.strictObject({ id: Id, book: BookName }),
    reply: EditionView,
    success: 201,
    errors: ['standard.draft-exists', 'command.reused'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/standards/editions/:id',
    access: 'standard.edit',
    summary: 'One edition with its rows, what is wrong with them, and what is otherwise than before.',
    params: OneEdition,
    reply: EditionView,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/standards/editions/:id',
    access: 'standard.edit',
    summary: 'Put, add or take out rows of a draft; a row is named by its place, as the viewer saw it.',
    params: OneEdition,
    body: z.strictObject({
      version: z.int().min(1),
      changes: z
        .array(z.strictObject({ list: ColumnName, at: z.int().min(0).max(MOST_STANDARD_ROWS), row: StandardRow.nullable() }))
        .min(1)
        .max(100),
    }),
    reply: EditionView,
    errors: ['record.stale', 'standard.not-draft', 'standard.row-unknown', 'standard.too-many-rows'],
  }),
  workbook: endpoint({
    method: 'GET',
    path: '/standards/editions/:id/workbook',
    access: 'standard.edit',
    summary: 'The edition as a workbook: a sheet for each list with explanations and dropdowns, to be edited and brought back.',
    params: OneEdition,
    query: z.strictObject({ language: FileLanguage.default('zh'), screen: Screen.default('api') }),
    reply: z.unknown(),
    form: 'bytes',
  }),
  import: endpoint({
    method: 'POST',
    path: '/standards/editions/:id/workbook',
    access: 'standard.edit',
    summary:
      'Replace lists of a draft by those of an .xlsx file. Whole or not at all: with anything unreadable in it, the reasons are returned and the draft stays as it is.',
    params: OneEdition,
    query: z.strictObject({ version: queryInteger(1, 1_000_000) }),
    reply: z.strictObject({ edition: EditionView.nullable(), faults: z.array(StandardFinding) }),
    form: 'bytes',
    errors: ['record.stale', 'standard.not-draft', 'standard.too-many-rows', 'import.file-too-large', 'import.not-a-workbook'],
  }),
  publish: endpoint({
    method: 'POST',
    path: '/standards/editions/:id/publish',
    access: 'standard.edit',
    summary: 'Work by the draft from a day on. Running cases keep what they were filed under; provisional deadlines are reckoned again.',
    params: OneEdition,
    body: z.strictObject({ version: z.int().min(1), effectiveOn: z.iso.date(), note: words(200, 2) }),
    reply: EditionView,
    errors: ['record.stale', 'standard.not-draft', 'standard.has-faults', 'standard.effective-on', 'standard.unchanged'],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/standards/editions/:id/withdraw',
    access: 'standard.edit',
    summary: 'Give up a draft, or an edition that is not yet worked by.',
    params: OneEdition,
    body: z.strictObject({ version: z.int().min(1), note: words(200, 2) }),
    reply: EditionView,
    errors: ['record.stale', 'standard.in-force'],
  }),
} as const;
