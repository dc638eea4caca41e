import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { dateOfDay, type DayNumber, dayOf, monthStart } from '@wangge/domain';
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

/** The first day whose hours are kept apart, and the first whose stocks are kept by the day. */
export const firstDaysKept = (today: DayNumber): { readonly hours: string; readonly stocks: string } => ({
  hours: dateOfDay(today - HOURS_KEPT_DAYS),
  stocks: monthStart(dateOfDay(today - 31)),
});

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
    const { hours, stocks } = firstDaysKept(dayOf(this.clock.now().getTime()));
    const gathered = await this.inBatches(batch, (tx) => this.count(tx, queries.GATHER_HOURS, [hours, batch]));
    return gathered + (await this.inBatches(batch, (tx) => this.count(tx, queries.GATHER_STOCKS, [stocks, batch])));
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
