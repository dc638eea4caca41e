import { notFound } from '../http/errors.js';

const SHA256 = /^[0-9a-f]{64}$/;

/** Hashes become paths: whatever is not one names no file. */
export function checkedHash(hash: string): string {
  if (!SHA256.test(hash)) throw notFound();
  return hash;
}
