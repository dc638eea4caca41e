import type { Readable } from 'node:stream';

export interface StoredFile {
  readonly stream: Readable;
  readonly size: number;
}

/** Keeps content under its SHA-256. What is kept never changes: equal content is one file. */
export abstract class FileStore {
  /** The hash under which the content can be read from now on. */
  abstract write(content: Buffer): Promise<string>;

  /** Throws `not-found` where there is no such content. */
  abstract read(hash: string): Promise<StoredFile>;
}
