import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { dateOfDay, dayOf, monthStart } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import * as queries from './counters.queries.js';

const FOLD_MS = 2_000;
const GATHER_MS = 3_600_000;
/** Short transactions: the embedded database has one session for everybody. */
const BATCH = 1_000;
/** The board compares with the week before by the hour. */
const HOURS_KEPT_DAYS = 15;

/** Adds the increments that steps have written to the counters of every node above them, a moment later. */
@Injectable()
export class CounterFolding implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('counters');
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<void> | undefined;
  private gatheredAt = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.tick(), FOLD_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.work;
  }

  /** Folds what is there, unless another process is at it. Answers how many increments were folded. */
  async fold(batch = BATCH): Promise<number> {
    return this.inBatches(batch, (tx) => this.count(tx, queries.FOLD, [batch]));
  }

  /** Puts old hours into days, and old days of stocks into months: figures stay quick to sum for ever. */
  async gather(batch = BATCH): Promise<number> {
    const today = dayOf(this.clock.now().getTime());
    const lastMonth = monthStart(dateOfDay(today - 31));
    const hours = await this.inBatches(batch, (tx) => this.count(tx, queries.GATHER_HOURS, [dateOfDay(today - HOURS_KEPT_DAYS), batch]));
    return hours + (await this.inBatches(batch, (tx) => this.count(tx, queries.GATHER_STOCKS, [lastMonth, batch])));
  }

  /** A round that is still under way is not joined by a second one. */
  private tick(): void {
    this.work ??= this.round()
      .catch((error: unknown) => this.logger.warn(`folding failed: ${error instanceof Error ? error.name : 'unknown'}`))
      .finally(() => {
        this.work = undefined;
      });
  }

  private async round(): Promise<void> {
    await this.fold();
    const now = this.clock.now().getTime();
    if (now - this.gatheredAt < GATHER_MS) return;
    await this.gather();
    this.gatheredAt = now;
  }

  private async inBatches(size: number, batch: (tx: Transaction) => Promise<number>): Promise<number> {
    let total = 0;
    for (;;) {
      const done = await this.database.as({ kind: 'job' }, async (tx) => {
        const [lock] = await tx.query<{ held: boolean }>(queries.TRY_LOCK);
        return lock?.held ? batch(tx) : 0;
      });
      total += done;
      if (done < size) return total;
    }
  }

  private async count(tx: Transaction, statement: Statement, values: readonly unknown[]): Promise<number> {
    const [row] = await tx.query<{ folded?: number; gathered?: number }>(statement, values);
    return row?.folded ?? row?.gathered ?? 0;
  }
}
