import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { RegisterCatalogue, type Registers } from '../register-catalogue.js';
import { LikenessRepository } from './likeness.repository.js';
import { RecordComparing } from './record-comparing.js';

type Districts = ReadonlyMap<string, Registers>;

const TICK_MS = 1_000;
/** Of each second at most this long, so that requests find the session of an embedded database free. */
const BUSY_MS = 300;
const BATCH = 100;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Keeps the pairs of records that may be the same: what was written since, and after a register has got its rule or a
 * new one, all its records. One process at a time, in short transactions; what it was at when it died is done again.
 */
@Injectable()
export class LikenessSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('likeness');
  /** Registers whose older records have been walked: they need not be asked for each second. */
  private readonly walked = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<unknown> | undefined;

  constructor(
    private readonly database: Database,
    private readonly waiting: LikenessRepository,
    private readonly comparing: RecordComparing,
    private readonly catalogue: RegisterCatalogue,
    private readonly clock: SystemClock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.work;
  }

  /** Compares what waits, for so many milliseconds at most. Answers how many records were looked at. */
  async sweep(milliseconds = Number.POSITIVE_INFINITY): Promise<number> {
    const until = Date.now() + milliseconds;
    const districts = await this.districts();
    let seen = 0;
    for (;;) {
      const done = await this.database.as({ kind: 'job' }, (tx) => this.batch(tx, districts));
      if (done === undefined) return seen;
      seen += done;
      if (Date.now() >= until) return seen;
    }
  }

  private tick(): void {
    this.work ??= this.sweep(BUSY_MS)
      .catch((error: unknown) => this.logger.warn(`comparing failed: ${error instanceof Error ? error.name : 'unknown'}`))
      .finally(() => {
        this.work = undefined;
      });
  }

  private async districts(): Promise<Districts> {
    const codes = await this.database.as({ kind: 'job' }, (tx) => this.waiting.districts(tx));
    const found = new Map<string, Registers>();
    for (const districtCode of codes) found.set(districtCode, await this.catalogue.of({ districtCode }));
    return found;
  }

  /** Undefined where nothing waits. */
  private async batch(tx: Transaction, districts: Districts): Promise<number | undefined> {
    if (!(await this.waiting.holdTurn(tx))) return undefined;
    const taken = await this.waiting.take(tx, BATCH);
    if (taken.length === 0) return this.walkOn(tx, districts);
    for (const [districtCode, registers] of districts) {
      for (const definition of registers.all) {
        const own = taken.filter((each) => each.districtCode === districtCode && each.register === definition.name);
        if (own.length > 0 && definition.likeness)
          await this.comparing.compare(tx, definition, districtCode, [...new Set(own.map(({ id }) => id))], this.now());
      }
    }
    return taken.length;
  }

  private async walkOn(tx: Transaction, districts: Districts): Promise<number | undefined> {
    for (const [districtCode, registers] of districts) {
      for (const definition of registers.all) {
        if (!definition.likeness) continue;
        const rule = JSON.stringify(definition.likeness);
        const step = `${districtCode} ${definition.name} ${rule}`;
        if (this.walked.has(step)) continue;
        const walk = await this.waiting.walk(tx, districtCode, definition.name);
        const from = walk?.rule === rule ? walk : { reached: FIRST_ID, isDone: false };
        if (from.isDone) {
          this.walked.add(step);
          continue;
        }
        const ids = await this.waiting.idsAfter(tx, definition, districtCode, from.reached, BATCH);
        await this.comparing.compare(tx, definition, districtCode, ids, this.now());
        const next = { rule, reached: ids.at(-1) ?? from.reached, isDone: ids.length < BATCH };
        await this.waiting.reach(tx, districtCode, definition.name, next);
        return ids.length;
      }
    }
    return undefined;
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}
