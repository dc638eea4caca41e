import { Injectable } from '@nestjs/common';
import type { FieldValue } from '@wangge/contracts';
import { isShownMasked, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { fieldValueOf } from './record.js';
import { RecordJournal } from './record-journal.js';
import { mayAt, recordLens } from './record-lenses.js';
import { RegisterCatalogue } from './register-catalogue.js';
import { RegistersRepository } from './registers.repository.js';
import { RevealBudget } from './reveal-budget.js';

interface Asked {
  readonly field: string;
  readonly reason: string;
}

/** One masked field in full: with a reason, within the day's budget, and never without leaving a trace. */
@Injectable()
export class RecordReveal {
  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
    private readonly budget: RevealBudget,
    private readonly journal: RecordJournal,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  async reveal(
    viewer: Viewer,
    register: string,
    id: string,
    asked: Asked,
  ): Promise<{ field: string; value: FieldValue; left: number }> {
    const definition = (await this.catalogue.of(viewer)).get(register);
    const lens = recordLens(viewer);
    const now = this.clock.now();
    return this.database.as(lens, async (tx) => {
      const record = await this.records.find(tx, lens, definition, id);
      if (!record) throw notFound();
      if (!mayAt(viewer, 'register.reveal', record.chain)) throw apiError('permission.denied');
      const field = definition.fields.find(({ name }) => name === asked.field);
      if (!field || !isShownMasked(field))
        throw apiError('request.invalid', { fields: [{ path: 'body.field', rule: 'unknown' }] });
      const left = await this.budget.charge(tx, viewer, now);
      await tx.become({ kind: 'record', id: record.id });
      const fields = [{ name: field.name, from: null, to: null }];
      const deed = { kind: 'revealed' as const, fields, version: record.version, reason: asked.reason, at: now.toISOString() };
      await this.journal.keep(tx, viewer, definition, record, deed);
      return { field: field.name, value: fieldValueOf(record, field), left };
    });
  }
}
