import { Injectable } from '@nestjs/common';
import { type RetentionResult, RetentionRuleName } from '@wangge/contracts';
import { dueBefore, keptDays, retentionRule } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/index.js';
import { type Erasure, Erasures } from '../../platform/retention/index.js';
import * as sql from './retention.queries.js';
import type { RunRow } from './retention-rows.js';
import { RetentionRules } from './retention-rules.service.js';

const BATCH = 500;
const DAY_MS = 86_400_000;

/** Another process has taken the run up. */
export class TakenAwayError extends Error {}
/** The server ends; the run goes on with the next one. */
export class StoppedError extends Error {}

export interface Keep {
  readonly isStopping: () => boolean;
  readonly lease: string;
  readonly until: () => Date;
}
interface Due {
  readonly count: number;
  readonly oldest: Date | null;
}

/** Rule after rule, batch after batch, each in a transaction of its own together with how far the run is. */
@Injectable()
export class RetentionWork {
  constructor(
    private readonly database: Database,
    private readonly erasures: Erasures,
    private readonly rules: RetentionRules,
    private readonly clock: SystemClock,
  ) {}

  async carryOut(run: RunRow, keep: Keep): Promise<void> {
    const settings = await this.database.as({ kind: 'job' }, (tx) => this.rules.settings(tx, run.district_code));
    let results: RetentionResult[] = run.results;
    for (const rule of RetentionRuleName.options) {
      const days = keptDays(rule, settings.get(rule)?.days ?? retentionRule(rule).days);
      const erasures = await this.erasures.of(rule, run.district_code);
      const before = dueBefore(rule, days, this.clock.now());
      // A run that was taken up again keeps what it has counted and goes on erasing.
      const known = results.find((result) => result.rule === rule);
      let result = known ?? { rule, days, erased: 0, ...(await this.count(run, erasures, before, keep)) };
      results = [...results.filter((each) => each.rule !== rule), result];
      await this.tell(run, results, keep);
      if (run.kind === 'trial') continue;
      for (const erasure of erasures) {
        for (;;) {
          const done = await this.erase(run, erasure, before, results, result, keep);
          result = { ...result, erased: result.erased + done };
          results = [...results.filter((each) => each.rule !== rule), result];
          if (done < BATCH) break;
        }
      }
    }
  }

  private async count(run: RunRow, erasures: readonly Erasure[], before: Date, keep: Keep) {
    let due = 0;
    let oldest: Date | null = null;
    for (const { lens, count } of erasures) {
      requireGoing(keep);
      const [found] = await this.database.as(lens, (tx) => tx.query<Due>(count, [run.district_code, before]));
      due += found?.count ?? 0;
      if (found?.oldest && (oldest === null || found.oldest < oldest)) oldest = found.oldest;
    }
    const oldestDays = oldest === null ? null : Math.floor((this.clock.now().getTime() - oldest.getTime()) / DAY_MS);
    return { due, oldestDays };
  }

  /** What was erased and that it was stand in one transaction: a count that was told is neither lost nor told twice. */
  private async erase(run: RunRow, { lens, erase }: Erasure, before: Date, results: readonly RetentionResult[], result: RetentionResult, keep: Keep) {
    requireGoing(keep);
    return this.database.as(lens, async (tx) => {
      const done = (await tx.query(erase, [run.district_code, before, BATCH])).length;
      if (done === 0) return 0;
      const told = results.map((each) => (each.rule === result.rule ? { ...result, erased: result.erased + done } : each));
      await tx.become({ kind: 'job' });
      const kept = await tx.query(sql.GO_ON, [run.district_code, run.id, keep.lease, JSON.stringify(told), keep.until()]);
      if (kept.length === 0) throw new TakenAwayError();
      return done;
    });
  }

  private async tell(run: RunRow, results: readonly RetentionResult[], keep: Keep): Promise<void> {
    const values = [run.district_code, run.id, keep.lease, JSON.stringify(results), keep.until()];
    const kept = await this.database.as({ kind: 'job' }, (tx) => tx.query(sql.GO_ON, values));
    if (kept.length === 0) throw new TakenAwayError();
  }
}

function requireGoing({ isStopping }: Keep): void {
  if (isStopping()) throw new StoppedError();
}
