import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { EventStatus, Photos } from './events.js';
import { FileState } from './files.js';
import { Boundaries } from './grids.js';
import { ClassCode } from './standards.js';
import { Id, Instant, Point, Sha256, words } from './values.js';

/** A resident's report without an account. */
export const PublicReport = z.strictObject({
  id: Id,
  description: words(2000, 2),
  point: Point,
  coordinates: z.enum(['wgs84', 'gcj02']).default('wgs84'),
  place: words(120).optional(),
  classCode: ClassCode.optional(),
  contact: words(60).optional(),
  photos: Photos.default([]),
});
export type PublicReport = z.infer<typeof PublicReport>;

/** The secret is shown once and kept only as a hash. */
export const PublicReceipt = z.strictObject({ number: z.string(), secret: z.string() });
export type PublicReceipt = z.infer<typeof PublicReceipt>;

const Key = { number: z.string().regex(/^\d{8}-\d{4,6}$/), secret: z.string().regex(/^[A-Za-z0-9_-]{22}$/) };

export const PublicStatus = z.strictObject({
  number: z.string(),
  title: z.string(),
  status: EventStatus,
  reportedAt: Instant,
  closedAt: Instant.nullable(),
  community: z.string(),
  department: z.string().nullable(),
  /** What has happened so far, without names of persons. */
  steps: z.array(z.strictObject({ at: Instant, status: EventStatus, note: z.string().nullable() })),
  rating: z.int().nullable(),
  mayRate: z.boolean(),
});
export type PublicStatus = z.infer<typeof PublicStatus>;

export const publicReportsApi = {
  create: endpoint({
    method: 'POST',
    path: '/public/reports',
    access: 'public',
    summary: 'Report without an account; answers with a number and a secret to follow it by.',
    body: PublicReport,
    reply: PublicReceipt,
    success: 201,
    errors: ['grid.outside-district', 'grid.swapped-coordinates', 'class.unknown', 'class.retired', 'command.reused', 'rate.limited'],
  }),
  status: endpoint({
    method: 'POST',
    path: '/public/reports/status',
    access: 'public',
    summary: 'What became of a report.',
    body: z.strictObject(Key),
    reply: PublicStatus,
    errors: ['not-found', 'rate.limited'],
  }),
  rate: endpoint({
    method: 'POST',
    path: '/public/reports/rating',
    access: 'public',
    summary: 'Rate a closed report.',
    body: z.strictObject({ ...Key, score: z.int().min(1).max(5), note: words(500).optional() }),
    reply: PublicStatus,
    errors: ['not-found', 'event.action-unavailable', 'rate.limited'],
  }),
  photo: endpoint({
    method: 'PUT',
    path: '/public/reports/photos/:sha256',
    access: 'public',
    summary: 'Content of a declared photo; number and secret travel in `x-report-number` and `x-report-secret`.',
    params: z.strictObject({ sha256: Sha256 }),
    reply: FileState,
    form: 'bytes',
    errors: ['file.not-declared', 'file.not-an-image', 'file.too-many-pixels', 'file.too-large', 'file.hash-mismatch', 'rate.limited'],
  }),
  map: endpoint({
    method: 'GET',
    path: '/public/map',
    access: 'public',
    summary: 'Outline of the district with its streets, for placing a report.',
    reply: Boundaries,
  }),
  classes: endpoint({
    method: 'GET',
    path: '/public/classes',
    access: 'public',
    summary: 'The classes a resident may choose from.',
    reply: z.strictObject({ items: z.array(z.strictObject({ code: ClassCode, name: z.string() })) }),
  }),
} as const;
