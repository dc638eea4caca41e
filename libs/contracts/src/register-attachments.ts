import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { OneRecord } from './registers.js';
import { Screen } from './session.js';
import { Id, Instant, Sha256, words } from './values.js';

/** What may be attached, with the ending a file of the type is called by. Whether it is what it says, its content tells. */
export const ATTACHMENT_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/ofd': 'ofd',
} as const;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;
export const AttachmentType = z.enum(Object.keys(ATTACHMENT_TYPES) as [AttachmentType, ...AttachmentType[]]);

/** Bytes of the largest file that any register takes. */
export const MOST_ATTACHMENT_BYTES = 25_000_000;

export const AttachmentView = z.strictObject({
  id: Id,
  /** One of the kinds that the register's definition names. */
  kind: z.string(),
  /** Null where the content is personal: what a file is called may tell whose it is. */
  name: z.string().nullable(),
  /** Pictures are kept as JPEG, whatever they came as. */
  type: AttachmentType,
  bytes: z.int(),
  /** Personal content: opened only by `reveal`, with a reason. */
  sealed: z.boolean(),
  /** Pixels of a picture that may be shown as it is. */
  size: z.strictObject({ width: z.int(), height: z.int() }).nullable(),
  /** False until the content has arrived and passed its checks. */
  ready: z.boolean(),
  /** The record it was attached to, where that was merged into this one later. */
  of: Id.nullable(),
  by: z.string(),
  at: Instant,
});
export type AttachmentView = z.infer<typeof AttachmentView>;

export const DeclareAttachment = z.strictObject({
  /** Made by the client: declared again, it is the same attachment. */
  id: Id,
  kind: z.string().max(40),
  /** As the file is called where it comes from; what no file system takes is left out. */
  name: z.string().max(255),
  type: AttachmentType,
  bytes: z.int().min(1).max(MOST_ATTACHMENT_BYTES),
  sha256: Sha256,
});
export type DeclareAttachment = z.infer<typeof DeclareAttachment>;

const OneAttachment = z.strictObject({ ...OneRecord.shape, attachment: Id });

export const registerAttachmentsApi = {
  list: endpoint({
    method: 'GET',
    path: '/registers/:register/records/:id/attachments',
    access: 'register.read',
    summary: 'What is attached to a record, and to those that were merged into it, newest first.',
    params: OneRecord,
    reply: z.strictObject({ items: z.array(AttachmentView) }),
  }),
  declare: endpoint({
    method: 'POST',
    path: '/registers/:register/records/:id/attachments',
    access: 'register.write',
    summary: 'Say what will be attached; its content follows by `PUT /files/{sha256}`. The same id sent again changes nothing.',
    params: OneRecord,
    body: DeclareAttachment,
    reply: AttachmentView,
    success: 201,
    errors: ['attachment.too-many', 'attachment.kind-unknown', 'file.too-large', 'command.reused', 'register.changed', 'register.closed'],
  }),
  content: endpoint({
    method: 'GET',
    path: '/registers/:register/records/:id/attachments/:attachment',
    access: 'register.read',
    summary: 'The content of an attachment that is not personal: pictures re-encoded, other files as a download.',
    params: OneAttachment,
    query: z.strictObject({ size: z.enum(['full', 'thumb']).default('full'), screen: Screen.default('api') }),
    reply: z.unknown(),
    form: 'bytes',
    errors: ['attachment.sealed'],
  }),
  reveal: endpoint({
    method: 'POST',
    path: '/registers/:register/records/:id/attachments/:attachment/reveal',
    access: 'register.reveal',
    summary: 'The content of a personal attachment: with a reason, counted against the daily budget, kept in the audit trail.',
    params: OneAttachment,
    body: z.strictObject({ reason: words(200, 2) }),
    reply: z.unknown(),
    form: 'file',
    errors: ['reveal.budget-spent'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/registers/:register/records/:id/attachments/:attachment',
    access: 'register.write',
    summary: 'Take an attachment off its record, with a reason; the history keeps that it was there.',
    params: OneAttachment,
    body: z.strictObject({ reason: words(200, 2) }),
    reply: z.null(),
    success: 204,
    errors: ['register.changed', 'register.closed'],
  }),
} as const;
