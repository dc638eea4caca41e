import { Injectable } from '@nestjs/common';
import type { RecordComparison, RecordMerge } from '@wangge/contracts';
import { likeness, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { fieldValueOf, type NamedRecord } from '../record.js';
import { mayAt, recordLens } from '../record-lenses.js';
import { RecordRelations } from '../record-relations.js';
import { RecordViews } from '../record-views.js';
import { RegisterCatalogue, type Registers } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { type MergeRow, MergesRepository } from './merges.repository.js';
import { undoUntil } from './unmerging.service.js';

/** What one looks at before a merge, and what became of those there were. */
@Injectable()
export class MergesService {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly relations: RecordRelations,
    private readonly merges: MergesRepository,
    private readonly views: RecordViews,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async compare(viewer: Viewer, register: string, id: string, otherId: string): Promise<RecordComparison> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    if (id.toLowerCase() === otherId.toLowerCase()) throw apiError('record.same');
    const lens = recordLens(viewer);
    return this.database.as(lens, async (tx) => {
      const one = await this.records.find(tx, lens, definition, id);
      const other = await this.records.find(tx, lens, definition, otherId);
      if (!one || !other) throw notFound();
      if (![one, other].every(({ chain }) => mayAt(viewer, 'register.merge', chain))) throw apiError('permission.denied');
      const [oneView, otherView] = await this.views.list(tx, lens, registers, definition, [one, other]);
      if (!oneView || !otherView) throw notFound();
      return {
        one: oneView,
        other: otherView,
        likeness: definition.likeness ? likeness(definition.likeness, one.values, other.values) : null,
        same: definition.fields.filter((field) => fieldValueOf(one, field) === fieldValueOf(other, field)).map(({ name }) => name),
        moves: await this.moves(tx, viewer, registers, definition, other),
      };
    });
  }

  async list(viewer: Viewer, register: string, id: string): Promise<{ items: RecordMerge[] }> {
    const definition = (await this.catalogue.of(viewer)).get(register);
    const lens = recordLens(viewer);
    return this.database.as(lens, async (tx) => {
      const record = await this.records.find(tx, lens, definition, id);
      if (!record) throw notFound();
      const rows = await this.merges.list(tx, register, record.id);
      return { items: rows.map((row) => this.toMerge(row)) };
    });
  }

  /** As far as the viewer sees; records beyond his area are moved as well, and not counted here. */
  private async moves(tx: Transaction, viewer: Viewer, registers: Registers, definition: RegisterDefinition, other: NamedRecord) {
    const related = await this.relations.related(tx, recordLens(viewer), registers, definition, other);
    return related.map(({ register, field, label, total }) => ({ register, field, label, total }));
  }

  private toMerge(row: MergeRow): RecordMerge {
    const until = undoUntil(row.at);
    const canUndo = row.undoneAt === null && this.clock.now() < until;
    return {
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actorName,
      mergedId: row.mergedId,
      taken: row.taken,
      moved: row.moved.length,
      undoUntil: canUndo ? until.toISOString() : null,
      undoneAt: row.undoneAt?.toISOString() ?? null,
    };
  }
}
