import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { LocalDay } from './grid-changes.js';
import { OneRecord, TagCode, TagGroup } from './registers.js';
import { Id, Instant, words } from './values.js';

/** `valid` until its last day has passed; then it counts no more until somebody confirms it anew. */
export const TagState = z.enum(['valid', 'expired', 'ended']);
export type TagState = z.infer<typeof TagState>;

export const TagDeed = z.enum(['added', 'renewed', 'ended']);
export type TagDeed = z.infer<typeof TagDeed>;

/** What was done to a tag. */
export const TagChange = z.strictObject({
  at: Instant,
  actor: z.string(),
  deed: TagDeed,
  expiresOn: LocalDay,
  source: z.string(),
  reason: z.string().nullable(),
});
export type TagChange = z.infer<typeof TagChange>;

export const RecordTag = z.strictObject({
  id: Id,
  kind: TagCode,
  group: TagGroup,
  version: z.int(),
  state: TagState,
  /** Who established it, by which document. */
  source: z.string(),
  note: z.string().nullable(),
  since: LocalDay,
  /** The last day on which it holds. */
  expiresOn: LocalDay,
  /** Newest first. */
  changes: z.array(TagChange),
});
export type RecordTag = z.infer<typeof RecordTag>;

const Source = words(200, 2);
const Note = words(500).nullable().default(null);

export const AddTag = z.strictObject({
  /** Made by whoever adds it: sent again, it is added once. */
  id: Id,
  kind: TagCode,
  source: Source,
  since: LocalDay,
  expiresOn: LocalDay,
  note: Note,
});
export type AddTag = z.infer<typeof AddTag>;
export const RenewTag = z.strictObject({ version: z.int().min(1), source: Source, expiresOn: LocalDay, note: Note });
export type RenewTag = z.infer<typeof RenewTag>;
export const EndTag = z.strictObject({ version: z.int().min(1), reason: words(200, 2) });
export type EndTag = z.infer<typeof EndTag>;

const TAGS = '/registers/:register/records/:id/tags';
const OneTag = OneRecord.extend({ tag: Id });
const Tags = z.strictObject({ items: z.array(RecordTag) });

export const registerTagsApi = {
  list: endpoint({
    method: 'GET',
    path: TAGS,
    access: 'tag.read',
    summary: 'The care tags of a record, newest first, with their history. Special ones are never among them.',
    params: OneRecord,
    reply: Tags,
  }),
  look: endpoint({
    method: 'POST',
    path: `${TAGS}/look`,
    access: 'tag.read-special',
    summary: 'The special tags of a record: with a reason that is kept in the audit trail, whether or not there are any.',
    params: OneRecord,
    body: z.strictObject({ reason: words(200, 2) }),
    reply: Tags,
  }),
  add: endpoint({
    method: 'POST',
    path: TAGS,
    access: 'register.read',
    summary: 'Tag a record. Each group of tags asks for a permission of its own.',
    params: OneRecord,
    body: AddTag,
    reply: RecordTag,
    success: 201,
    errors: ['record.invalid', 'tag.already-there', 'command.reused'],
  }),
  renew: endpoint({
    method: 'POST',
    path: `${TAGS}/:tag/renew`,
    access: 'register.read',
    summary: 'Confirm a tag anew, with the source that says so and the day until which it holds.',
    params: OneTag,
    body: RenewTag,
    reply: RecordTag,
    errors: ['record.invalid', 'record.stale', 'tag.ended'],
  }),
  end: endpoint({
    method: 'POST',
    path: `${TAGS}/:tag/end`,
    access: 'register.read',
    summary: 'End a tag, with a reason; its history stays.',
    params: OneTag,
    body: EndTag,
    reply: RecordTag,
    errors: ['record.stale', 'tag.ended'],
  }),
} as const;
