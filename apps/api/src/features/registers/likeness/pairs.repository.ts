import { Injectable } from '@nestjs/common';
import type { Chain, Likeness, LikenessPart } from '@wangge/contracts';
import type { Lens, RegisterDefinition } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../../platform/database/index.js';
import { Conditions, nameOf } from '../conditions.js';
import { withinRegister } from '../record-lenses.js';
import * as sql from './pairs.queries.js';

export interface FoundPair {
  readonly oneId: string;
  readonly otherId: string;
  readonly chains: readonly [Chain, Chain];
  readonly likeness: Likeness;
}
export interface PairRow {
  readonly id: string;
  readonly oneId: string;
  readonly otherId: string;
  readonly score: number;
  readonly parts: LikenessPart[];
  readonly foundAt: Date;
}
export interface PairCursor {
  readonly score: number;
  readonly id: string;
}

/** Pairs of records that may be the same. They are read through a lens and written by the job alone. */
@Injectable()
export class PairsRepository {
  static readonly cap = 1000;

  /** The pairs of these records from now on; what was decided of one stays decided. */
  async keep(
    tx: Transaction,
    register: string,
    districtCode: string,
    compared: readonly string[],
    pairs: readonly FoundPair[],
    at: string,
  ): Promise<void> {
    const names = pairs.map(({ oneId, otherId }) => `${oneId} ${otherId}`);
    await tx.query(sql.FORGET_OTHERS, [districtCode, register, compared, names]);
    if (pairs.length === 0) return;
    const rows = pairs.map(({ oneId, otherId, chains, likeness }) => ({
      id: uuid(),
      register,
      one_id: oneId,
      other_id: otherId,
      ...sharedCodes(chains),
      score: likeness.score,
      parts: likeness.parts,
      found_at: at,
    }));
    await tx.query(sql.STORE, [districtCode, JSON.stringify(rows)]);
  }

  /** A page and one more, most alike first. */
  list(tx: Transaction, lens: Lens, register: string, scope: Lens | undefined, page: { most: number; after?: PairCursor }) {
    const conditions = this.seen(lens, [register, page.most + 1], scope);
    const { after } = page;
    if (after) conditions.add((s, i) => `(p.score < ${s} or (p.score = ${s} and p.id > ${i}::uuid))`, after.score, after.id);
    const text = sql.listText(conditions.text);
    return tx.query<PairRow>({ name: nameOf('pairs.list', text), text }, conditions.values);
  }

  /** Exact up to the cap, one more beyond it. */
  async count(tx: Transaction, lens: Lens, register: string, scope: Lens | undefined): Promise<number> {
    const conditions = this.seen(lens, [register], scope);
    const text = sql.countText(conditions.text, PairsRepository.cap + 1);
    const [row] = await tx.query<{ total: number }>({ name: nameOf('pairs.count', text), text }, conditions.values);
    return row?.total ?? 0;
  }

  async find(
    tx: Transaction,
    lens: Lens,
    { name }: RegisterDefinition,
    id: string,
  ): Promise<(PairRow & { readonly districtCode: string }) | undefined> {
    const conditions = this.seen(lens, [name, id], undefined);
    const text = sql.oneText(conditions.text);
    const [row] = await tx.query<PairRow & { districtCode: string }>({ name: nameOf('pairs.one', text), text }, conditions.values);
    return row;
  }

  async dismiss(tx: Transaction, pair: { districtCode: string; id: string }, at: string, by: string): Promise<boolean> {
    return (await tx.query(sql.DISMISS, [pair.districtCode, pair.id, at, by])).length > 0;
  }

  private seen(lens: Lens, first: readonly unknown[], scope: Lens | undefined): Conditions {
    const conditions = new Conditions();
    conditions.values.push(...first);
    conditions.addFilter(withinRegister(lens, 'p', conditions.next));
    return scope ? conditions.addFilter(withinRegister(scope, 'p', conditions.next)) : conditions;
  }
}

/** Codes of the nodes above both: null from the first level where they part. */
function sharedCodes([one, other]: readonly [Chain, Chain]): Record<string, string | null> {
  const shared = (level: keyof Chain) => (one[level] === other[level] ? one[level] : null);
  return { street_code: shared('streetCode'), community_code: shared('communityCode'), grid_code: shared('gridCode') };
}
