import { Readable } from 'node:stream';
import { apiError } from './errors.js';
import type { ApiRequest } from './request.js';

/** The bytes of a request of form `bytes`, unread. They come as `application/octet-stream`. */
export function bodyStream(request: ApiRequest): Readable {
  if (request.body instanceof Readable) return request.body;
  throw apiError('request.unsupported-type');
}
