import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isShownMasked, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { type AuditEntry, appendAudits } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import type { PlainRecord } from './record.js';

const FLUSH_MS = 1_000;
/** Looking again at a record that one has just looked at is the same look. */
const SAME_LOOK_MS = 10 * 60_000;
const MOST_REMEMBERED = 20_000;
/** So many wait to be written at most; reading waits beyond it, so that no look is lost. */
const MOST_WAITING = 2_000;

/**
 * Who opened a record with personal information, in the audit trail. Opening a page is what people do most, and what it
 * shows is masked: looks are gathered for a second and written together, so that reading costs no write of its own.
 * (A value in full is another thing: its entry is written before it is shown.)
 */
@Injectable()
export class RecordLooks implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('looks');
  private readonly seen = new Map<string, number>();
  private waiting: AuditEntry[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush().catch((error: unknown) => this.warn(error)), FLUSH_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.flush().catch((error: unknown) => this.warn(error));
  }

  /** To be told after the transaction that has read the record. */
  async note(viewer: Viewer, definition: RegisterDefinition, { id, chain }: Pick<PlainRecord, 'id' | 'chain'>): Promise<void> {
    const now = this.clock.now();
    if (!definition.fields.some(isShownMasked) || !this.isNew(`${viewer.accountId} ${id}`, now.getTime())) return;
    this.waiting.push({
      at: now.toISOString(),
      actorId: viewer.accountId,
      actorName: viewer.name,
      action: 'register.look',
      subjectType: definition.name,
      subjectId: id,
      districtCode: chain.districtCode,
      details: { place: chain.gridCode },
    });
    if (this.waiting.length >= MOST_WAITING) await this.flush();
  }

  /** Writes what waits. What cannot be written waits on. */
  async flush(): Promise<void> {
    const entries = this.waiting;
    if (entries.length === 0) return;
    this.waiting = [];
    try {
      await this.database.as({ kind: 'job' }, (tx) => appendAudits(tx, entries));
    } catch (error) {
      this.waiting = [...entries, ...this.waiting];
      throw error;
    }
  }

  private isNew(look: string, now: number): boolean {
    const before = this.seen.get(look);
    if (before !== undefined && now - before < SAME_LOOK_MS) return false;
    this.seen.delete(look);
    this.seen.set(look, now);
    if (this.seen.size > MOST_REMEMBERED) this.forgetOldest();
    return true;
  }

  private forgetOldest(): void {
    const [oldest] = this.seen.keys();
    if (oldest !== undefined) this.seen.delete(oldest);
  }

  private warn(error: unknown): void {
    this.logger.error(`looks could not be kept and are tried again: ${error instanceof Error ? error.name : 'unknown'}`);
  }
}
