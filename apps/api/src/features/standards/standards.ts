import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { BookName, MatterClass, StandardLists } from '@wangge/contracts';
import {
  type CalendarEdition,
  calendarAt,
  calendarEdition,
  calendarLists,
  DEFAULT_SHIFTS,
  type Filing,
  filingLists,
  filingOf,
  localDate,
  responsibilityOf,
  type WorkingCalendar,
} from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { DistrictStandards } from './district-standards.js';
import { type PublishedRow, StandardEditionsRepository } from './editions/standard-editions.repository.js';
import { readSeed } from './seed-files.js';
import { StandardsRepository } from './standards.repository.js';

interface Loaded {
  readonly national: Filing;
  readonly calendar: CalendarEdition;
  readonly editions: readonly PublishedRow[];
  /** Made when they are first asked for, for a district and a day. */
  readonly districts: Map<string, DistrictStandards>;
  readonly calendars: Map<string, WorkingCalendar>;
  /** By the day. */
  readonly everywhere: Map<string, readonly MatterClass[]>;
}

/** Classes, conditions, responsibilities and calendars, kept in memory: every step of the loop asks for them. */
@Injectable()
export class Standards implements OnModuleInit {
  private readonly logger = new Logger('standards');
  private loaded: Loaded | undefined;

  constructor(
    private readonly database: Database,
    private readonly repository: StandardsRepository,
    private readonly editions: StandardEditionsRepository,
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

  /** Reads the tables again: after a seeding, or when a district has published. */
  async load(): Promise<void> {
    this.loaded = await this.database.as({ kind: 'reference' }, async (tx) => {
      const classes = await this.repository.listClasses(tx);
      const conditions = await this.repository.listConditions(tx);
      const notices = await this.repository.listNotices(tx);
      const published = await this.editions.published(tx);
      return {
        national: { classes, conditions },
        calendar: { effectiveOn: '', shifts: DEFAULT_SHIFTS, notices },
        editions: published,
        districts: new Map(),
        calendars: new Map(),
        everywhere: new Map(),
      };
    });
  }

  /** What a district works by today; without a district, what comes with the platform. */
  of(districtCode: string): DistrictStandards {
    const { districts } = this.whole;
    const key = `${districtCode} ${this.today()}`;
    const known = districts.get(key);
    if (known) return known;
    const made = this.make(districtCode);
    districts.set(key, made);
    return made;
  }

  /** Every class of any district, once: where two districts call a class of their own otherwise, as the first does. */
  classesEverywhere(): readonly MatterClass[] {
    const { everywhere, national, editions } = this.whole;
    const known = everywhere.get(this.today());
    if (known) return known;
    const districts = [...new Set(editions.map(({ district_code: district }) => district))];
    const all = [...districts.flatMap((district) => this.of(district).classes()), ...national.classes];
    const byCode = new Map([...all].reverse().map((matter) => [matter.code, matter]));
    const made = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    everywhere.set(this.today(), made);
    return made;
  }

  /** The calendar of a clock that began at an instant, with what has become known since of years that were open then. */
  calendarFor(districtCode: string, startedAt: string): WorkingCalendar {
    const { calendar, calendars } = this.whole;
    const key = `${districtCode} ${localDate(startedAt)} ${this.today()}`;
    const known = calendars.get(key);
    if (known) return known;
    const own = this.inForce(districtCode, 'calendar').map((edition) => calendarEdition(edition.lists, edition.effective_on));
    const made = calendarAt([calendar, ...own], startedAt);
    calendars.set(key, made);
    return made;
  }

  /** What a district's first draft of a book begins with. */
  nationalLists(book: BookName): StandardLists {
    const { national, calendar } = this.whole;
    if (book === 'filing') return filingLists(national.classes, national.conditions);
    return book === 'calendar' ? calendarLists(calendar) : {};
  }

  private make(districtCode: string): DistrictStandards {
    const { national } = this.whole;
    const lists = (book: BookName) => this.inForce(districtCode, book).at(-1);
    const filing = lists('filing');
    return new DistrictStandards({
      national,
      filing: filing ? filingOf(filing.lists, filing.number) : national,
      responsibilities: (lists('responsibility')?.lists.responsibilities ?? []).map(responsibilityOf),
      calendar: this.calendarFor(districtCode, this.clock.now().toISOString()),
    });
  }

  /** Those whose first day has come, in order of it. */
  private inForce(districtCode: string, book: BookName): readonly PublishedRow[] {
    const today = this.today();
    return this.whole.editions.filter(
      (edition) => edition.district_code === districtCode && edition.book === book && edition.effective_on <= today,
    );
  }

  private today(): string {
    return localDate(this.clock.now().toISOString());
  }

  private get whole(): Loaded {
    if (!this.loaded) throw new Error('the standards are asked for before they are loaded');
    return this.loaded;
  }
}
