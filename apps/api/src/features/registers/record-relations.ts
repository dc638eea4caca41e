import { Injectable } from '@nestjs/common';
import type { BeyondRecords, RelatedRecords } from '@wangge/contracts';
import type { Lens, RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import type { PlainRecord } from './record.js';
import { RecordTitles } from './record-titles.js';
import type { Registers } from './register-catalogue.js';
import { type Asked, type Beyond, beyondStatement, pointingAt, relatedStatement } from './relation-statements.js';

const MOST_RELATED = 20;

interface RelatedRow {
  readonly part: number;
  readonly id: string;
  readonly title: string | null;
  readonly total: number;
}
interface BeyondRow {
  readonly part: number;
  readonly id: string;
  readonly total: number;
}

/** What points at a record, and what points at that: one statement each, whatever the number of registers. */
@Injectable()
export class RecordRelations {
  constructor(private readonly titles: RecordTitles) {}

  async related(
    tx: Transaction,
    lens: Lens,
    registers: Registers,
    { name }: RegisterDefinition,
    record: PlainRecord,
  ): Promise<RelatedRecords[]> {
    const pointing = pointingAt(registers, name);
    const rows = await ask<RelatedRow>(tx, relatedStatement(lens, pointing, targetOf(record), MOST_RELATED));
    return pointing.flatMap(({ definition, field }, part) => {
      const own = rows.filter((row) => row.part === part);
      const [first] = own;
      if (!first) return [];
      const items = own.map((row) => ({ id: row.id, title: this.titles.of(definition, row) }));
      return [{ register: definition.name, field: field.name, label: definition.label, total: first.total, items }];
    });
  }

  async beyond(
    tx: Transaction,
    lens: Lens,
    registers: Registers,
    { name }: RegisterDefinition,
    record: PlainRecord,
  ): Promise<BeyondRecords[]> {
    const steps: Beyond[] = pointingAt(registers, name).flatMap((through) =>
      pointingAt(registers, through.definition.name).map((next) => ({ through, next })),
    );
    const rows = await ask<BeyondRow>(tx, beyondStatement(lens, steps, targetOf(record)));
    return steps.flatMap(({ through, next }, part) => {
      const own = rows.filter((row) => row.part === part);
      if (own.length === 0) return [];
      return [
        {
          through: { register: through.definition.name, field: through.field.name },
          register: next.definition.name,
          field: next.field.name,
          label: next.definition.label,
          total: own.reduce((sum, { total }) => sum + total, 0),
          of: Object.fromEntries(own.map(({ id, total }) => [id, total])),
        },
      ];
    });
  }
}

const targetOf = ({ chain, id }: PlainRecord) => ({ districtCode: chain.districtCode, id });

const ask = <Row>(tx: Transaction, asked: Asked | undefined): Promise<Row[]> =>
  asked ? tx.query<Row>(asked.statement, asked.values) : Promise.resolve([]);
