import { Injectable } from '@nestjs/common';
import type { FieldValues } from '@wangge/contracts';
import { isEncrypted, likenessKeys, type RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { RecordCells } from '../record-cells.js';
import * as sql from './likeness.queries.js';

export interface Waiting {
  readonly districtCode: string;
  readonly register: string;
  readonly id: string;
}
export interface Walk {
  readonly rule: string;
  readonly reached: string;
  readonly isDone: boolean;
}

/** Of one key, more records than this share nothing but a default: they are not compared by it. */
const MOST_SHARING = 50;

/** What records are looked up by when somebody may have entered them twice. All of it under the job lens. */
@Injectable()
export class LikenessRepository {
  constructor(
    private readonly cells: RecordCells,
    private readonly secrets: Secrets,
  ) {}

  async holdTurn(tx: Transaction): Promise<boolean> {
    return (await tx.query(sql.HOLD_TURN)).length > 0;
  }

  take(tx: Transaction, most: number): Promise<Waiting[]> {
    return tx.query<Waiting>(sql.TAKE, [most]);
  }

  async districts(tx: Transaction): Promise<string[]> {
    return (await tx.query<{ code: string }>(sql.DISTRICTS)).map(({ code }) => code);
  }

  async walk(tx: Transaction, districtCode: string, register: string): Promise<Walk | undefined> {
    return (await tx.query<Walk>(sql.WALK, [districtCode, register]))[0];
  }

  async reach(tx: Transaction, districtCode: string, register: string, { rule, reached, isDone }: Walk): Promise<void> {
    await tx.query(sql.REACH, [districtCode, register, rule, reached, isDone]);
  }

  async idsAfter(tx: Transaction, definition: RegisterDefinition, district: string, after: string, most: number): Promise<string[]> {
    return (await tx.query<{ id: string }>(sql.idsAfter(definition), [district, after, most])).map(({ id }) => id);
  }

  /** The keyed hashes of what a record is looked up by. */
  keysOf({ name, likeness }: RegisterDefinition, values: FieldValues): string[] {
    if (!likeness) return [];
    return likenessKeys(likeness, values).map((text) => this.secrets.keyedHash(`likeness ${name}`, text).slice(0, 32));
  }

  async storeKeys(
    tx: Transaction,
    { name }: RegisterDefinition,
    districtCode: string,
    keys: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> {
    const rows = [...keys].flatMap(([id, own]) => own.map((key) => [key, id] as const));
    await tx.query(sql.FORGET_KEYS, [districtCode, name, [...keys.keys()]]);
    const [texts, ids] = [rows.map(([key]) => key), rows.map(([, id]) => id)];
    if (rows.length > 0) await tx.query(sql.STORE_KEYS, [districtCode, name, texts, ids]);
  }

  /** The records that share each of these keys; none for a key that too many share. */
  async sharing(
    tx: Transaction,
    { name }: RegisterDefinition,
    districtCode: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = new Map<string, string[]>();
    if (keys.length === 0) return found;
    const values = [districtCode, name, [...new Set(keys)], MOST_SHARING + 1];
    for (const { key, id } of await tx.query<{ key: string; id: string }>(sql.SHARING, values))
      found.set(key, [...(found.get(key) ?? []), id]);
    return new Map([...found].filter(([, ids]) => ids.length <= MOST_SHARING));
  }

  /** The record that has the natural key of these values already; undefined where none has, or it is not all given. */
  async byNaturalKey(
    tx: Transaction,
    definition: RegisterDefinition,
    districtCode: string,
    values: FieldValues,
  ): Promise<string | undefined> {
    const fields = definition.fields.filter(({ name }) => definition.naturalKey?.includes(name));
    const given = fields.map((field) => {
      const value = values[field.name] ?? null;
      return value !== null && isEncrypted(field) ? this.cells.blindIndex(definition, field, value) : value;
    });
    if (fields.length === 0 || given.includes(null)) return undefined;
    const [row] = await tx.query<{ id: string }>(sql.byNaturalKey(definition, fields), [districtCode, ...given]);
    return row?.id;
  }
}
