import { Injectable } from '@nestjs/common';
import type { ImportCounts, ImportFault } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/index.js';
import { type BulkContext, RegisterBulk, ValueRules } from '../registers/index.js';
import type { ImportJob } from './import-job.js';
import { ImportParts, type TriedRow } from './import-parts.js';
import type { StoredImport } from './import-row.js';
import { ImportsRepository } from './imports.repository.js';
import { ReadingThread } from './reading/reading-thread.js';
import type { ReadRow } from './reading/table-reading.js';

const MOST_SAMPLES = 30;
/** The embedded database has one session: what it does not finish soon keeps everybody waiting. */
const MOST_ROWS = { server: 200_000, embedded: 5_000 } as const;

/** The dry run: every row is tried, nothing is stored but what came of it. */
@Injectable()
export class ImportCheck {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly parts: ImportParts,
    private readonly bulk: RegisterBulk,
    private readonly rules: ValueRules,
    private readonly config: Config,
    private readonly clock: SystemClock,
  ) {}

  async run(given: StoredImport, viewer: Viewer, job: ImportJob): Promise<void> {
    const { id } = given;
    const content = await this.database.as({ kind: 'record', id }, async (tx) => {
      // What an earlier try left behind.
      await this.parts.drop(tx, id, ['head', 'rows']);
      return this.parts.readFile(tx, id);
    });
    const work = await this.bulk.open(viewer, given.register, { holds: false });
    const reading = new ReadingThread();
    try {
      const mostRows = this.config.databaseUrl === undefined ? MOST_ROWS.embedded : MOST_ROWS.server;
      const head = await reading.open(content, work.context.definition, { ...this.rules.now(), mostRows, coordinates: given.coordinates });
      await this.database.as({ kind: 'record', id }, (tx) => this.parts.addHead(tx, id, head));
      const result = await this.tryAll(id, work.context, reading, job);
      const report = { unknownColumns: head.unknown, samples: result.samples };
      const { counts } = result;
      const move = { id, from: 'checking', to: 'checked', at: this.now(), counts, report, done: counts.rows } as const;
      await this.database.as({ kind: 'record', id }, (tx) =>
        this.imports.move(tx, { ...move, ...(given.choice === null ? {} : { problem: 'record.stale' as const }) }),
      );
    } finally {
      await Promise.all([reading.end(), work.end()]);
    }
  }

  private async tryAll(id: string, context: BulkContext, reading: ReadingThread, job: ImportJob) {
    const counts: Counts = { rows: 0, new: 0, changed: 0, same: 0, wrong: 0 };
    const samples: { row: number; faults: ImportFault[] }[] = [];
    let ahead = reading.next();
    for (let number = 0; ; number += 1) {
      const rows = await ahead;
      if (rows.length === 0) return { counts, samples };
      // The thread reads on while the database is asked.
      ahead = reading.next();
      ahead.catch(() => undefined);
      for (const { outcome, number: row, faults } of await this.tryPortion(id, context, number, rows)) {
        counts.rows += 1;
        counts[outcome] += 1;
        if (outcome === 'wrong' && samples.length < MOST_SAMPLES) samples.push({ row, faults: [...faults] });
      }
      job.advance(rows.length);
    }
  }

  private tryPortion(id: string, context: BulkContext, number: number, rows: readonly ReadRow[]): Promise<TriedRow[]> {
    return this.database.as({ kind: 'reference' }, async (tx) => {
      const examined = await this.bulk.examine(
        tx,
        context,
        rows.map(({ reading }) => reading),
      );
      const tried = rows.map((row, index): TriedRow => {
        const { outcome = 'wrong', faults = [] } = examined[index] ?? {};
        return { ...row, outcome, faults };
      });
      await tx.become({ kind: 'record', id });
      await this.parts.addRows(tx, id, number, tried);
      return tried;
    });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

type Counts = { -readonly [Key in keyof ImportCounts]: number };
