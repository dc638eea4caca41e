import { Injectable } from '@nestjs/common';
import type { ActOnRecord, FieldValues, FlowAction, RecordView } from '@wangge/contracts';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { Database } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import type { PlainRecord } from './record.js';
import { recordLens } from './record-lenses.js';
import { RecordReferences, refusalOf } from './record-references.js';
import { RecordViews } from './record-views.js';
import { RecordWriter } from './record-writer.js';
import { withoutMasks } from './record.mapper.js';
import { RegisterCatalogue } from './register-catalogue.js';
import { ValueRules } from './value-rules.js';

/** Steps of a register's flow: from one of its states, by whoever has the step's permission, with what it asks for. */
@Injectable()
export class RecordActions {
  constructor(
    private readonly database: Database,
    private readonly writer: RecordWriter,
    private readonly references: RecordReferences,
    private readonly views: RecordViews,
    private readonly rules: ValueRules,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  async act(viewer: Viewer, register: string, id: string, { action, version, values, reason }: ActOnRecord): Promise<RecordView> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const { flow } = definition;
    const step = flow?.actions.find(({ name }) => name === action);
    try {
      return await this.database.as(recordLens(viewer), async (tx) => {
        const before = await this.writer.lock(tx, viewer, step?.permission ?? 'register.read', definition, { id, version });
        if (!flow || !step?.from.includes(String(before.values[flow.field]))) throw apiError('record.action-unavailable');
        const given = this.given(definition, step, before, values);
        if (step.reasoned && reason === undefined) throw missing('body.reason');
        const cleared = Object.fromEntries((step.clears ?? []).map((name) => [name, null]));
        const change = { values: { ...cleared, ...given, [flow.field]: step.to } };
        const taken = { action, reason: (step.reasoned ? reason : undefined) ?? null };
        await this.writer.store(tx, viewer, registers, definition, before, change, taken);
        await tx.become(recordLens(viewer));
        await this.references.check(tx, viewer, registers, definition, before.chain.districtCode, given);
        return this.views.one(tx, viewer, registers, definition, before.id);
      });
    } catch (error) {
      throw refusalOf(definition, error);
    }
  }

  /** What the step asks for and nothing else; what it requires is filled in by now. */
  private given(definition: RegisterDefinition, step: FlowAction, before: PlainRecord, values: FieldValues): FieldValues {
    const fields = definition.fields.filter(({ name }) => step.asks.includes(name)).map((field) => ({ ...field, byFlow: false }));
    const asked = { ...definition, fields };
    const given = this.rules.parse(asked, withoutMasks(asked, values, before.values), 'change');
    const open = step.requires.filter((name) => (given[name] === undefined ? before.values[name] : given[name]) == null);
    if (open.length > 0) throw missing(...open.map((name) => `body.values.${name}`));
    return given;
  }
}

const missing = (...paths: readonly string[]) =>
  apiError('record.invalid', { fields: paths.map((path) => ({ path, rule: 'required' })) });
