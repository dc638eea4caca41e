import { sha256 } from './sha256.js';

/** SHA-256 of a file in lower-case hexadecimal. Uses the browser's own where the page is served securely. */
export async function sha256Of(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  const digest = globalThis.crypto?.subtle ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
