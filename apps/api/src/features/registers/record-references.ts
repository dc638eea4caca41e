import { Injectable } from '@nestjs/common';
import type { FieldValues } from '@wangge/contracts';
import type { RegisterDefinition, Viewer } from '@wangge/domain';
import { brokenConstraint, isUniqueViolation, sqlState, type Transaction } from '../../platform/database/index.js';
import { apiError } from '../../platform/http/errors.js';
import type { PlainRecord } from './record.js';
import { recordLens } from './record-lenses.js';
import type { Registers } from './register-catalogue.js';
import { writesOf } from './writes-of.js';
import { foreignKeyOf } from './register-columns.js';
import { RegistersRepository } from './registers.repository.js';

const FOREIGN_KEY_VIOLATION = '23503';

/** What records say of each other: nobody points at a record that he may not know or that is gone. */
@Injectable()
export class RecordReferences {
  constructor(private readonly records: RegistersRepository) {}

  /**
   * After the record is stored, under the viewer's own lens when it ends: by then the targets are held, by foreign keys
   * or by hand, so that none of them can be taken out until the transaction ends.
   */
  async check(
    tx: Transaction,
    viewer: Viewer,
    registers: Registers,
    definition: RegisterDefinition,
    districtCode: string,
    given: FieldValues,
  ): Promise<void> {
    const targets = definition.fields.flatMap(({ name, references }) => {
      const [target, id] = [references && registers.find(references), given[name]];
      return target && typeof id === 'string' ? [{ name, target, id }] : [];
    });
    if (!writesOf(definition).hasForeignKeys) {
      await tx.become({ kind: 'job' });
      for (const { target, id } of targets) await this.records.hold(tx, target, districtCode, id);
      await tx.become(recordLens(viewer));
    }
    for (const { name, target, id } of targets) {
      const found = await this.records.find(tx, recordLens(viewer), target, id);
      if (found?.chain.districtCode !== districtCode) throw unknown(name);
    }
  }

  /** Under the job lens: also a record outside the viewer's area keeps this one. */
  async requireNone(tx: Transaction, registers: Registers, target: RegisterDefinition, record: PlainRecord): Promise<void> {
    for (const definition of registers.all) {
      for (const field of definition.fields.filter(({ references }) => references === target.name)) {
        if (await this.records.isReferenced(tx, definition, field, record)) throw apiError('record.referenced');
      }
    }
  }
}

/** What the database refused, in the words of the contract. Its own message may quote a value, and is not passed on. */
export function refusalOf(definition: RegisterDefinition, error: unknown): unknown {
  if (isUniqueViolation(error, writesOf(definition).once)) return apiError('record.duplicate');
  if (sqlState(error) !== FOREIGN_KEY_VIOLATION) return error;
  const field = definition.fields.find((each) => foreignKeyOf(definition, each) === brokenConstraint(error));
  return field ? unknown(field.name) : error;
}

const unknown = (name: string) =>
  apiError('record.invalid', { fields: [{ path: `body.values.${name}`, rule: 'not-a-reference' }] });
