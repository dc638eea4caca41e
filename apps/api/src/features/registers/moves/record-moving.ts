import { Injectable } from '@nestjs/common';
import type { Chain, FieldValues } from '@wangge/contracts';
import { chainOf, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { appendAudit } from '../../../platform/audit/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { apiError } from '../../../platform/http/errors.js';
import type { PlainRecord } from '../record.js';
import { differences } from '../record-differences.js';
import { RecordJournal } from '../record-journal.js';
import { RecordSums } from '../record-sums.js';
import { withoutMasks } from '../record.mapper.js';
import type { Registers } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { ValueRules } from '../value-rules.js';

export interface Deed {
  readonly gridCode: string;
  readonly values: FieldValues;
  readonly reason: string;
  readonly at: string;
}

/** The one way by which a record comes to another place with all that is known of it: with history and audit. */
@Injectable()
export class RecordMoving {
  constructor(
    private readonly records: RegistersRepository,
    private readonly journal: RecordJournal,
    private readonly sums: RecordSums,
    private readonly rules: ValueRules,
  ) {}

  /** What belongs to the place, as it is to be there: what is not given is emptied, and what is something else refused. */
  valuesAt(definition: RegisterDefinition, record: PlainRecord, given: FieldValues): FieldValues {
    const fields = definition.moving?.fields ?? [];
    const stranger = Object.keys(given).find((name) => !fields.includes(name));
    if (stranger !== undefined)
      throw apiError('request.invalid', { fields: [{ path: `body.values.${stranger}`.slice(0, 200), rule: 'unknown-field' }] });
    const parsed = this.rules.parse(definition, given, 'change');
    const shown = withoutMasks(definition, parsed, record.values);
    const kept = Object.keys(parsed).filter((name) => !(name in shown));
    return Object.fromEntries(fields.filter((name) => !kept.includes(name)).map((name) => [name, shown[name] ?? null]));
  }

  /** Under the job lens, which alone may write a record out of one area and into another, holding its row. */
  async carryOut(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    before: PlainRecord,
    deed: Deed,
  ): Promise<FieldValues> {
    const { gridCode, reason, at } = deed;
    if (gridCode.length !== 15 || !(await this.records.isUnitGrid(tx, gridCode))) throw nowhere();
    const chain: Chain = chainOf(gridCode);
    if (chain.districtCode !== before.chain.districtCode) throw apiError('grid.outside-district');
    const values = this.valuesAt(definition, before, deed.values);
    const after = { ...before, chain, values: { ...before.values, ...values } };
    await this.records.update(tx, definition, before, { ...after, values }, { at, by: viewer.accountId });
    const fields = differences(definition, before, after);
    await this.journal.keep(tx, viewer, definition, before, { kind: 'moved', fields, version: before.version + 1, reason, at });
    await appendAudit(tx, {
      at,
      actorId: viewer.accountId,
      actorName: viewer.name,
      action: 'register.leave',
      subjectType: definition.name,
      subjectId: before.id,
      districtCode: before.chain.districtCode,
      details: { from: before.chain.gridCode, to: gridCode },
    });
    await this.sums.reckon(tx, registers.all, definition, before.chain.districtCode, [before, after]);
    return values;
  }
}

export const nowhere = () => apiError('move.nowhere', { fields: [{ path: 'body.gridCode', rule: 'not-a-unit-grid' }] });
