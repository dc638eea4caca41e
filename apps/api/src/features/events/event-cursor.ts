import { Id, Instant } from '@wangge/contracts';
import { z } from 'zod';
import { apiError } from '../../platform/http/errors.js';

/** Where a page ended: the value of the sort column and the id of its last row. */
const Cursor = z.tuple([Instant.nullable(), Id]);
export interface Cursor {
  readonly key: string | null;
  readonly id: string;
}

export function writeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Cursors come back from outside: anything but one of ours is a bad request. */
export function readCursor(text: string): Cursor {
  try {
    const [key, id] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { key, id };
  } catch {
    throw apiError('request.invalid', { fields: [{ path: 'query.cursor', rule: 'unknown' }] });
  }
}
