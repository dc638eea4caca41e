import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiProblem, apiError } from '../http/errors.js';
import { OneAtATime } from '../work/one-at-a-time.js';
import { bodyToFile } from './body-to-file.js';
import { checkedHash } from './content-hash.js';
import { isFileError } from './file-error.js';

export const MOST_FILE_BYTES = 25 * 1024 * 1024;
const ABANDONED_MS = 24 * 3_600_000;

export interface Chunk {
  readonly sha256: string;
  /** What was announced for the whole file. */
  readonly bytes: number;
  readonly offset: number;
  readonly stream: Readable;
}

/**
 * Files on their way in: parts are appended in order and survive a restart; a file that is all there and has the
 * announced hash waits for `finish`. The writers of one file take turns.
 */
export class UploadStore {
  private readonly lines = new OneAtATime();

  constructor(private readonly folder: string) {}

  /** How much is there. Nothing of a file nobody began. */
  async received(sha256: string): Promise<number> {
    const { part, whole } = this.pathsOf(sha256);
    return (await sizeOf(whole)) ?? (await sizeOf(part)) ?? 0;
  }

  /** From the beginning (which starts anew), or exactly where the last part ended; else `file.incomplete`. */
  async append(chunk: Chunk): Promise<{ readonly received: number; readonly complete: boolean }> {
    if (chunk.bytes > MOST_FILE_BYTES) throw apiError('file.too-large');
    return this.lines.run(chunk.sha256, () => this.appendInTurn(chunk));
  }

  /** Hands the whole file to the work, then removes it: it is kept elsewhere by then, or was refused. */
  async finish<T>(sha256: string, work: (file: string) => Promise<T>): Promise<T> {
    const { whole } = this.pathsOf(sha256);
    return this.lines.run(sha256, async () => {
      if ((await sizeOf(whole)) === undefined) throw apiError('file.incomplete');
      try {
        const result = await work(whole);
        await rm(whole, { force: true });
        return result;
      } catch (error) {
        if (error instanceof ApiProblem && error.status < 500) await rm(whole, { force: true });
        throw error;
      }
    });
  }

  /** Parts that nobody went on with for a day. */
  async removeAbandoned(now = Date.now()): Promise<void> {
    for (const name of await listFolder(this.folder)) {
      const file = path.join(this.folder, name);
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs > ABANDONED_MS) await rm(file, { force: true });
    }
  }

  private async appendInTurn({ sha256, bytes, offset, stream }: Chunk) {
    const { part, whole } = this.pathsOf(sha256);
    const done = { received: bytes, complete: true };
    if ((await sizeOf(whole)) !== undefined) return done;
    await mkdir(this.folder, { recursive: true });
    if (offset !== 0 && offset !== (await sizeOf(part))) throw apiError('file.incomplete');
    await this.write(part, { sha256, bytes, offset, stream });
    const received = (await sizeOf(part)) ?? 0;
    if (received < bytes) return { received, complete: false };
    if ((await hashOf(part)) !== sha256) {
      await rm(part, { force: true });
      throw apiError('file.hash-mismatch');
    }
    await sync(part);
    await rename(part, whole);
    return done;
  }

  private async write(part: string, { bytes, offset, stream }: Chunk): Promise<void> {
    try {
      await bodyToFile(stream, part, offset, bytes - offset);
    } catch (error) {
      // More than was announced: then the beginning is not what was announced either.
      if (error instanceof ApiProblem && error.code === 'file.too-large') await rm(part, { force: true });
      throw error;
    }
  }

  private pathsOf(sha256: string) {
    const base = path.join(this.folder, checkedHash(sha256));
    return { part: `${base}.part`, whole: `${base}.whole` };
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return [];
    throw error;
  }
}
