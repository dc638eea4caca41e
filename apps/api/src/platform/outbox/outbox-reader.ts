import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { DeliveredFact } from './outbox.js';

type Listener = (fact: DeliveredFact) => void;
interface OutboxRow {
  readonly position: string;
  readonly at: Date;
  readonly district_code: string;
  readonly name: string;
  readonly payload: unknown;
}

/** Only what is below the oldest running transaction: a late commit with a lower position is never skipped. */
const READ_AFTER = {
  name: 'outbox.read-after',
  text: `select position::text, at, district_code, name, payload from outbox
          where position > $1 and xid < pg_snapshot_xmin(pg_current_snapshot()) order by position limit 500`,
};
const LAST = {
  name: 'outbox.last',
  text: `select coalesce(max(position), 0)::text as position from outbox where xid < pg_snapshot_xmin(pg_current_snapshot())`,
};
/** Nobody resumes a stream after a day. */
const FORGET = { name: 'outbox.forget', text: `delete from outbox where at < now() - interval '1 day'` };

const POLL_MS = 500;
const FORGET_MS = 3_600_000;

/** Reads the facts of all processes in their order and hands each to whoever listens in this one. */
@Injectable()
export class OutboxReader implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('outbox');
  private readonly listeners = new Set<Listener>();
  private position: string | undefined;
  private reading: Promise<void> = Promise.resolve();
  private poll: NodeJS.Timeout | undefined;
  private forgetting: NodeJS.Timeout | undefined;
  private isPoked = false;

  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    this.position = await this.lastPosition();
    this.poll = setInterval(() => this.poke(), POLL_MS);
    this.forgetting = setInterval(() => void this.database.as({ kind: 'job' }, (tx) => tx.query(FORGET)).catch(() => undefined), FORGET_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.poll);
    clearInterval(this.forgetting);
    await this.reading;
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Reads now: called after a commit, so that news need not wait for the next round. */
  poke(): void {
    if (this.isPoked || this.listeners.size === 0) return;
    this.isPoked = true;
    this.reading = this.reading
      .then(() => {
        this.isPoked = false;
        return this.readOn();
      })
      .catch((error: unknown) => this.logger.warn(`reading failed: ${error instanceof Error ? error.name : 'unknown'}`));
  }

  /** What came after a position, for a stream that resumes. */
  async since(position: string): Promise<DeliveredFact[]> {
    return this.database.as({ kind: 'job' }, async (tx) => (await tx.query<OutboxRow>(READ_AFTER, [position])).map(toFact));
  }

  async lastPosition(): Promise<string> {
    return this.database.as({ kind: 'job' }, async (tx) => (await tx.query<{ position: string }>(LAST))[0]?.position ?? '0');
  }

  private async readOn(): Promise<void> {
    const facts = await this.since(this.position ?? '0');
    for (const fact of facts) {
      for (const listener of this.listeners) listener(fact);
      this.position = fact.position;
    }
  }
}

function toFact(row: OutboxRow): DeliveredFact {
  return {
    position: row.position,
    at: row.at.toISOString(),
    districtCode: row.district_code,
    name: row.name,
    payload: row.payload,
  };
}
