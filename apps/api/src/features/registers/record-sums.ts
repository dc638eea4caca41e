import { Injectable } from '@nestjs/common';
import type { FieldDefinition, RegisterDefinition, SumOf } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import type { PlainRecord } from './record.js';
import { RegistersRepository } from './registers.repository.js';

type Summed = Pick<PlainRecord, 'values'>;
type SumField = FieldDefinition & { readonly sumOf: SumOf };

/** Keeps the sums that records carry of other records: reckoned anew whenever one of those is stored. */
@Injectable()
export class RecordSums {
  constructor(private readonly records: RegistersRepository) {}

  /**
   * After records of a register were stored, changed or taken out, as they were before and as they are now. Ends under
   * the job lens: the record that carries the sum may lie outside the area of whoever writes.
   */
  async reckon(
    tx: Transaction,
    registers: readonly RegisterDefinition[],
    source: RegisterDefinition,
    districtCode: string,
    touched: readonly Summed[],
  ): Promise<void> {
    for (const [target, field] of sumsOver(registers, source)) {
      const ids = touched.map(({ values }) => values[field.sumOf.by]).filter((id) => typeof id === 'string');
      if (ids.length === 0) continue;
      await tx.become({ kind: 'job' });
      await this.records.sumUp(tx, target, field, { districtCode, ids: [...new Set(ids)] });
    }
  }

  /** After other records point at these than did before: the sums they carry themselves. Under the job lens. */
  async reckonOf(tx: Transaction, target: RegisterDefinition, districtCode: string, ids: readonly string[]): Promise<void> {
    for (const field of target.fields.filter(isSum)) await this.records.sumUp(tx, target, field, { districtCode, ids });
  }
}

const sumsOver = (
  registers: readonly RegisterDefinition[],
  { name }: RegisterDefinition,
): readonly (readonly [RegisterDefinition, SumField])[] =>
  registers.flatMap((target) =>
    target.fields.filter(isSum).flatMap((field) => (field.sumOf.register === name ? [[target, field] as const] : [])),
  );

const isSum = (field: FieldDefinition): field is SumField => field.sumOf !== undefined;
