import { Injectable } from '@nestjs/common';
import type { ImportCounts } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { appendAudit } from '../../platform/audit/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/database/index.js';
import { BulkConflict, type BulkContext, type BulkRow, RegisterBulk, type SealedRows } from '../registers/index.js';
import { type ImportJob, RecheckError } from './import-job.js';
import { ImportParts, type TriedRow } from './import-parts.js';
import type { StoredImport } from './import-row.js';
import { ImportsRepository } from './imports.repository.js';

const MOST_TRIES = 3;

/**
 * Stores what was tried and confirmed, in one transaction: a reader, and whoever comes after a crash, meets all of it
 * or nothing. Every row is looked at once more before, for the register has gone on meanwhile.
 */
@Injectable()
export class ImportApply {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly parts: ImportParts,
    private readonly bulk: RegisterBulk,
    private readonly clock: SystemClock,
  ) {}

  /** Throws `RecheckError` where what was confirmed no longer holds. */
  async run(given: StoredImport, viewer: Viewer, job: ImportJob): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      job.done = 0;
      try {
        await this.runOnce(given, viewer, job);
        return;
      } catch (error) {
        // Somebody stored one of the records a moment before: looked at again, it is there.
        const isConflict = error instanceof BulkConflict || isUniqueViolation(error);
        if (!isConflict || tries === MOST_TRIES) throw isConflict ? new RecheckError() : error;
      }
    }
  }

  private async runOnce(given: StoredImport, viewer: Viewer, job: ImportJob): Promise<void> {
    const { context, end } = await this.bulk.open(viewer, given.register, { holds: true });
    try {
      await this.database.as({ kind: 'job' }, async (tx) => {
        const counts = await this.storeAll(tx, given, context, job);
        await this.parts.drop(tx, given.id, ['file']);
        const move = { id: given.id, from: 'applying', to: 'done', at: this.now(), counts, done: counts.rows } as const;
        // Another process has finished it: nothing of this one's work may stay.
        if (!(await this.imports.move(tx, move))) throw new RecheckError();
        await this.keep(tx, given, viewer, counts);
      });
    } finally {
      await end();
    }
  }

  /** While the database stores one portion, the thread encrypts the next. */
  private async storeAll(tx: Transaction, given: StoredImport, context: BulkContext, job: ImportJob): Promise<ImportCounts> {
    const counts = { rows: 0, new: 0, changed: 0, same: 0, wrong: 0 };
    const at = this.now();
    let sealing: Promise<SealedRows> | undefined;
    for (let number = 0; ; number += 1) {
      const tried = await this.parts.readRows(tx, given.id, number);
      const good = (tried ?? []).filter(({ outcome }) => outcome !== 'wrong');
      const rows = await this.look(tx, context, good);
      const sealed = await sealing;
      sealing = this.bulk.seal(context, rows, at);
      // Whoever waits for it is told; until then it is nobody's failure.
      sealing.catch(() => undefined);
      if (sealed) {
        const { created, changed, same } = await this.bulk.store(tx, context, sealed);
        counts.new += created;
        counts.changed += changed;
        counts.same += same;
      }
      if (!tried) return counts;
      counts.rows += tried.length;
      counts.wrong += tried.length - good.length;
      job.advance(tried.length);
    }
  }

  private async look(tx: Transaction, context: BulkContext, good: readonly TriedRow[]): Promise<BulkRow[]> {
    const readings = good.map(({ reading }) => reading);
    const rows = readings.length > 0 ? await this.bulk.examine(tx, context, readings) : [];
    if (rows.some(({ outcome }) => outcome === 'wrong')) throw new RecheckError();
    return rows;
  }

  /** One entry for all rows; what happened to each record stands in its history. */
  private async keep(tx: Transaction, given: StoredImport, viewer: Viewer, counts: ImportCounts): Promise<void> {
    await appendAudit(tx, {
      at: this.now(),
      actorId: viewer.accountId,
      actorName: viewer.name,
      action: 'register.import',
      subjectType: given.register,
      subjectId: given.id,
      districtCode: given.districtCode,
      details: { sha256: given.sha256, ...counts },
    });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
