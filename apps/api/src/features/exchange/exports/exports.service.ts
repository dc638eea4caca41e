import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type ExportView, MOST_DOWNLOADS, type RequestExport } from '@wangge/contracts';
import { areaLens, areasOf, covers, type Language, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { isFirstTime } from '../../../platform/commands/commands.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { keepExport } from './export-audit.js';
import { rightsOf, toExportView } from './export-rights.js';
import { type ExportSource, ExportSources } from './export-sources.js';
import { ExportsRepository, type NewExport } from './exports.repository.js';
import type { StoredExport } from './stored-export.js';

const KEPT_MS = 7 * 24 * 3_600_000;

/** Workbooks of records: asked for, approved by somebody else where persons are in them, and made while they are downloaded. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly exports: ExportsRepository,
    private readonly sources: ExportSources,
    private readonly clock: SystemClock,
  ) {}

  async request(viewer: Viewer, register: string, { id, reason, ...asked }: RequestExport): Promise<ExportView> {
    return this.ask(viewer, await this.sources.ofRegister(viewer, register, asked), id.toLowerCase(), reason);
  }

  /** The rows of a table, under the same rules. */
  async requestTable(viewer: Viewer, collection: string, { id, reason }: { id: string; reason: string }): Promise<ExportView> {
    return this.ask(viewer, await this.sources.ofCollection(viewer, collection.toLowerCase()), id.toLowerCase(), reason);
  }

  private async ask(viewer: Viewer, source: ExportSource, id: string, reason: string): Promise<ExportView> {
    const now = this.clock.now();
    const given: NewExport = {
      ...source,
      id,
      reason,
      districtCode: viewer.districtCode,
      accountId: viewer.accountId,
      accountName: viewer.name,
      state: source.personal.length > 0 ? 'waiting' : 'approved',
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + KEPT_MS).toISOString(),
    };
    await this.database.as({ kind: 'record', id }, (tx) => this.store(tx, viewer, given));
    return this.get(viewer, id);
  }

  async list(viewer: Viewer, box: 'mine' | 'to-decide'): Promise<{ items: ExportView[] }> {
    const now = this.now();
    const found = box === 'mine' ? await this.mine(viewer) : await this.toDecide(viewer, now);
    return { items: found.map((each) => toExportView(viewer, each, now)) };
  }

  async get(viewer: Viewer, id: string): Promise<ExportView> {
    return toExportView(viewer, await this.seen(viewer, id), this.now());
  }

  async decide(viewer: Viewer, id: string, { approve, note }: { approve: boolean; note?: string | undefined }): Promise<ExportView> {
    const given = await this.seen(viewer, id);
    const at = this.now();
    if (given.accountId === viewer.accountId) throw apiError('permission.denied');
    if (!rightsOf(viewer, given, at).mayDecide) throw apiError('export.not-waiting');
    const to = approve ? 'approved' : 'refused';
    const decision = { id: given.id, from: 'waiting', to, by: { id: viewer.accountId, name: viewer.name }, note: note || null, at } as const;
    await this.database.as({ kind: 'record', id: given.id }, async (tx) => {
      if (!(await this.exports.move(tx, decision))) throw apiError('export.not-waiting');
      await keepExport(tx, viewer, given, { deed: to, at });
    });
    return this.get(viewer, id);
  }

  async withdraw(viewer: Viewer, id: string): Promise<void> {
    const given = await this.seen(viewer, id);
    const at = this.now();
    if (given.accountId !== viewer.accountId) throw apiError('permission.denied');
    if (!rightsOf(viewer, given, at).mayWithdraw) throw apiError('export.not-waiting');
    await this.database.as({ kind: 'record', id: given.id }, async (tx) => {
      const moved = await this.exports.move(tx, { id: given.id, from: given.state, to: 'withdrawn', by: null, note: given.note, at });
      if (!moved) throw apiError('export.not-waiting');
      await keepExport(tx, viewer, given, { deed: 'withdrawn', at });
    });
  }

  /** The workbook in a stream: counted and kept in the trail before its first byte leaves. */
  async file(viewer: Viewer, id: string, language: Language): Promise<{ readonly name: string; readonly stream: Readable }> {
    const given = await this.seen(viewer, id);
    const at = this.now();
    if (given.accountId !== viewer.accountId) throw apiError('permission.denied');
    if (!rightsOf(viewer, given, at).mayDownload) throw apiError('export.not-ready');
    await this.database.as({ kind: 'record', id: given.id }, async (tx) => {
      if (!(await this.exports.charge(tx, given.id, MOST_DOWNLOADS, at))) throw apiError('export.not-ready');
      await keepExport(tx, viewer, given, { deed: 'downloaded', at });
    });
    return this.sources.workbook(viewer, given, at, language);
  }

  private async store(tx: Transaction, viewer: Viewer, given: NewExport): Promise<void> {
    const { id, register, collectionId, columns, filter, reason } = given;
    const command = { accountId: viewer.accountId, commandId: id, subjectId: id, content: { export: collectionId ?? register, columns, reason, filtered: Object.keys(filter) } };
    if (!(await isFirstTime(tx, command))) return;
    if (await this.exports.find(tx, id)) throw apiError('command.reused');
    await this.exports.insert(tx, given);
    await keepExport(tx, viewer, given, { deed: 'requested', at: given.createdAt });
  }

  private mine({ accountId }: Viewer): Promise<StoredExport[]> {
    return this.database.as({ kind: 'mine', accountId }, (tx) => this.exports.mine(tx, accountId));
  }

  private async toDecide(viewer: Viewer, now: string): Promise<StoredExport[]> {
    const found = new Map<string, StoredExport>();
    for (const area of decidedAreas(viewer)) {
      const lens = areaLens(area);
      const waiting = await this.database.as(lens, (tx) => this.exports.toDecide(tx, lens, viewer.accountId, now));
      for (const each of waiting) found.set(each.id, each);
    }
    return [...found.values()];
  }

  /** One's own, or one of an area in which one decides; any other does not exist. */
  private async seen(viewer: Viewer, id: string): Promise<StoredExport> {
    const own = await this.database.as({ kind: 'mine', accountId: viewer.accountId }, (tx) => this.exports.find(tx, id));
    if (own?.accountId === viewer.accountId) return own;
    for (const area of decidedAreas(viewer)) {
      const found = await this.database.as(areaLens(area), (tx) => this.exports.find(tx, id));
      if (found && covers(area, found.scope)) return found;
    }
    throw notFound();
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

const decidedAreas = (viewer: Viewer): string[] => [...new Set(areasOf(viewer, 'register.approve-export'))];
