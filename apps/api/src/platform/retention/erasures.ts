import { Injectable } from '@nestjs/common';
import type { RetentionRuleName } from '@wangge/contracts';
import type { Lens } from '@wangge/domain';
import type { Statement } from '../database/transaction.js';

/**
 * How one table forgets what is due. Erasing again what is erased finds nothing, so that a run that was killed is
 * simply done again.
 */
export interface Erasure {
  readonly lens: Lens;
  /** $1 district, $2 before: one row `{count, oldest}`. */
  readonly count: Statement;
  /** $1 district, $2 before, $3 how many at most: one row for each that was erased. */
  readonly erase: Statement;
}
type Source = (districtCode: string) => Promise<readonly Erasure[]>;

/** What the rules of retention mean is known to the features that keep the data: each registers its part here. */
@Injectable()
export class Erasures {
  private readonly sources = new Map<RetentionRuleName, Source[]>();

  add(rule: RetentionRuleName, source: Source): void {
    this.sources.set(rule, [...(this.sources.get(rule) ?? []), source]);
  }

  async of(rule: RetentionRuleName, districtCode: string): Promise<readonly Erasure[]> {
    const found = await Promise.all((this.sources.get(rule) ?? []).map((source) => source(districtCode)));
    return found.flat();
  }

  /** Rules nobody carries out: there must be none. */
  missing(rules: readonly RetentionRuleName[]): RetentionRuleName[] {
    return rules.filter((rule) => !this.sources.has(rule));
  }
}
