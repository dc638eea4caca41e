import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { FieldValues, InRegister, Label, OneRecord, RecordDetail, RecordView, RegisterName } from './registers.js';
import { Id, Instant, page, queryInteger, ScopeCode, words } from './values.js';

/** What was found of one field of two records: `close` counts half, `missing` that one of them has no value. */
export const LikenessPart = z.strictObject({
  field: z.string(),
  finding: z.enum(['same', 'close', 'different', 'missing']),
  /** What it adds to the score, of at most `of`. */
  share: z.int(),
  of: z.int(),
});
export type LikenessPart = z.infer<typeof LikenessPart>;

/** How alike two records are, 0 to 100, as the sum of its parts. */
export const Likeness = z.strictObject({ score: z.int().min(0).max(100), parts: z.array(LikenessPart) });
export type Likeness = z.infer<typeof Likeness>;

export const SimilarRecords = z.strictObject({
  items: z.array(z.strictObject({ record: RecordView, likeness: Likeness })),
  /** Fields whose value a record outside the viewer's area has already; which and where is not told. */
  elsewhere: z.array(z.string()),
});
export type SimilarRecords = z.infer<typeof SimilarRecords>;

/** Two records that may be the same thing. */
export const RecordPair = z.strictObject({
  id: Id,
  likeness: Likeness,
  foundAt: Instant,
  one: RecordView,
  other: RecordView,
});
export type RecordPair = z.infer<typeof RecordPair>;

export const RecordComparison = z.strictObject({
  one: RecordView,
  other: RecordView,
  /** Null where the register does not declare when its records are alike. */
  likeness: Likeness.nullable(),
  /** Fields that have the same value in both, also behind a mask. */
  same: z.array(z.string()),
  /** What points at the other record, and would point at this one. */
  moves: z.array(z.strictObject({ register: RegisterName, field: z.string(), label: Label, total: z.int() })),
});
export type RecordComparison = z.infer<typeof RecordComparison>;

/** Days within which a merge can be undone. */
export const UNDO_DAYS = 30;

export const RecordMerge = z.strictObject({
  id: Id,
  at: Instant,
  actor: z.string(),
  /** The record that went into this one. */
  mergedId: Id,
  /** Fields that were taken over from it. */
  taken: z.array(z.string()),
  /** How many records pointed at it and point at this one since. */
  moved: z.int(),
  /** Until when it can be undone; null where that is over. */
  undoUntil: Instant.nullable(),
  undoneAt: Instant.nullable(),
});
export type RecordMerge = z.infer<typeof RecordMerge>;

/** What an undone merge left as it is, since somebody changed it after the merge. */
export const KeptChange = z.strictObject({ register: RegisterName, id: Id, field: z.string() });
export type KeptChange = z.infer<typeof KeptChange>;

export const UndoneMerge = z.strictObject({ record: RecordDetail, restored: RecordView, kept: z.array(KeptChange) });
export type UndoneMerge = z.infer<typeof UndoneMerge>;

export const MergeRecords = z.strictObject({
  /** The id of the merge, made by whoever asks for it: sent again, it is done once. */
  id: Id,
  version: z.int().min(1),
  other: z.strictObject({ id: Id, version: z.int().min(1) }),
  /** Fields whose value comes from the other record; the rest stay. */
  take: z.array(z.string().max(60)).max(200),
  reason: words(200, 2),
});
export type MergeRecords = z.infer<typeof MergeRecords>;

const OnePair = z.strictObject({ register: RegisterName, id: Id });

export const registerDuplicatesApi = {
  similar: endpoint({
    method: 'POST',
    path: '/registers/:register/records/similar',
    access: 'register.write',
    summary: 'Records of the viewer’s area that may be what is being entered, with a score and its reasons; masked.',
    params: InRegister,
    /** Values as far as they are typed: what is not yet valid is left out. `id` is the record that is being changed. */
    body: z.strictObject({ id: Id.optional(), values: FieldValues }),
    reply: SimilarRecords,
  }),
  pairs: endpoint({
    method: 'GET',
    path: '/registers/:register/pairs',
    access: 'register.merge',
    summary: 'Records of the viewer’s area that may be the same, most alike first.',
    params: InRegister,
    query: z.strictObject({
      scope: ScopeCode.optional(),
      perPage: queryInteger(1, 100).default(20),
      cursor: z.string().max(200).optional(),
    }),
    reply: page(RecordPair),
  }),
  dismiss: endpoint({
    method: 'POST',
    path: '/registers/:register/pairs/:id/dismiss',
    access: 'register.merge',
    summary: 'Say that two records are not the same: they are not suspected again.',
    params: OnePair,
    reply: z.strictObject({ dismissed: z.literal(true) }),
  }),
  compare: endpoint({
    method: 'GET',
    path: '/registers/:register/records/:id/compare/:other',
    access: 'register.merge',
    summary: 'Two records side by side, masked: what is the same in both, and what a merge would move.',
    params: z.strictObject({ ...OneRecord.shape, other: Id }),
    reply: RecordComparison,
  }),
  merge: endpoint({
    method: 'POST',
    path: '/registers/:register/records/:id/merge',
    access: 'register.merge',
    summary: 'Merge another record into this one: what points at it points here, its history is shown here.',
    params: OneRecord,
    body: MergeRecords,
    reply: RecordDetail,
    errors: ['record.stale', 'record.duplicate', 'record.same', 'command.reused', 'record.invalid'],
  }),
  merges: endpoint({
    method: 'GET',
    path: '/registers/:register/records/:id/merges',
    access: 'register.read',
    summary: 'What was merged into a record, newest first.',
    params: OneRecord,
    reply: z.strictObject({ items: z.array(RecordMerge) }),
  }),
  undo: endpoint({
    method: 'POST',
    path: '/registers/:register/records/:id/merges/:merge/undo',
    access: 'register.merge',
    summary: 'Undo a merge: both records are as they were, but for what was changed since, which is named.',
    params: z.strictObject({ ...OneRecord.shape, merge: Id }),
    body: z.strictObject({ version: z.int().min(1), reason: words(200, 2) }),
    reply: UndoneMerge,
    errors: ['record.stale', 'record.duplicate', 'merge.undone', 'merge.too-late'],
  }),
} as const;
