import type { RegisterDefinition } from '@wangge/domain';
import { TaskThread } from '../../../platform/work/task-thread.js';
import type { ReadRow, TableHead, TableOptions } from './table-reading.js';

/** The compiled script, also where the sources themselves run (tests). */
const SCRIPT = new URL('../../../../dist/features/exchange/reading/reading.worker.js', import.meta.url);
/** The texts that cells share are in memory at once; rows are not. */
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8 };
/** Longer than any file of a good size takes on a slow machine. */
const PATIENCE_MS = 5 * 60_000;

/** `TableReading` in a thread with limits: a hostile file ends there. */
export class ReadingThread {
  private readonly thread = new TaskThread(SCRIPT, undefined, LIMITS);
  private readonly patience = setTimeout(() => void this.thread.end(), PATIENCE_MS).unref();

  /** The content is handed over. */
  async open(content: Buffer, definition: RegisterDefinition, options: TableOptions): Promise<TableHead> {
    const bytes = new Uint8Array(content);
    return (await this.thread.ask('open', { content: bytes, definition, options }, [bytes.buffer])) as TableHead;
  }

  async next(): Promise<ReadRow[]> {
    return (await this.thread.ask('next', undefined)) as ReadRow[];
  }

  async end(): Promise<void> {
    clearTimeout(this.patience);
    await this.thread.end();
  }
}
