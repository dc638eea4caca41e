import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type FileLanguage, IMPORT_AT_ONCE, type ImportCoordinates, type ImportView, MOST_IMPORT_BYTES } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { isFirstTime } from '../../platform/commands/commands.js';
import { Database } from '../../platform/database/index.js';
import { collectBody } from '../../platform/http/body-stream.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { WorkGate } from '../../platform/work/work-gate.js';
import { RegisterCatalogue } from '../registers/index.js';
import { ImportParts, type TriedRow } from './import-parts.js';
import type { StoredImport } from './import-row.js';
import { ImportRunner } from './import-runner.js';
import { ImportsRepository } from './imports.repository.js';
import { returnedFile } from './returned-file.js';
import { templateOf } from './template.js';

const KEPT_MS = 72 * 3_600_000;
/** Uploads are in memory while they arrive. */
const AT_ONCE = 3;
const MOST_WAITING = 20;

export interface Upload {
  readonly id: string;
  readonly register: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly coordinates: ImportCoordinates;
}
export interface NamedFile {
  readonly name: string;
  readonly stream: Readable;
}

/** Files of many records, from the upload to what came of it. Each is known to who uploaded it, and to nobody else. */
@Injectable()
export class ImportsService {
  private readonly uploads = new WorkGate(AT_ONCE, MOST_WAITING);

  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly parts: ImportParts,
    private readonly runner: ImportRunner,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async template(viewer: Viewer, register: string, language: FileLanguage): Promise<NamedFile> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    return { name: definition.label[language], stream: Readable.from(templateOf(definition, registers, language)) };
  }

  /** Takes a file and tries it; waits for the end where it has few rows. */
  async upload(viewer: Viewer, upload: Upload, body: Readable): Promise<ImportView> {
    (await this.catalogue.of(viewer)).get(upload.register);
    await this.uploads.run(async () => {
      const content = await collectBody(body, MOST_IMPORT_BYTES, 'import.file-too-large');
      if (createHash('sha256').update(content).digest('hex') !== upload.sha256) throw apiError('file.hash-mismatch');
      await this.store(viewer, upload, content);
    });
    const { finished, large } = this.runner.start(upload.id);
    await Promise.race([finished, large]);
    return this.get(viewer, upload.id);
  }

  async list(viewer: Viewer, register: string | undefined): Promise<{ items: ImportView[] }> {
    const found = await this.database.as({ kind: 'mine', accountId: viewer.accountId }, (tx) =>
      this.imports.list(tx, viewer.accountId, register),
    );
    return { items: found.map((each) => this.toView(each)) };
  }

  async get(viewer: Viewer, id: string): Promise<ImportView> {
    return this.toView(await this.own(viewer, id));
  }

  async confirm(viewer: Viewer, id: string, rows: 'all' | 'good'): Promise<ImportView> {
    const given = await this.own(viewer, id);
    if (given.state !== 'checked' || !given.counts) throw apiError('import.not-ready');
    if (rows === 'all' && given.counts.wrong > 0) throw apiError('import.has-faults');
    const at = this.now();
    await this.step(id, (tx) => this.imports.move(tx, { id, from: 'checked', to: 'applying', at, choice: rows }));
    const { finished } = this.runner.start(id);
    if (given.counts.rows <= IMPORT_AT_ONCE) await finished;
    return this.get(viewer, id);
  }

  async cancel(viewer: Viewer, id: string): Promise<void> {
    const { state } = await this.own(viewer, id);
    if (state !== 'checked' && state !== 'refused' && state !== 'failed') throw apiError('import.not-ready');
    await this.step(id, async (tx) => {
      await this.parts.drop(tx, id, ['file', 'head', 'rows']);
      return this.imports.move(tx, { id, from: state, to: 'cancelled', at: this.now() });
    });
  }

  async file(viewer: Viewer, id: string, language: FileLanguage): Promise<NamedFile> {
    const given = await this.own(viewer, id);
    if (!hasFile(given)) throw apiError('import.not-ready');
    const head = await this.database.as({ kind: 'record', id }, (tx) => this.parts.readHead(tx, id));
    if (!head) throw apiError('import.not-ready');
    const definition = (await this.catalogue.of(viewer)).get(given.register);
    const stream = Readable.from(returnedFile(definition, head, this.portions(id), language));
    return { name: given.fileName.replace(/\.(xlsx|geojson|json)$/i, ''), stream };
  }

  private async *portions(id: string): AsyncGenerator<readonly TriedRow[]> {
    for (let number = 0; ; number += 1) {
      const rows = await this.database.as({ kind: 'record', id }, (tx) => this.parts.readRows(tx, id, number));
      if (!rows) return;
      yield rows;
    }
  }

  private async store(viewer: Viewer, { id, register, sha256, fileName, coordinates }: Upload, content: Buffer): Promise<void> {
    const { accountId, districtCode } = viewer;
    const createdAt = this.now();
    const expiresAt = new Date(this.clock.now().getTime() + KEPT_MS).toISOString();
    const bytes = content.length;
    await this.database.as({ kind: 'record', id }, async (tx) => {
      const command = { accountId, commandId: id, subjectId: id, content: { import: register, sha256, ...(coordinates !== 'wgs84' && { coordinates }) } };
      if (!(await isFirstTime(tx, command))) return;
      if (await this.imports.find(tx, id)) throw apiError('command.reused');
      await this.imports.insert(tx, { id, districtCode, accountId, register, fileName, bytes, sha256, createdAt, expiresAt, coordinates });
      await this.parts.addFile(tx, id, content);
    });
  }

  private async own(viewer: Viewer, id: string): Promise<StoredImport> {
    const found = await this.database.as({ kind: 'mine', accountId: viewer.accountId }, (tx) => this.imports.find(tx, id));
    if (found?.accountId !== viewer.accountId) throw notFound();
    return found;
  }

  /** Of two that ask at once, one moves it. */
  private async step(id: string, work: (tx: Parameters<ImportsRepository['move']>[0]) => Promise<boolean>): Promise<void> {
    if (!(await this.database.as({ kind: 'record', id }, work))) throw apiError('import.not-ready');
  }

  private toView(given: StoredImport): ImportView {
    const { id, register, fileName, bytes, sha256, state, counts, problem, report, createdAt, updatedAt, expiresAt } = given;
    return {
      ...{ id, register, fileName, bytes, sha256, state, counts, problem, createdAt, updatedAt, expiresAt },
      done: this.runner.progress(id) ?? given.done,
      unknownColumns: [...(report.unknownColumns ?? [])],
      alike: { total: report.alike?.total ?? 0, items: [...(report.alike?.items ?? [])] },
      samples: (report.samples ?? []).map(({ row, faults }) => ({ row, faults: [...faults] })),
      hasFile: hasFile(given),
    };
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

const hasFile = ({ state }: StoredImport): boolean => state === 'checked' || state === 'applying' || state === 'done';
