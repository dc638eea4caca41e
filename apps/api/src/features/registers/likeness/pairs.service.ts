import { Injectable } from '@nestjs/common';
import { Id, type RecordPair } from '@wangge/contracts';
import { areaLens, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { z } from 'zod';
import { appendAudit } from '../../../platform/audit/index.js';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { mayAt, recordLens, recordListLens } from '../record-lenses.js';
import { RecordViews } from '../record-views.js';
import { RegisterCatalogue, type Registers } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { type PairCursor, type PairRow, PairsRepository } from './pairs.repository.js';

interface Asked {
  readonly scope?: string | undefined;
  readonly perPage: number;
  readonly cursor?: string | undefined;
}

/** The list of records that may be the same, and the word that two are not. */
@Injectable()
export class PairsService {
  constructor(
    private readonly database: Database,
    private readonly pairs: PairsRepository,
    private readonly records: RegistersRepository,
    private readonly views: RecordViews,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer, register: string, { scope, perPage, cursor }: Asked) {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const lens = recordListLens(viewer, scope, 'register.merge');
    if (!lens) return { items: [] as RecordPair[], total: 0, totalIs: 'exact' as const, nextCursor: null };
    const within = scope === undefined ? undefined : areaLens(scope);
    return this.database.as(lens, async (tx) => {
      const rows = await this.pairs.list(tx, lens, register, within, { most: perPage, ...(after && { after }) });
      const page = rows.slice(0, perPage);
      const total = await this.pairs.count(tx, lens, register, within);
      const last = page.at(-1);
      return {
        items: await this.shown(tx, viewer, registers, definition, page),
        total: Math.min(total, PairsRepository.cap),
        totalIs: total > PairsRepository.cap ? ('atLeast' as const) : ('exact' as const),
        nextCursor: rows.length > perPage && last ? writeCursor(last) : null,
      };
    });
  }

  async dismiss(viewer: Viewer, register: string, id: string): Promise<{ dismissed: true }> {
    const definition = (await this.catalogue.of(viewer)).get(register);
    const lens = recordLens(viewer);
    return this.database.as(lens, async (tx) => {
      const pair = await this.pairs.find(tx, lens, definition, id);
      const both = pair && (await this.records.findMany(tx, lens, definition, [pair.oneId, pair.otherId]));
      if (!pair || both?.length !== 2) throw notFound();
      if (!both.every(({ chain }) => mayAt(viewer, 'register.merge', chain))) throw apiError('permission.denied');
      await tx.become({ kind: 'job' });
      const at = this.clock.now().toISOString();
      if (!(await this.pairs.dismiss(tx, pair, at, viewer.accountId))) throw notFound();
      await appendAudit(tx, {
        at,
        actorId: viewer.accountId,
        actorName: viewer.name,
        action: 'register.dismiss-pair',
        subjectType: register,
        subjectId: pair.oneId,
        districtCode: pair.districtCode,
        details: { other: pair.otherId },
      });
      return { dismissed: true as const };
    });
  }

  /** A pair whose records have just gone apart is left out: the job will say so in a moment. */
  private async shown(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    rows: readonly PairRow[],
  ): Promise<RecordPair[]> {
    const lens = recordLens(viewer, 'register.merge');
    await tx.become(lens);
    const records = await this.records.findMany(tx, lens, definition, [...new Set(rows.flatMap(({ oneId, otherId }) => [oneId, otherId]))]);
    const views = new Map((await this.views.list(tx, lens, registers, definition, records)).map((view) => [view.id, view]));
    return rows.flatMap(({ id, oneId, otherId, score, parts, foundAt }) => {
      const [one, other] = [views.get(oneId), views.get(otherId)];
      return one && other ? [{ id, likeness: { score, parts }, foundAt: foundAt.toISOString(), one, other }] : [];
    });
  }
}

const Cursor = z.tuple([z.int().min(0).max(100), Id]);

const writeCursor = ({ score, id }: PairRow): string => Buffer.from(JSON.stringify([score, id])).toString('base64url');

function readCursor(text: string): PairCursor {
  try {
    const [score, id] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { score, id };
  } catch {
    throw apiError('request.invalid', { fields: [{ path: 'query.cursor', rule: 'unknown' }] });
  }
}
