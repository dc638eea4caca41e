import type { Readable } from 'node:stream';
import type { FileState } from '@wangge/contracts';
import { apiError } from '../http/errors.js';
import { UploadStore } from './upload-store.js';

/** One declaration of a file: how large it is said to be, and whether its content is there. */
export interface DeclaredFile {
  readonly bytes: number;
  readonly ready: boolean;
}

/** What a feature has declared of one file, and what it makes of the content. */
export interface FileClaim {
  readonly declared: readonly DeclaredFile[];
  /** Checks and keeps the content that lies at this path. Throws where it is refused, and waits for it no longer. */
  take(file: string): Promise<void>;
}

/** A feature whose records have files. */
export interface FileUse {
  claim(sha256: string, accountId: string): Promise<FileClaim>;
}

/** The one door by which content comes in: whoever declared a file brings it here, whatever it belongs to. */
export class FileIntake {
  private readonly uses: FileUse[] = [];

  constructor(private readonly uploads: UploadStore) {}

  /** Each feature that declares files says so once, at its start. */
  add(use: FileUse): void {
    this.uses.push(use);
  }

  async state(accountId: string, sha256: string): Promise<FileState> {
    const declared = (await this.claims(accountId, sha256)).flatMap((claim) => claim.declared);
    const [first] = declared;
    if (!first) throw apiError('file.not-declared');
    const ready = declared.every((one) => one.ready);
    return { sha256, bytes: first.bytes, received: ready ? first.bytes : await this.uploads.received(sha256), ready };
  }

  async put(accountId: string, sha256: string, offset: number | undefined, stream: Readable): Promise<FileState> {
    return this.receive(sha256, await this.claims(accountId, sha256), offset, stream);
  }

  /** Takes what comes; when all of it is there, each that waits for it has it. */
  async receive(
    sha256: string,
    claims: readonly FileClaim[],
    offset: number | undefined,
    stream: Readable,
  ): Promise<FileState> {
    const declared = claims.flatMap((claim) => claim.declared);
    const waiting = claims.filter((claim) => claim.declared.some(({ ready }) => !ready));
    const first = declared.find(({ ready }) => !ready) ?? declared[0];
    if (!first) throw apiError('file.not-declared');
    const done = { sha256, received: first.bytes, bytes: first.bytes, ready: true };
    if (waiting.length === 0) {
      stream.resume();
      return done;
    }
    const upload = await this.uploads.append({ sha256, bytes: first.bytes, offset: offset ?? 0, stream });
    if (!upload.complete) return { sha256, received: upload.received, bytes: first.bytes, ready: false };
    await this.uploads.finish(sha256, (file) => takeAll(waiting, file));
    return done;
  }

  private claims(accountId: string, sha256: string): Promise<FileClaim[]> {
    return Promise.all(this.uses.map((use) => use.claim(sha256, accountId)));
  }
}

/** Where one of them refuses it, the others have it all the same. */
async function takeAll(claims: readonly FileClaim[], file: string): Promise<void> {
  const refusals: unknown[] = [];
  for (const claim of claims) await claim.take(file).catch((error: unknown) => refusals.push(error));
  if (refusals.length > 0) throw refusals[0];
}
