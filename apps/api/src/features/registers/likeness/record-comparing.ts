import { Injectable, Logger } from '@nestjs/common';
import { isAlike, likeness, likenessFields, type RegisterDefinition } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import type { PlainRecord } from '../record.js';
import { RegistersRepository } from '../registers.repository.js';
import { LikenessRepository } from './likeness.repository.js';
import { type FoundPair, PairsRepository } from './pairs.repository.js';

type ById = ReadonlyMap<string, PlainRecord>;

/** Compares records with those that share a key with them, under the job lens, and keeps the pairs that are alike. */
@Injectable()
export class RecordComparing {
  private readonly logger = new Logger('likeness');

  constructor(
    private readonly records: RegistersRepository,
    private readonly likenesses: LikenessRepository,
    private readonly pairs: PairsRepository,
  ) {}

  async compare(
    tx: Transaction,
    whole: RegisterDefinition,
    districtCode: string,
    ids: readonly string[],
    at: string,
  ): Promise<void> {
    if (!whole.likeness || ids.length === 0) return;
    const definition = narrowed(whole);
    const own = await this.load(tx, definition, districtCode, ids);
    const keys = new Map(ids.map((id) => [id, this.keysOf(definition, own.get(id))]));
    await this.likenesses.storeKeys(tx, definition, districtCode, keys);
    const sharing = await this.likenesses.sharing(tx, definition, districtCode, [...keys.values()].flat());
    const found = [...new Set([...sharing.values()].flat())].filter((id) => !own.has(id));
    const all = new Map([...own, ...(await this.load(tx, definition, districtCode, found))]);
    const pairs = pairsOf(definition, keys, sharing, all);
    await this.pairs.keep(tx, definition.name, districtCode, ids, pairs, at);
  }

  /** A record that was damaged at rest is compared with nothing; the others of its batch are. */
  private async load(tx: Transaction, definition: RegisterDefinition, district: string, ids: readonly string[]): Promise<ById> {
    const { records, broken } = await this.records.listReadable(tx, definition, district, ids);
    for (const id of broken) this.logger.error(`${definition.name} ${id} cannot be opened and was not compared`);
    return new Map(records.map((record) => [record.id, record]));
  }

  private keysOf(definition: RegisterDefinition, record: PlainRecord | undefined): string[] {
    return record ? this.likenesses.keysOf(definition, record.values) : [];
  }
}

/** The register with only what is compared and what a record is called: nothing else is decrypted. */
export function narrowed(definition: RegisterDefinition): RegisterDefinition {
  const used = definition.likeness ? likenessFields(definition.likeness) : new Set();
  return { ...definition, fields: definition.fields.filter(({ name }) => used.has(name) || name === definition.titleField) };
}

function pairsOf(
  { likeness: rule }: RegisterDefinition,
  keys: ReadonlyMap<string, readonly string[]>,
  sharing: ReadonlyMap<string, readonly string[]>,
  records: ById,
): FoundPair[] {
  const pairs = new Map<string, FoundPair>();
  for (const [id, own] of keys) {
    for (const otherId of own.flatMap((key) => sharing.get(key) ?? [])) {
      const [one, other] = [records.get(id < otherId ? id : otherId), records.get(id < otherId ? otherId : id)];
      if (!rule || !one || !other || one === other || pairs.has(`${one.id} ${other.id}`)) continue;
      const found = likeness(rule, one.values, other.values);
      if (isAlike(rule, found))
        pairs.set(`${one.id} ${other.id}`, { oneId: one.id, otherId: other.id, chains: [one.chain, other.chain], likeness: found });
    }
  }
  return [...pairs.values()];
}
