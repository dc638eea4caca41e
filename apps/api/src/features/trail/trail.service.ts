import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AUDIT_ACTIONS, type AuditEntryDetail, type AuditFilter, type auditApi, type InputOf, MOST_AUDIT_ROWS, type ReplyOf } from '@wangge/contracts';
import type { Language, Viewer } from '@wangge/domain';
import { appendAudit } from '../../platform/audit/index.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { RegisterCatalogue } from '../registers/index.js';
import { auditedDistrict } from './audited-district.js';
import * as sql from './trail.queries.js';
import { readTrailCursor, writeTrailCursor } from './trail-cursor.js';
import { type TrailRow, toEntry, toEntryDetail } from './trail-entry.js';
import { trailWorkbook } from './trail-workbook.js';

const PORTION = 1_000;

interface Read {
  readonly action: 'audit.read' | 'audit.export';
  readonly districtCode: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The audit trail for those who audit: read only, and each reading is an entry itself. */
@Injectable()
export class TrailService {
  constructor(
    private readonly database: Database,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer, query: InputOf<typeof auditApi.list>['query']): Promise<ReplyOf<typeof auditApi.list>> {
    const { cursor, perPage, ...asked } = query;
    const districtCode = auditedDistrict(viewer, asked.district);
    const filter = narrowed(asked);
    const after = cursor === undefined ? undefined : readTrailCursor(cursor);
    const registers = await this.catalogue.of({ districtCode });
    const rows = await this.database.as({ kind: 'audit', districtCode }, async (tx) => {
      const found = await this.read(tx, districtCode, filter, after, perPage + 1);
      await this.keep(tx, viewer, { action: 'audit.read', districtCode, details: { filter: asked, further: after !== undefined } });
      return found;
    });
    const page = rows.slice(0, perPage);
    const last = page.at(-1);
    return {
      items: page.map((row) => toEntry(row, registers)),
      nextCursor: rows.length > perPage && last ? writeTrailCursor(endOf(last)) : null,
    };
  }

  async get(viewer: Viewer, position: string, district: string | undefined): Promise<AuditEntryDetail> {
    const districtCode = auditedDistrict(viewer, district);
    const registers = await this.catalogue.of({ districtCode });
    return this.database.as({ kind: 'audit', districtCode }, async (tx) => {
      const [row] = await tx.query<TrailRow>(sql.FIND, [districtCode, position]);
      if (!row) throw notFound();
      await this.keep(tx, viewer, { action: 'audit.read', districtCode, details: { position } });
      return toEntryDetail(row, registers);
    });
  }

  /** In a stream, portion by portion; its entry stands in the trail before the first byte leaves. */
  async export(viewer: Viewer, asked: AuditFilter, language: Language): Promise<{ readonly name: string; readonly stream: Readable }> {
    const districtCode = auditedDistrict(viewer, asked.district);
    const registers = await this.catalogue.of({ districtCode });
    const at = await this.database.as({ kind: 'audit', districtCode }, (tx) =>
      this.keep(tx, viewer, { action: 'audit.export', districtCode, details: { filter: asked } }),
    );
    const mark = { at, by: viewer.name, districtCode };
    const { name, chunks } = trailWorkbook(this.portions(districtCode, narrowed(asked)), mark, registers, language);
    return { name, stream: Readable.from(chunks) };
  }

  private async *portions(districtCode: string, filter: sql.TrailFilter): AsyncGenerator<readonly TrailRow[]> {
    let after: sql.TrailCursor | undefined;
    for (let count = 0; count < MOST_AUDIT_ROWS; count += PORTION) {
      const rows = await this.database.as({ kind: 'audit', districtCode }, (tx) =>
        this.read(tx, districtCode, filter, after, PORTION),
      );
      yield rows;
      const last = rows.at(-1);
      if (rows.length < PORTION || !last) return;
      after = endOf(last);
    }
  }

  private read(tx: Transaction, districtCode: string, filter: sql.TrailFilter, after: sql.TrailCursor | undefined, limit: number) {
    const { statement, values } = sql.listTrail(districtCode, filter, after, limit);
    return tx.query<TrailRow>(statement, values);
  }

  private async keep(tx: Transaction, viewer: Viewer, { action, districtCode, details }: Read): Promise<string> {
    const at = this.clock.now().toISOString();
    const actor = { actorId: viewer.accountId, actorName: viewer.name };
    await appendAudit(tx, { ...actor, at, action, subjectType: 'audit', subjectId: viewer.accountId, districtCode, details });
    return at;
  }
}

/** An action stands within its kind: where both are given, they have to agree. */
function narrowed({ kind, action, district: _, ...rest }: AuditFilter): sql.TrailFilter {
  const ofKind: readonly string[] | undefined = kind && AUDIT_ACTIONS[kind];
  if (action === undefined) return { ...rest, actions: ofKind };
  if (ofKind && !ofKind.includes(action))
    throw apiError('request.invalid', { fields: [{ path: 'query.action', rule: 'other-kind' }] });
  return { ...rest, actions: [action] };
}

const endOf = ({ at, position }: TrailRow): sql.TrailCursor => ({ at: at.toISOString(), position });
