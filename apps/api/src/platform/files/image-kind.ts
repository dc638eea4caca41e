import { open } from 'node:fs/promises';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** The kind of picture a file begins like. Its name and announced type are not asked. */
export async function imageKindOf(file: string): Promise<'jpeg' | 'png' | 'webp' | undefined> {
  const handle = await open(file, 'r');
  try {
    const head = Buffer.alloc(12);
    await handle.read(head, 0, head.length, 0);
    if (head.subarray(0, 3).equals(JPEG)) return 'jpeg';
    if (head.subarray(0, 8).equals(PNG)) return 'png';
    const isWebp = head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';
    return isWebp ? 'webp' : undefined;
  } finally {
    await handle.close();
  }
}
