import { Injectable } from '@nestjs/common';
import type { RetentionRun } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { appendAudit } from '../../platform/audit/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import * as sql from './retention.queries.js';
import { type RunRow, toRunView } from './retention-rows.js';
import { RetentionRunner } from './retention-runner.js';
import { managedDistrict } from './retention-rules.service.js';

interface Asked {
  readonly id: string;
  readonly kind: RetentionRun['kind'];
}

/** Trials and runs that an administrator asks for, and what came of all of them. */
@Injectable()
export class RetentionRuns {
  constructor(
    private readonly database: Database,
    private readonly runner: RetentionRunner,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer): Promise<{ items: RetentionRun[] }> {
    const code = managedDistrict(viewer);
    const rows = await this.database.as({ kind: 'district', code }, (tx) => tx.query<RunRow>(sql.RUNS, [code]));
    return { items: rows.map(toRunView) };
  }

  async start(viewer: Viewer, asked: Asked): Promise<RetentionRun> {
    const code = managedDistrict(viewer);
    const id = asked.id.toLowerCase();
    const at = this.clock.now().toISOString();
    const row = await this.database.as({ kind: 'job' }, async (tx) => {
      const [known] = await tx.query<RunRow>(sql.FIND, [code, id]);
      if (known) return isSame(known, viewer, asked);
      const [begun] = await tx.query<RunRow>(sql.BEGIN, [code, id, asked.kind, null, viewer.accountId, viewer.name, at]);
      const [present] = begun ? [begun] : await tx.query<RunRow>(sql.UNDER_WAY, [code]);
      if (!present) throw apiError('command.reused');
      if (begun) {
        const actor = { actorId: viewer.accountId, actorName: viewer.name };
        const action = asked.kind === 'trial' ? 'retention.trial' : 'retention.run';
        await appendAudit(tx, { ...actor, at, action, subjectType: 'retention', subjectId: id, districtCode: code, details: {} });
      }
      return present;
    });
    this.runner.wake();
    return toRunView(row);
  }
}

function isSame(known: RunRow, viewer: Viewer, asked: Asked): RunRow {
  if (known.requested_by !== viewer.accountId || known.kind !== asked.kind) throw apiError('command.reused');
  return known;
}
