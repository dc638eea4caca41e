import { Injectable } from '@nestjs/common';
import type { AlikeRow, ImportCounts, ImportFault } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { type AlikeRecord, type BulkContext, type BulkRow, RegisterBulk, SimilarInBulk, ValueRules } from '../registers/index.js';
import type { ImportJob } from './import-job.js';
import { ImportParts, type TriedRow } from './import-parts.js';
import type { StoredImport } from './import-row.js';
import { ImportsRepository } from './imports.repository.js';
import { ReadingThread } from './reading/reading-thread.js';
import type { ReadRow } from './reading/table-reading.js';

const MOST_SAMPLES = 30;
/** New rows that are compared with the register: of a whole city's first import, the first. The others are compared once stored. */
const MOST_COMPARED = 10_000;
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
    private readonly similar: SimilarInBulk,
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
      const report = { unknownColumns: head.unknown, samples: result.samples, alike: result.alike };
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
    const alike: { total: number; items: AlikeRow[] } = { total: 0, items: [] };
    let ahead = reading.next();
    for (let number = 0; ; number += 1) {
      const rows = await ahead;
      if (rows.length === 0) return { counts, samples, alike };
      // The thread reads on while the database is asked.
      ahead = reading.next();
      ahead.catch(() => undefined);
      const room = Math.max(0, MOST_COMPARED - counts.new);
      for (const { outcome, number: row, faults, alike: one } of await this.tryPortion(id, context, number, rows, room)) {
        counts.rows += 1;
        if (one) note(alike, row, one);
        counts[outcome] += 1;
        if (outcome === 'wrong' && samples.length < MOST_SAMPLES) samples.push({ row, faults: [...faults] });
      }
      job.advance(rows.length);
    }
  }

  private tryPortion(id: string, context: BulkContext, number: number, rows: readonly ReadRow[], room: number): Promise<TriedRow[]> {
    return this.database.as({ kind: 'reference' }, async (tx) => {
      const examined = await this.bulk.examine(
        tx,
        context,
        rows.map(({ reading }) => reading),
      );
      const alike = await this.alike(tx, context, examined, room);
      const tried = rows.map((row, index): TriedRow => {
        const { outcome = 'wrong', faults = [] } = examined[index] ?? {};
        const one = alike.get(index);
        return { ...row, outcome, faults, ...(one && { alike: one }) };
      });
      await tx.become({ kind: 'record', id });
      await this.parts.addRows(tx, id, number, tried);
      return tried;
    });
  }

  /** What the new rows resemble, by their place in the portion; as many of them as there is room for. */
  private async alike(
    tx: Transaction,
    { viewer, definition }: BulkContext,
    examined: readonly BulkRow[],
    room: number,
  ): Promise<ReadonlyMap<number, AlikeRecord>> {
    const fresh = examined.flatMap(({ outcome, values }, index) => (outcome === 'new' ? [{ index, values }] : [])).slice(0, room);
    const found = await this.similar.best(tx, viewer, definition, fresh.map(({ values }) => values));
    return new Map(fresh.flatMap(({ index }, at): [number, AlikeRecord][] => {
      const one = found[at];
      return one ? [[index, one]] : [];
    }));
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

function note(alike: { total: number; readonly items: AlikeRow[] }, row: number, { id, title, likeness }: AlikeRecord): void {
  alike.total += 1;
  if (alike.items.length < MOST_SAMPLES) alike.items.push({ row, record: { id, title }, likeness });
}

type Counts = { -readonly [Key in keyof ImportCounts]: number };
