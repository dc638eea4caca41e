import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { SpreadsheetError } from './spreadsheet-error.js';

/** What an archive may hold. Sizes in bytes, inflated. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** How many times its size an archive may grow, once it is larger than `smallBytes`. */
  readonly ratio: number;
  readonly smallBytes: number;
}

const MEBI = 1024 * 1024;
export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 1000,
  entryBytes: 384 * MEBI,
  totalBytes: 512 * MEBI,
  ratio: 150,
  smallBytes: 24 * MEBI,
};

/** A password turns a workbook into the container of the old formats. */
const OLD_FORMAT = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * A zip archive in memory, whose directory was held to the limits before a byte is inflated. An entry that inflates to
 * more or less than it says breaks its stream off.
 */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(content: Buffer, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<Archive> {
    if (content.subarray(0, OLD_FORMAT.length).equals(OLD_FORMAT)) throw new SpreadsheetError('old-format');
    try {
      const zip = await fromBufferPromise(content, { lazyEntries: true, strictFileNames: true, autoClose: false });
      return new Archive(zip, await readDirectory(zip, content.length, limits));
    } catch (error) {
      throw error instanceof SpreadsheetError ? error : new SpreadsheetError('not-a-workbook');
    }
  }

  /** Names as they stand in the archive. */
  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw new SpreadsheetError('not-a-workbook');
    let stream: Readable | undefined;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      throw error instanceof SpreadsheetError ? error : new SpreadsheetError('not-a-workbook');
    } finally {
      stream?.destroy();
    }
  }
}

async function readDirectory(zip: ZipFile, bytes: number, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new SpreadsheetError('too-large');
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes) throw new SpreadsheetError('too-large');
    // Two parts of one name: which of them a reader takes is not for the file to play with.
    if (entries.has(entry.fileName) || entry.isEncrypted()) throw new SpreadsheetError('not-a-workbook');
    entries.set(entry.fileName, entry);
  }
  if (total > limits.smallBytes && total > bytes * limits.ratio) throw new SpreadsheetError('too-large');
  return entries;
}
