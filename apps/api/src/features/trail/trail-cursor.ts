import { Instant } from '@wangge/contracts';
import { z } from 'zod';
import { apiError } from '../../platform/http/errors.js';
import type { TrailCursor } from './trail.queries.js';

const Cursor = z.tuple([Instant, z.string().regex(/^\d{1,18}$/)]);

export const writeTrailCursor = ({ at, position }: TrailCursor): string =>
  Buffer.from(JSON.stringify([at, position])).toString('base64url');

/** Cursors come back from outside: anything but one of ours is a bad request. */
export function readTrailCursor(text: string): TrailCursor {
  try {
    const [at, position] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at, position };
  } catch {
    throw apiError('request.invalid', { fields: [{ path: 'query.cursor', rule: 'unknown' }] });
  }
}
