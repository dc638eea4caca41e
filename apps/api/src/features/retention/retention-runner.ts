import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { localDate } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { appendAudit } from '../../platform/audit/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import * as sql from './retention.queries.js';
import type { RunRow } from './retention-rows.js';
import { RetentionWork, TakenAwayError } from './retention-work.js';

const POLL_MS = 5_000;
const DAILY_MS = 60_000;
const LEASE_MS = 60_000;
/** The day's own run begins in the quiet hours, or as soon after as a server is there. */
const DAILY_HOUR = 3;
const SHANGHAI_MS = 8 * 3_600_000;

/**
 * Carries runs out, one at a time in a process. Each is leased, and the lease is renewed with every batch: what a process
 * leaves behind when it dies, another takes up. Once a day it begins one for each district by itself.
 */
@Injectable()
export class RetentionRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('retention');
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly work: RetentionWork,
    private readonly clock: SystemClock,
  ) {}

  onApplicationBootstrap(): void {
    this.timers = [
      setInterval(() => this.wake(), POLL_MS),
      setInterval(() => void this.beginDay().catch((error: unknown) => this.warn(error)), DAILY_MS),
    ];
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.running;
  }

  /** Looks for work, unless it is at it. */
  wake(): void {
    if (this.isStopping) return;
    this.running ??= this.all()
      .catch((error: unknown) => this.warn(error))
      .finally(() => {
        this.running = undefined;
      });
  }

  /** Answers when nothing waits any more. */
  async all(): Promise<void> {
    while (!this.isStopping && (await this.next()));
  }

  /** Begins the run of the day where it has not begun yet. */
  async beginDay(): Promise<void> {
    const now = this.clock.now();
    const hour = new Date(now.getTime() + SHANGHAI_MS).getUTCHours();
    if (hour < DAILY_HOUR) return;
    const [at, day] = [now.toISOString(), localDate(now.toISOString())];
    await this.database.as({ kind: 'job' }, async (tx) => {
      for (const { code } of await tx.query<{ code: string }>(sql.DUE_TODAY, [day]))
        await tx.query(sql.BEGIN, [code, uuid(), 'run', day, null, null, at]);
    });
  }

  private async next(): Promise<boolean> {
    const lease = randomUUID();
    const until = () => new Date(this.clock.now().getTime() + LEASE_MS);
    const [run] = await this.database.as({ kind: 'job' }, (tx) => tx.query<RunRow>(sql.TAKE, [this.clock.now(), lease, until()]));
    if (!run) return false;
    const place = [run.district_code, run.id, lease];
    try {
      const keep = { isStopping: () => this.isStopping, lease, until };
      await this.work.carryOut(run, keep);
      await this.finish(run, lease);
    } catch (error) {
      if (error instanceof TakenAwayError) return true;
      await this.database.as({ kind: 'job' }, (tx) => tx.query(sql.GIVE_BACK, place)).catch(() => undefined);
      throw error;
    }
    return true;
  }

  private async finish(run: RunRow, lease: string): Promise<void> {
    const now = this.clock.now();
    await this.database.as({ kind: 'job' }, async (tx) => {
      if ((await tx.query(sql.FINISH, [run.district_code, run.id, lease, now])).length === 0) return;
      if (run.kind === 'trial') return;
      const [done] = await tx.query<RunRow>(sql.FIND, [run.district_code, run.id]);
      const erased = Object.fromEntries((done?.results ?? []).map((result) => [result.rule, result.erased]));
      await appendAudit(tx, {
        at: now.toISOString(),
        actorId: run.requested_by,
        actorName: run.requested_name ?? 'system',
        action: 'retention.erased',
        subjectType: 'retention',
        subjectId: run.id,
        districtCode: run.district_code,
        details: { erased },
      });
    });
  }

  private warn(error: unknown): void {
    this.logger.error(`retention failed and is tried again: ${error instanceof Error ? error.name : 'unknown'}`);
  }
}
