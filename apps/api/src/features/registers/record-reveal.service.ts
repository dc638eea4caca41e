import { Injectable } from '@nestjs/common';
import type { FieldValue } from '@wangge/contracts';
import { isShownMasked, localDate, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { fieldValueOf } from './record.js';
import { RecordJournal } from './record-journal.js';
import { mayAt, recordLens } from './record-lenses.js';
import { RegisterCatalogue } from './register-catalogue.js';
import { RegistersRepository } from './registers.repository.js';

/** How many masked values an account may read in full on one day. */
export const REVEALS_A_DAY = 30;

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

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
      await tx.become({ kind: 'job' });
      const at = now.toISOString();
      const account = { districtCode: viewer.districtCode, id: viewer.accountId, day: localDate(at) };
      const used = await this.records.charge(tx, account, REVEALS_A_DAY);
      if (used === undefined) throw apiError('reveal.budget-spent', { retryAfter: untilMidnight(now) });
      await tx.become({ kind: 'record', id: record.id });
      const fields = [{ name: field.name, from: null, to: null }];
      const deed = { kind: 'revealed' as const, fields, version: record.version, reason: asked.reason, at };
      await this.journal.keep(tx, viewer, definition, record, deed);
      return { field: field.name, value: fieldValueOf(record, field), left: REVEALS_A_DAY - used };
    });
  }
}

/** Seconds until the next day begins in Shanghai. */
const untilMidnight = (now: Date): number => Math.ceil((DAY_MS - ((now.getTime() + SHANGHAI_MS) % DAY_MS)) / 1000);
