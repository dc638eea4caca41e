import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { GridCode, Id, Instant, Point } from './values.js';
import { Label, RegisterName, TagCode, TagGroup } from './registers.js';
import { EventBrief, Total } from './search.js';

/** Where a record lies: at its own spot, or at that of a record it points at. */
export const FoundPlace = z.strictObject({
  point: Point,
  /** The record whose spot it is; null where it is the record's own. */
  of: z.strictObject({ register: RegisterName, id: Id, title: z.string() }).nullable(),
});
export type FoundPlace = z.infer<typeof FoundPlace>;

/** One step further up: what a record it points at points at. */
export const AboveRecord = z.strictObject({
  /** The field of this record that leads there first. */
  through: z.string(),
  label: Label,
  register: RegisterName,
  id: Id,
  title: z.string(),
});
export type AboveRecord = z.infer<typeof AboveRecord>;

/** One step further down: how many records point at those that point at this one. */
export const BeyondRecords = z.strictObject({
  /** The records in between, as `related` names them. */
  through: z.strictObject({ register: RegisterName, field: z.string() }),
  register: RegisterName,
  field: z.string(),
  label: Label,
  total: z.int(),
  /** Of each record in between that has any. */
  of: z.record(z.string(), z.int()),
});
export type BeyondRecords = z.infer<typeof BeyondRecords>;

/** Somebody read a masked value in full. */
export const Look = z.strictObject({
  at: Instant,
  actor: z.string(),
  fields: z.array(z.string()),
  reason: z.string().nullable(),
});
export type Look = z.infer<typeof Look>;

export const NearEvents = z.strictObject({
  /** Metres around the record's place. */
  within: z.number(),
  ...Total,
  items: z.array(EventBrief.extend({ distance: z.number() })),
});
export type NearEvents = z.infer<typeof NearEvents>;

export const RecordPicture = z.strictObject({
  place: FoundPlace.nullable(),
  above: z.array(AboveRecord),
  beyond: z.array(BeyondRecords),
  /** Null where the viewer reads no events, or nobody knows where the record lies. */
  events: NearEvents.nullable(),
  looks: z.strictObject({ total: z.int(), items: z.array(Look) }),
});
export type RecordPicture = z.infer<typeof RecordPicture>;

/** What the viewer may know of a place; null where his rights end. */
export const GridPicture = z.strictObject({
  registers: z.array(z.strictObject({ register: RegisterName, label: Label, total: z.int() })).nullable(),
  newest: z.array(z.strictObject({ register: RegisterName, label: Label, id: Id, title: z.string(), createdAt: Instant })),
  events: z.strictObject({ open: z.int(), overdue: z.int(), newest: z.array(EventBrief) }).nullable(),
  /** How many records have which tag, of the groups that the viewer may read; kinds that nobody has are left out. */
  tags: z
    .array(z.strictObject({ register: RegisterName, kind: TagCode, group: TagGroup, label: Label, total: z.int() }))
    .nullable(),
});
export type GridPicture = z.infer<typeof GridPicture>;

export const picturesApi = {
  record: endpoint({
    method: 'GET',
    path: '/registers/:register/records/:id/picture',
    access: 'register.read',
    summary:
      'What else is known around a record: where it lies, what hangs on it two steps away, events nearby, who looked at it.',
    params: z.strictObject({ register: RegisterName, id: Id }),
    reply: RecordPicture,
  }),
  grid: endpoint({
    method: 'GET',
    path: '/grids/:code/picture',
    access: 'grid.read',
    summary: 'How many records of each register and how many open events a node has, and the newest of both.',
    params: z.strictObject({ code: GridCode }),
    reply: GridPicture,
  }),
} as const;
