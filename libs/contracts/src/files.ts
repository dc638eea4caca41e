import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Screen } from './session.js';
import { Sha256 } from './values.js';

/** How much of a file has arrived, and whether it passed its checks. */
export const FileState = z.strictObject({ sha256: Sha256, received: z.int(), bytes: z.int(), ready: z.boolean() });
export type FileState = z.infer<typeof FileState>;

const FileKey = z.strictObject({ sha256: Sha256 });

export const filesApi = {
  put: endpoint({
    method: 'PUT',
    path: '/files/:sha256',
    access: 'signed-in',
    summary: 'Content of a declared file, whole or from `offset` on. Sent again, it changes nothing.',
    params: FileKey,
    query: z.strictObject({ offset: z.string().regex(/^\d{1,9}$/).transform(Number).optional() }),
    reply: FileState,
    form: 'bytes',
    errors: [
      'file.not-declared',
      'file.not-an-image',
      'file.too-many-pixels',
      'file.too-large',
      'file.hash-mismatch',
      'file.incomplete',
      'attachment.not-as-declared',
      'attachment.macros',
    ],
  }),
  state: endpoint({
    method: 'GET',
    path: '/files/:sha256/state',
    access: 'signed-in',
    summary: 'Where to go on with an interrupted upload.',
    params: FileKey,
    reply: FileState,
  }),
  get: endpoint({
    method: 'GET',
    path: '/files/:sha256',
    access: 'signed-in',
    summary: 'A photo of an event the viewer may see, re-encoded and without EXIF.',
    params: FileKey,
    query: z.strictObject({ size: z.enum(['full', 'thumb']).default('full'), screen: Screen.default('api') }),
    reply: z.unknown(),
    form: 'bytes',
  }),
} as const;
