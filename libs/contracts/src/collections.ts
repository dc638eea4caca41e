import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { ExportFilter } from './exports.js';
import { Chain, ChainNames } from './grids.js';
import { SimilarField } from './own-registers.js';
import { FieldValues, Label, RecordView, RegisterField, RegisterName } from './registers.js';
import { GridCode, Id, Instant, queryInteger, ScopeCode, words } from './values.js';

/** Rows of the largest table, and what one may ask for. */
export const MOST_COLLECTION_ROWS = 20_000;
export const MOST_COLLECTION_COLUMNS = 40;
export const MOST_QUESTIONS = 10;

/** A field of the subject's register, or of one it points to: `phone`, `householdId.buildingId.builtYear`. */
export const ColumnKey = z
  .string()
  .max(100)
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*){0,2}$/);
export type ColumnKey = z.infer<typeof ColumnKey>;

/** `ask`: where it is empty, a grid worker is asked for it. */
export const CollectionColumn = z.strictObject({ key: ColumnKey, ask: z.boolean() });
export type CollectionColumn = z.infer<typeof CollectionColumn>;

/** Numbers of persons belong into a register, where they are masked and encrypted: no question asks for one. */
export const QuestionKind = z.enum(['text', 'long-text', 'integer', 'number', 'date', 'boolean', 'choice']);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** Something that stands in no register yet. Its answer stays in the table. */
export const CollectionQuestion = z.strictObject({
  label: words(60, 1),
  kind: QuestionKind,
  choices: z.array(words(40, 1)).min(2).max(30).nullable().default(null),
});
export type CollectionQuestion = z.infer<typeof CollectionQuestion>;

/** A table to be made (一表通): whose rows, which columns, what else is asked. */
export const CollectionDraft = z.strictObject({
  title: words(60, 2),
  register: RegisterName,
  filter: ExportFilter,
  columns: z.array(CollectionColumn).min(1).max(MOST_COLLECTION_COLUMNS),
  questions: z.array(CollectionQuestion).max(MOST_QUESTIONS),
  /** The last local day for filling it. */
  dueOn: z.iso.date().nullable(),
});
export type CollectionDraft = z.infer<typeof CollectionDraft>;

export const CollectionState = z.enum(['open', 'closed', 'withdrawn']);
export type CollectionState = z.infer<typeof CollectionState>;

/** A column as it is drawn. Questions are called `q1`, `q2` … */
export const CollectionField = z.strictObject({
  key: z.string(),
  isQuestion: z.boolean(),
  ask: z.boolean(),
  field: RegisterField,
  /** The references on the way to it, from the subject on. */
  path: z.array(Label),
});
export type CollectionField = z.infer<typeof CollectionField>;

const Progress = {
  /** Records in which something was missing, and those of them that are complete by now. */
  items: z.int(),
  done: z.int(),
};

export const CollectionSummary = z.strictObject({
  id: Id,
  title: z.string(),
  register: RegisterName,
  scope: ScopeCode,
  scopeName: z.string(),
  isFiltered: z.boolean(),
  state: CollectionState,
  dueOn: z.iso.date().nullable(),
  author: z.string(),
  createdAt: Instant,
  endedAt: Instant.nullable(),
  version: z.int(),
  rows: z.int(),
  ...Progress,
});
export type CollectionSummary = z.infer<typeof CollectionSummary>;

/** A unit grid's part of a table. */
export const CollectionPart = z.strictObject({
  id: Id,
  gridCode: GridCode,
  names: ChainNames,
  ...Progress,
  /** Who has the task; nobody where the grid has no worker. */
  workers: z.array(z.string()),
});
export type CollectionPart = z.infer<typeof CollectionPart>;

export const CollectionView = CollectionSummary.extend({
  fields: z.array(CollectionField),
  parts: z.array(CollectionPart),
  mayEnd: z.boolean(),
});
export type CollectionView = z.infer<typeof CollectionView>;

export const CollectionRow = z.strictObject({
  recordId: Id,
  title: z.string(),
  names: ChainNames,
  /** By column; masked as everywhere. */
  values: FieldValues,
  /** What references are called, by column. */
  referenceTitles: z.record(z.string(), z.string()),
  /** Columns that are asked for and still empty. */
  open: z.array(z.string()),
});
export type CollectionRow = z.infer<typeof CollectionRow>;

/** What a table would be: nothing is kept of it. */
export const CollectionPreview = z.strictObject({
  total: z.int(),
  totalIs: z.enum(['exact', 'atLeast']),
  fields: z.array(CollectionField),
  rows: z.array(CollectionRow),
  /** How many of the records that each column stands on lack it. */
  gaps: z.array(z.strictObject({ key: z.string(), count: z.int() })),
  /** Records in which something is missing, the unit grids they lie in, and those of them without a worker. */
  items: z.int(),
  grids: z.int(),
  gridsWithoutWorker: z.int(),
});
export type CollectionPreview = z.infer<typeof CollectionPreview>;

