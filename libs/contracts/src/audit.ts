import { z } from 'zod';
import { AuditKind } from './audit-actions.js';
import { endpoint } from './endpoint.js';
import { Label } from './registers.js';
import { Screen } from './session.js';
import { GridCode, Id, Instant, queryInteger } from './values.js';

/** Entries of the largest workbook of the trail. */
export const MOST_AUDIT_ROWS = 100_000;

const ActionName = z.string().regex(/^[a-z-]{2,40}\.[a-z-]{2,40}$/);
const SubjectType = z.string().regex(/^[a-z][a-z-]{1,59}$/);

/** What a register's name and its fields' names in an entry mean. */
const Labels = z.record(z.string(), Label);

export const AuditEntryView = z.strictObject({
  /** Its place in the district's trail; it grows. */
  position: z.string(),
  at: Instant,
  actorId: Id.nullable(),
  /** Empty where nobody is known: somebody who could not sign in. */
  actor: z.string(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: Id,
  districtCode: z.string(),
  /** Names of fields, codes, counts and reasons; never a personal value. */
  details: z.record(z.string(), z.unknown()),
  labels: Labels,
  /** Its number in the hash chain; null for the second until it is sealed. */
  link: z.int().nullable(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const AuditEntryDetail = AuditEntryView.extend({ previousHash: z.string().nullable(), hash: z.string().nullable() });
export type AuditEntryDetail = z.infer<typeof AuditEntryDetail>;

const FILTERS = {
  /** The district whose trail is read; the auditor's own where nothing is said. */
  district: z.string().regex(/^\d{6}$/).optional(),
  /** Half-open: from the first instant on, before the second. */
  from: Instant.optional(),
  to: Instant.optional(),
  kind: AuditKind.optional(),
  action: ActionName.optional(),
  actorId: Id.optional(),
  subjectType: SubjectType.optional(),
  subjectId: Id.optional(),
  /** Entries about records at this node or below it. */
  area: GridCode.optional(),
};
export const AuditFilter = z.strictObject(FILTERS);
export type AuditFilter = z.infer<typeof AuditFilter>;

/** How far somebody's asking has come to compute the chain again. */
export const AuditVerification = z.strictObject({
  id: Id,
  state: z.enum(['running', 'whole', 'broken', 'interrupted']),
  /** Entries computed so far, and how many there were to compute. */
  checked: z.int(),
  total: z.int(),
  /** Where it is broken. */
  brokenAt: z.int().nullable(),
  what: z.enum(['altered', 'removed']).nullable(),
  requestedBy: z.string(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
});
export type AuditVerification = z.infer<typeof AuditVerification>;

export const auditApi = {
  list: endpoint({
    method: 'GET',
    path: '/audit/entries',
    access: 'audit.read',
    summary: 'The audit trail of a district, newest first. Reading it is kept in the trail itself, once a request.',
    query: AuditFilter.extend({ cursor: z.string().max(200).optional(), perPage: queryInteger(1, 100).default(50) }),
    reply: z.strictObject({ items: z.array(AuditEntryView), nextCursor: z.string().nullable() }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/audit/entries/:position',
    access: 'audit.read',
    summary: 'One entry with its hash and the hash before it.',
    params: z.strictObject({ position: z.string().regex(/^\d{1,18}$/) }),
    query: z.strictObject({ district: FILTERS.district }),
    reply: AuditEntryDetail,
  }),
  verify: endpoint({
    method: 'POST',
    path: '/audit/verifications',
    access: 'audit.read',
    summary: 'Compute the hash chain again, in the background. One that is under way is answered instead of a second one.',
    reply: AuditVerification,
    success: 201,
  }),
  verification: endpoint({
    method: 'GET',
    path: '/audit/verifications/latest',
    access: 'audit.read',
    summary: 'The last time the chain was computed again, or how far that has come; null where nobody has asked yet.',
    reply: z.strictObject({ verification: AuditVerification.nullable() }),
  }),
  export: endpoint({
    method: 'GET',
    path: '/audit/export',
    access: 'audit.read',
    summary: 'The filtered trail as a workbook, of at most 100,000 entries; no cell is a formula.',
    query: AuditFilter.extend({ language: z.enum(['zh', 'en']).default('zh'), screen: Screen.default('api') }),
    reply: z.unknown(),
    form: 'bytes',
  }),
} as const;
