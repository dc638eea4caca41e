import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { AuditVerification } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { appendAudit, type Verdict, verifyChain } from '../../platform/audit/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import { auditedDistrict } from './audited-district.js';
import * as sql from './trail.queries.js';

const LEASE_MS = 60_000;
/** How often a running verification tells how far it is. */
const TELL_MS = 500;

interface Row {
  readonly id: string;
  readonly state: AuditVerification['state'];
  readonly checked: number;
  readonly total: number;
  readonly broken_at: number | null;
  readonly what: AuditVerification['what'];
  readonly requested_name: string;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly leased_until: Date;
  readonly district_code: string;
}

class StoppedError extends Error {}

/** `npm run audit:verify` by a button: the same work in the background, of which there is one at a time. */
@Injectable()
export class VerificationsService implements OnModuleDestroy {
  private readonly logger = new Logger('audit');
  private running: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  async start(viewer: Viewer): Promise<AuditVerification> {
    const districtCode = auditedDistrict(viewer);
    const now = this.clock.now();
    const { row, isNew } = await this.database.as({ kind: 'job' }, async (tx) => {
      await tx.query(sql.INTERRUPT, [now]);
      const values = [districtCode, uuid(), viewer.accountId, viewer.name, now, this.leaseEnd()];
      const [begun] = await tx.query<Row>(sql.BEGIN, values);
      const [present] = begun ? [begun] : await tx.query<Row>(sql.RUNNING);
      // Another district's auditors have asked: theirs to see, and over in a moment.
      if (present?.district_code !== districtCode) throw apiError('server.busy', { retryAfter: 30 });
      if (begun) {
        const actor = { actorId: viewer.accountId, actorName: viewer.name };
        const deed = { at: now.toISOString(), action: 'audit.verify', subjectType: 'audit', subjectId: begun.id };
        await appendAudit(tx, { ...actor, ...deed, districtCode, details: {} });
      }
      return { row: present, isNew: begun !== undefined };
    });
    if (isNew) this.running = this.run(row.id).finally(() => (this.running = undefined));
    return this.toView(row);
  }

  async latest(viewer: Viewer): Promise<AuditVerification | null> {
    const districtCode = auditedDistrict(viewer);
    const rows = await this.database.as({ kind: 'audit', districtCode }, (tx) => tx.query<Row>(sql.LATEST, [districtCode]));
    const [row] = rows;
    return row ? this.toView(row) : null;
  }

  private async run(id: string): Promise<void> {
    let told = 0;
    try {
      const verdict = await verifyChain(this.database, async (checked, total) => {
        if (this.isStopping) throw new StoppedError();
        if (performance.now() - told < TELL_MS) return;
        told = performance.now();
        const values = [id, checked, total, this.leaseEnd()];
        const kept = await this.database.as({ kind: 'job' }, (tx) => tx.query(sql.GO_ON, values));
        if (kept.length === 0) throw new StoppedError();
      });
      await this.end(id, verdict);
    } catch (error) {
      if (!(error instanceof StoppedError)) this.logger.error(`verifying failed: ${error instanceof Error ? error.name : 'unknown'}`);
      await this.end(id, undefined).catch(() => undefined);
    }
  }

  private end(id: string, verdict: Verdict | undefined): Promise<unknown> {
    const state = verdict === undefined ? 'interrupted' : verdict.isWhole ? 'whole' : 'broken';
    const checked = verdict?.isWhole ? verdict.entries : null;
    const broken = verdict && !verdict.isWhole ? verdict : undefined;
    const values = [id, state, checked, broken?.link ?? null, broken?.what ?? null, this.clock.now()];
    return this.database.as({ kind: 'job' }, (tx) => tx.query(sql.END, values));
  }

  private leaseEnd(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS);
  }

  private toView(row: Row): AuditVerification {
    const isLeft = row.state === 'running' && row.leased_until <= this.clock.now();
    return {
      id: row.id,
      state: isLeft ? 'interrupted' : row.state,
      checked: row.checked,
      total: row.total,
      brokenAt: row.broken_at,
      what: row.what,
      requestedBy: row.requested_name,
      startedAt: row.started_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
    };
  }
}