/** A record with something missing, as whoever fills it in sees it. */
export const FillItem = z.strictObject({
  register: RegisterName,
  record: RecordView,
  /** Fields of the register. */
  open: z.array(z.string()),
  questions: z.array(z.string()),
});
export type FillItem = z.infer<typeof FillItem>;

/** A grid worker's task: what is missing in one unit grid. */
export const FillPart = z.strictObject({
  id: Id,
  collection: z.strictObject({
    id: Id,
    title: z.string(),
    register: RegisterName,
    state: CollectionState,
    dueOn: z.iso.date().nullable(),
    author: z.string(),
  }),
  questions: z.array(RegisterField),
  chain: Chain,
  names: ChainNames,
  ...Progress,
  open: z.array(FillItem),
  nextCursor: z.string().nullable(),
});
export type FillPart = z.infer<typeof FillPart>;

export const FillCommand = z.strictObject({
  commandId: Id,
  register: RegisterName,
  recordId: Id,
  /** Of the record, as it was seen. */
  version: z.int().min(1),
  values: FieldValues,
  answers: FieldValues,
});
export type FillCommand = z.infer<typeof FillCommand>;

const OneCollection = z.strictObject({ id: Id });

export const collectionsApi = {
  list: endpoint({
    method: 'GET',
    path: '/collections',
    access: 'collection.make',
    summary: 'The newest hundred tables of the viewer’s areas, with how far they are.',
    reply: z.strictObject({ items: z.array(CollectionSummary) }),
  }),
  similar: endpoint({
    method: 'GET',
    path: '/collections/similar-fields',
    access: 'collection.make',
    summary: 'Fields of registers that a new question resembles, so that nobody is asked for what is known.',
    query: z.strictObject({ label: words(60, 1), register: RegisterName.optional() }),
    reply: z.strictObject({ items: z.array(SimilarField.pick({ register: true, registerLabel: true, field: true, label: true })) }),
  }),
  /** With a body although it only reads: a filter may hold a name. */
  preview: endpoint({
    method: 'POST',
    path: '/collections/preview',
    access: 'collection.make',
    summary: 'The first rows of a table and how much is missing, before it is made.',
    body: CollectionDraft,
    reply: CollectionPreview,
    errors: ['not-found'],
  }),
  make: endpoint({
    method: 'POST',
    path: '/collections',
    access: 'collection.make',
    summary: 'Make a table: what is known fills it, what is missing becomes tasks of the grid workers.',
    body: CollectionDraft.extend({ id: Id }),
    reply: CollectionView,
    success: 201,
    errors: ['not-found', 'collection.too-large', 'collection.empty', 'command.reused'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/collections/:id',
    access: 'collection.make',
    summary: 'One table with its progress by unit grid.',
    params: OneCollection,
    reply: CollectionView,
  }),
  rows: endpoint({
    method: 'GET',
    path: '/collections/:id/rows',
    access: 'collection.make',
    summary: 'Rows of a table, with the values as the registers have them now, masked.',
    params: OneCollection,
    query: z.strictObject({ cursor: Id.optional(), perPage: queryInteger(1, 100).default(50), gridCode: GridCode.optional() }),
    reply: z.strictObject({ items: z.array(CollectionRow), nextCursor: Id.nullable() }),
  }),
  recheck: endpoint({
    method: 'POST',
    path: '/collections/:id/recheck',
    access: 'collection.make',
    summary: 'Look again at what is missing and who is asked: records may have been filled in, or moved, elsewhere.',
    params: OneCollection,
    reply: CollectionView,
    errors: ['collection.over'],
  }),
  end: endpoint({
    method: 'POST',
    path: '/collections/:id/end',
    access: 'collection.make',
    summary: 'Close a table, or withdraw it. Open tasks of it end.',
    params: OneCollection,
    body: z.strictObject({ version: z.int().min(1), how: z.enum(['closed', 'withdrawn']) }),
    reply: CollectionView,
    errors: ['record.stale', 'collection.over'],
  }),
  part: endpoint({
    method: 'GET',
    path: '/collections/parts/:id',
    access: 'collection.fill',
    summary: 'What is missing in one unit grid: the subject of a task. With the records, so that it can be filled in offline.',
    params: z.strictObject({ id: Id }),
    query: z.strictObject({ cursor: z.string().max(200).optional() }),
    reply: FillPart,
  }),
  fill: endpoint({
    method: 'POST',
    path: '/collections/parts/:id/fill',
    access: 'collection.fill',
    summary: 'Fill in what is missing in one record: fields go to the register, answers to the table. May arrive twice.',
    params: z.strictObject({ id: Id }),
    body: FillCommand,
    reply: FillItem,
    errors: [
      'record.invalid',
      'record.duplicate',
      'record.stale',
      'command.reused',
      'register.changed',
      'register.closed',
      'collection.over',
    ],
  }),
} as const;
