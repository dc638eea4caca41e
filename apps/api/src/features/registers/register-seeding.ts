import { Injectable } from '@nestjs/common';
import type { FieldValues, Point, Shape } from '@wangge/contracts';
import { chainOf, initialValues, type RegisterDefinition, REGISTERS } from '@wangge/domain';
import { Database, type Transaction } from '../../platform/database/index.js';
import type { PlainRecord } from './record.js';
import { RegistersRepository } from './registers.repository.js';
import { differences } from './record-differences.js';
import { RecordSums } from './record-sums.js';

/** A record that is to be there: its values in the form they are stored in (`valuesParser`). */
export interface SeedRecord {
  readonly id: string;
  readonly gridCode: string;
  /** Of a line or an area, a point on it. */
  readonly point?: Point | null;
  readonly shape?: Shape | null;
  readonly values: FieldValues;
  readonly at: string;
}
export interface SeedActor {
  readonly id: string | null;
  readonly name: string;
}

const BATCH = 500;

/** Stores many records without a person who enters them: encrypted and indexed as any, each with the begin of its history. */
@Injectable()
export class RegisterSeeding {
  private readonly sums: RecordSums;

  constructor(
    private readonly database: Database,
    private readonly records: RegistersRepository,
  ) {
    this.sums = new RecordSums(records);
  }

  /** Answers how many were stored; those whose id is there already stay as they are. Records they point at go first. */
  async insertMany(definition: RegisterDefinition, rows: readonly SeedRecord[], actor: SeedActor): Promise<number> {
    let stored = 0;
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH);
      stored += await this.database.as({ kind: 'job' }, (tx) => this.insertBatch(tx, definition, batch, actor));
    }
    return stored;
  }

  private async insertBatch(
    tx: Transaction,
    definition: RegisterDefinition,
    rows: readonly SeedRecord[],
    actor: SeedActor,
  ): Promise<number> {
    const records = rows.map(({ id, gridCode, point = null, shape = null, values, at }) => ({
      id: id.toLowerCase(),
      version: 1,
      chain: chainOf(gridCode),
      point: definition.geometry === 'none' ? null : point,
      shape,
      values: { ...initialValues(definition), ...values },
      at,
    }));
    const stored = new Set(await this.records.insert(tx, definition, records, actor.id));
    const changes = records
      .filter(({ id }) => stored.has(id))
      .map((record) => ({
        districtCode: record.chain.districtCode,
        register: definition.name,
        recordId: record.id,
        version: 1,
        at: record.at,
        actorId: actor.id,
        actorName: actor.name,
        kind: 'created' as const,
        fields: differences(definition, { values: {} }, record),
        reason: null,
      }));
    await this.records.appendChanges(tx, changes);
    for (const [district, summed] of byDistrict(records)) await this.sums.reckon(tx, REGISTERS, definition, district, summed);
    return stored.size;
  }
}

type InDistrict = Pick<PlainRecord, 'chain' | 'values'>;

function byDistrict(records: readonly InDistrict[]): ReadonlyMap<string, readonly InDistrict[]> {
  const districts = new Set(records.map(({ chain }) => chain.districtCode));
  return new Map([...districts].map((code) => [code, records.filter(({ chain }) => chain.districtCode === code)]));
}
