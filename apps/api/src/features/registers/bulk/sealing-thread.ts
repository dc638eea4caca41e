import type { RegisterDefinition } from '@wangge/domain';
import type { Secrets } from '../../../platform/secrets/secrets.js';
import { TaskThread } from '../../../platform/work/task-thread.js';
import type { BulkKey, BulkValues, Deed, NewRow, Pair, Sealed } from './sealing.js';

/** The compiled script, also where the sources themselves run (tests). */
const SCRIPT = new URL('../../../../dist/features/registers/bulk/sealing.worker.js', import.meta.url);
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

/** `Sealing` in a thread of its own, for as long as one import lasts. */
export class SealingThread {
  private readonly thread: TaskThread;

  constructor(
    secrets: Secrets,
    private readonly definition: RegisterDefinition,
  ) {
    this.thread = new TaskThread(SCRIPT, secrets.forThread, LIMITS);
  }

  keys(rows: readonly BulkValues[]): Promise<BulkKey[]> {
    return this.ask<BulkKey[]>('keys', rows);
  }

  differ(rows: readonly Pair[]): Promise<boolean[]> {
    return rows.length === 0 ? Promise.resolve([]) : this.ask<boolean[]>('differ', rows);
  }

  sealNew(rows: readonly NewRow[], deed: Deed): Promise<Sealed> {
    return this.ask<Sealed>('sealNew', rows, deed);
  }

  sealChanged(rows: readonly Pair[], deed: Deed): Promise<Sealed> {
    return this.ask<Sealed>('sealChanged', rows, deed);
  }

  end(): Promise<void> {
    return this.thread.end();
  }

  /** The one boundary at which the thread's answer gets the type of its task. */
  private async ask<Answer>(task: string, rows: readonly unknown[], deed?: Deed): Promise<Answer> {
    return (await this.thread.ask(task, { definition: this.definition, rows, deed })) as Answer;
  }
}
