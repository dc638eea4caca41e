import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';

export interface DueTimer {
  readonly id: string;
  readonly districtCode: string;
  readonly subjectId: string;
  readonly kind: string;
  readonly dueAt: string;
}
type Handler = (timer: DueTimer) => Promise<void>;
interface TimerRow {
  readonly id: string;
  readonly district_code: string;
  readonly subject_id: string;
  readonly kind: string;
  readonly due_at: Date;
}

/** A lease keeps other processes off a timer for a minute: one that dies with it leaves it to the others. */
const LEASE = {
  name: 'timers.lease',
  text: `update timer set leased_until = $1::timestamptz + interval '1 minute'
          where (district_code, id) in (
                select district_code, id from timer
                 where fired_at is null and due_at <= $1 and (leased_until is null or leased_until < $1)
                 order by due_at limit 100 for update skip locked)
         returning id, district_code, subject_id, kind, due_at`,
};
const FIRED = { name: 'timers.fired', text: 'delete from timer where district_code = $1 and id = $2' };
const SWEEP_MS = 1000;

/** Fires what is due, once, in order of time, and catches up after the server was away. */
@Injectable()
export class TimerSweeper implements OnModuleDestroy {
  private readonly logger = new Logger('timers');
  private readonly handlers = new Map<string, Handler>();
  private sweeping: Promise<void> | undefined;
  private interval: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  /** One handler for a kind. It runs in transactions of its own and must bear to be called again. */
  on(kind: string, handler: Handler): void {
    this.handlers.set(kind, handler);
  }

  start(): void {
    this.interval ??= setInterval(() => void this.sweep(), SWEEP_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.interval);
    await this.sweeping;
  }

  /** One round; a round under way is joined. Answers when all that was due has been fired. */
  sweep(): Promise<void> {
    this.sweeping ??= this.sweepOnce()
      .catch((error: unknown) => this.logger.warn(`sweep failed: ${error instanceof Error ? error.name : 'unknown'}`))
      .finally(() => {
        this.sweeping = undefined;
      });
    return this.sweeping;
  }

  private async sweepOnce(): Promise<void> {
    for (;;) {
      const rows = await this.database.as({ kind: 'job' }, (tx) => tx.query<TimerRow>(LEASE, [this.clock.now().toISOString()]));
      if (rows.length === 0) return;
      const due = rows.map(toTimer).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
      for (const timer of due) await this.fire(timer);
    }
  }

  private async fire(timer: DueTimer): Promise<void> {
    try {
      await this.handlers.get(timer.kind)?.(timer);
      await this.database.as({ kind: 'job' }, (tx) => tx.query(FIRED, [timer.districtCode, timer.id]));
    } catch (error) {
      this.logger.error(`${timer.kind} failed and is tried again in a minute: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}

function toTimer(row: TimerRow): DueTimer {
  return {
    id: row.id,
    districtCode: row.district_code,
    subjectId: row.subject_id,
    kind: row.kind,
    dueAt: row.due_at.toISOString(),
  };
}
