import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { SystemClock } from '../../../platform/clock/clock.js';
import { appendAudit } from '../../../platform/audit/index.js';
import { Database, type Statement } from '../../../platform/database/index.js';

/** `unknown`: no account has the name; `locked`: the name waits; `limited`: the address does. */
export type Refusal = 'unknown' | 'locked' | 'limited';

const MINUTE = 60_000;

/** The districts in which somebody reads the trail. */
const AUDITED_DISTRICTS: Statement = {
  name: 'session.audited-districts',
  text: `select distinct a.district_code as code from account a join account_role r on r.role = 'audit-admin' and a.district_code ^@ r.scope`,
};

/**
 * Refusals that belong to no account, or that anybody can make as many of as he likes: counted in memory, and told to
 * each district's auditors once a minute. So guessing writes no more than a line a minute, and no name that was typed
 * is kept anywhere.
 */
@Injectable()
export class RefusedSignIns implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('sign-in');
  private counts: Record<Refusal, number> = none();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tell().catch((error: unknown) => this.warn(error)), MINUTE);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.tell().catch((error: unknown) => this.warn(error));
  }

  count(refusal: Refusal): void {
    this.counts[refusal] += 1;
  }

  /** Writes what was counted since the last time. What cannot be written is counted on. */
  async tell(): Promise<void> {
    const counts = this.counts;
    if (Object.values(counts).every((count) => count === 0)) return;
    this.counts = none();
    try {
      await this.database.as({ kind: 'accounts' }, async (tx) => {
        for (const { code } of await tx.query<{ code: string }>(AUDITED_DISTRICTS)) {
          await appendAudit(tx, {
            at: this.clock.now().toISOString(),
            actorId: null,
            actorName: '',
            action: 'session.refuse-many',
            subjectType: 'sign-in',
            subjectId: uuid(),
            districtCode: code,
            details: { ...counts },
          });
        }
      });
    } catch (error) {
      for (const refusal of REFUSALS) this.counts[refusal] += counts[refusal];
      throw error;
    }
  }

  private warn(error: unknown): void {
    this.logger.warn(`refused sign-ins could not be kept: ${error instanceof Error ? error.name : 'unknown'}`);
  }
}

const REFUSALS: readonly Refusal[] = ['unknown', 'locked', 'limited'];
const none = (): Record<Refusal, number> => ({ unknown: 0, locked: 0, limited: 0 });
