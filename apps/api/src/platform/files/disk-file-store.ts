import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { notFound } from '../http/errors.js';
import { checkedHash } from './content-hash.js';
import { isFileError } from './file-error.js';
import { FileStore, type StoredFile } from './file-store.js';

/** On the local disk, in two levels of folders so that none of them grows large. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async write(content: Buffer): Promise<string> {
    const hash = createHash('sha256').update(content).digest('hex');
    const file = this.pathOf(hash);
    if (await exists(file)) return hash;
    await mkdir(path.dirname(file), { recursive: true });
    await writeWhole(file, content);
    return hash;
  }

  async read(hash: string): Promise<StoredFile> {
    try {
      const handle = await open(this.pathOf(checkedHash(hash)), 'r');
      const { size } = await handle.stat();
      return { stream: handle.createReadStream(), size };
    } catch (error) {
      throw isFileError(error, 'ENOENT') ? notFound() : error;
    }
  }

  private pathOf(hash: string): string {
    return path.join(this.folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  }
}

/** Under its name it is whole and on the disk, or not there: a reader never meets half a file, nor does the next start. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(aside, 'wx', 0o640);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
  await syncFolder(path.dirname(file));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return false;
    throw error;
  }
}
