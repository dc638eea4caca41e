import { Injectable } from '@nestjs/common';
import type { FieldValues, Likeness } from '@wangge/contracts';
import { isAlike, type LikenessDefinition, likeness, type RegisterDefinition, type Viewer } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import { fieldValueOf, type NamedRecord } from '../record.js';
import { recordLens } from '../record-lenses.js';
import { titleOf } from '../record.mapper.js';
import { RegistersRepository } from '../registers.repository.js';
import { LikenessRepository } from './likeness.repository.js';
import { narrowed } from './record-comparing.js';

/** A record that may be what somebody is about to enter, called as he may see it. */
export interface AlikeRecord {
  readonly id: string;
  readonly title: string;
  readonly likeness: Likeness;
}

/** The same question for many records at once, in as many statements as for one. */
@Injectable()
export class SimilarInBulk {
  constructor(
    private readonly records: RegistersRepository,
    private readonly likenesses: LikenessRepository,
  ) {}

  /**
   * The record most like each of these, in step, of those that the viewer may see. What he may not see is not told of at
   * all. Leaves the transaction under his lens.
   */
  async best(
    tx: Transaction,
    viewer: Viewer,
    whole: RegisterDefinition,
    rows: readonly FieldValues[],
  ): Promise<readonly (AlikeRecord | undefined)[]> {
    const rule = whole.likeness;
    if (!rule || rows.length === 0) return [];
    const definition = narrowed(whole);
    const keys = rows.map((values) => this.likenesses.keysOf(whole, values));
    await tx.become({ kind: 'job' });
    const sharing = await this.likenesses.sharing(tx, whole, viewer.districtCode, keys.flat());
    const lens = recordLens(viewer);
    await tx.become(lens);
    const found = await this.records.findMany(tx, lens, definition, [...new Set([...sharing.values()].flat())]);
    const byId = new Map(found.map((record) => [record.id, record]));
    return rows.map((values, index) => {
      const ids = new Set((keys[index] ?? []).flatMap((key) => sharing.get(key) ?? []));
      const candidates = [...ids].flatMap((id) => byId.get(id) ?? []);
      return mostAlike(definition, rule, values, candidates);
    });
  }
}

function mostAlike(
  definition: RegisterDefinition,
  rule: LikenessDefinition,
  values: FieldValues,
  candidates: readonly NamedRecord[],
): AlikeRecord | undefined {
  const [first] = candidates
    .map((record) => ({ record, likeness: likeness(rule, values, record.values) }))
    .filter((each) => isAlike(rule, each.likeness))
    .sort((a, b) => b.likeness.score - a.likeness.score || (a.record.id < b.record.id ? -1 : 1));
  if (!first) return undefined;
  const title = titleOf(definition, fieldValueOf(first.record, { name: definition.titleField }));
  return { id: first.record.id, title, likeness: first.likeness };
}
