import { Injectable } from '@nestjs/common';
import type { RecordChange, RecordDetail, RecordQuery, RecordView, RegisterView } from '@wangge/contracts';
import { type Lens, type RegisterDefinition, toRegisterView, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { MergesRepository } from './merge/merges.repository.js';
import type { NamedRecord } from './record.js';
import { recordLens } from './record-lenses.js';
import { RecordListRepository } from './record-list.repository.js';
import { toChange } from './record.mapper.js';
import { RecordLooks } from './record-looks.js';
import { RecordViews } from './record-views.js';
import { RegisterCatalogue, type Registers } from './register-catalogue.js';
import { RegistersRepository } from './registers.repository.js';
import { auditTagList } from './tags/tag-audit.js';
import { queryLens } from './tags/tag-lenses.js';

const DEEPEST_ROW = 1000;

/** Reading registers: each question goes through one lens of the viewer, and every answer is masked. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly lists: RecordListRepository,
    private readonly merges: MergesRepository,
    private readonly views: RecordViews,
    private readonly catalogue: RegisterCatalogue,
    private readonly looks: RecordLooks,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer): Promise<{ items: RegisterView[] }> {
    const { listed } = await this.catalogue.of(viewer);
    return { items: listed.map((definition) => toRegisterView(definition, viewer)) };
  }

  async listRecords(viewer: Viewer, register: string, query: RecordQuery) {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    if (query.page && query.cursor) throw badRequest('query.cursor', 'exclusive');
    if ((query.page ?? 1) * query.perPage > DEEPEST_ROW) throw badRequest('query.page', 'too_deep');
    const lens = queryLens(viewer, definition, query);
    if (!lens) return { items: [] as RecordView[], total: 0, totalIs: 'exact' as const, nextCursor: null };
    return this.database.as(lens, async (tx) => {
      const [found, total] = await Promise.all([
        this.lists.list(tx, lens, definition, query),
        this.lists.count(tx, lens, definition, query),
      ]);
      const page = found.slice(0, query.perPage);
      const last = page.at(-1);
      const items = await this.views.list(tx, lens, registers, definition, page);
      await auditTagList(tx, viewer, lens, definition, query.tag, this.clock.now());
      return {
        items,
        total: Math.min(total, RecordListRepository.cap),
        totalIs: total > RecordListRepository.cap ? ('atLeast' as const) : ('exact' as const),
        nextCursor: found.length > query.perPage && last ? this.lists.cursorAfter(definition, query.sort, last) : null,
      };
    });
  }

  async get(viewer: Viewer, register: string, id: string): Promise<RecordDetail> {
    const { detail, definition, record } = await this.shown(viewer, register, id, async (tx, registers, definition, record) => ({
      detail: await this.views.detail(tx, viewer, registers, definition, record),
      definition,
      record,
    }));
    await this.looks.note(viewer, definition, record);
    return detail;
  }

  history(viewer: Viewer, register: string, id: string): Promise<{ items: RecordChange[] }> {
    return this.shown(viewer, register, id, async (tx, _, definition, record) => {
      const merged = await this.merges.mergedInto(tx, definition.name, record.id);
      const changes = await this.records.history(tx, definition, record, merged);
      return { items: changes.map((change) => toChange(definition, record.id, change)) };
    });
  }

  /** Where a record was merged, its address leads to the one it went into, as far as the lens shows that. */
  private async survivor(tx: Transaction, lens: Lens, definition: RegisterDefinition, id: string): Promise<NamedRecord | undefined> {
    await tx.become({ kind: 'job' });
    const survivorId = await this.merges.survivorOf(tx, definition.name, id);
    await tx.become(lens);
    return survivorId === undefined ? undefined : this.records.find(tx, lens, definition, survivorId);
  }

  private async shown<T>(
    viewer: Viewer,
    register: string,
    id: string,
    work: (tx: Transaction, registers: Registers, definition: RegisterDefinition, record: NamedRecord) => Promise<T>,
  ): Promise<T> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const lens = recordLens(viewer);
    return this.database.as(lens, async (tx) => {
      const found = await this.records.find(tx, lens, definition, id);
      const record = found ?? (await this.survivor(tx, lens, definition, id));
      if (!record) throw notFound();
      return work(tx, registers, definition, record);
    });
  }
}

function badRequest(path: string, rule: string) {
  return apiError('request.invalid', { fields: [{ path, rule }] });
}
