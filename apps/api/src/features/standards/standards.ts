import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { FilingCondition, MatterClass } from '@wangge/contracts';
import { calendarFrom, conditionsOf, generalCondition, type WorkingCalendar } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { readSeed } from './seed-files.js';
import { StandardsRepository } from './standards.repository.js';

interface Loaded {
  readonly classes: ReadonlyMap<string, MatterClass>;
  readonly conditions: ReadonlyMap<string, FilingCondition>;
  readonly conditionsByClass: ReadonlyMap<string, readonly FilingCondition[]>;
  readonly calendar: WorkingCalendar;
}

/** Classes, filing conditions and the working calendar, kept in memory: every step of the loop asks for them. */
@Injectable()
export class Standards implements OnModuleInit {
  private readonly logger = new Logger('standards');
  private loaded: Loaded | undefined;

  constructor(
    private readonly database: Database,
    private readonly repository: StandardsRepository,
    private readonly clock: SystemClock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.seed();
    await this.load();
  }

  /** Fills the tables from the seed's files where these have changed. */
  async seed(): Promise<void> {
    const seed = await readSeed();
    const isNew = await this.database.as({ kind: 'job' }, (tx) => this.repository.ensureSeeded(tx, seed, this.clock.now()));
    if (isNew) this.logger.log(`${seed.classes.length} classes and ${seed.conditions.length} filing conditions were stored`);
  }

  /** Reads the tables again: after a seeding, or when somebody has changed them. */
  async load(): Promise<void> {
    this.loaded = await this.database.as({ kind: 'reference' }, async (tx) => {
      const classes = await this.repository.listClasses(tx);
      const conditions = await this.repository.listConditions(tx);
      const calendar = calendarFrom(await this.repository.listNotices(tx));
      return {
        classes: new Map(classes.map((matter) => [matter.code, matter])),
        conditions: new Map(conditions.map((condition) => [condition.id, condition])),
        conditionsByClass: byClass(conditions),
        calendar,
      };
    });
  }

  get calendar(): WorkingCalendar {
    return this.whole.calendar;
  }

  /** Every class, the retired ones too, by code. */
  classes(): readonly MatterClass[] {
    return [...this.whole.classes.values()];
  }

  findClass(code: string): MatterClass | undefined {
    return this.whole.classes.get(code);
  }

  /** The conditions of the standard, then the district's own. */
  conditionsOf(code: string): FilingCondition[] {
    return conditionsOf(code, this.whole.conditionsByClass.get(code) ?? []);
  }

  findCondition(id: string): FilingCondition | undefined {
    const listed = this.whole.conditions.get(id);
    if (listed) return listed;
    const general = GENERAL.exec(id)?.[1];
    return general !== undefined && this.findClass(general) ? generalCondition(general) : undefined;
  }

  /** What a class is called; reports wait as 未分类 until they have one. */
  nameOf(code: string | null): string {
    return (code !== null && this.findClass(code)?.name) || UNCLASSIFIED;
  }

  private get whole(): Loaded {
    if (!this.loaded) throw new Error('the standards are asked for before they are loaded');
    return this.loaded;
  }
}

export const UNCLASSIFIED = '未分类';
const GENERAL = /^general-(\d{5})$/;

function byClass(conditions: readonly FilingCondition[]): Map<string, FilingCondition[]> {
  const groups = new Map<string, FilingCondition[]>();
  for (const condition of conditions) {
    const group = groups.get(condition.classCode);
    if (group) group.push(condition);
    else groups.set(condition.classCode, [condition]);
  }
  return groups;
}
