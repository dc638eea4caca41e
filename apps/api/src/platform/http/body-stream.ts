import { Readable } from 'node:stream';
import type { ErrorCode } from '@wangge/contracts';
import { apiError } from './errors.js';
import type { ApiRequest } from './request.js';

/** The bytes of a request of form `bytes`, unread. They come as `application/octet-stream`. */
export function bodyStream(request: ApiRequest): Readable {
  if (request.body instanceof Readable) return request.body;
  throw apiError('request.unsupported-type');
}

/** A sender that is silent for so long has lost its network. */
const SILENCE_MS = 30_000;

/** All bytes of a body, in memory; for what is small enough. Throws `tooLarge` as soon as there are more. */
export async function collectBody(body: Readable, most: number, tooLarge: ErrorCode): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const silence = setTimeout(() => body.destroy(apiError('file.incomplete')), SILENCE_MS);
  try {
    for await (const chunk of body) {
      silence.refresh();
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > most) throw apiError(tooLarge);
    }
  } finally {
    clearTimeout(silence);
  }
  return Buffer.concat(chunks, length);
}
