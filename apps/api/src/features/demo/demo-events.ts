import { Injectable } from '@nestjs/common';
import { localDate } from '@wangge/domain';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Statement } from '../../platform/database/transaction.js';
import { type Random, seededRandom } from '../grid/index.js';
import { Standards } from '../standards/index.js';
import { type Case, type CaseSpot, groupWorkers, makeCase } from './demo-case.js';
import type { DemoCast, DemoWorker } from './demo-cast.js';
import { flowOf } from './demo-flows.js';
import type { Life } from './demo-life.js';
import { DemoPictures } from './demo-pictures.js';
import { type Scene, SCENES } from './demo-scenes.js';
import { pick } from './demo-steps.js';
import { type DemoPhoto, DemoStore, type StoredLife } from './demo-store.js';

const DISTRICT = '230302';
const DAYS = 30;
const BATCH = 100;
const DAY_MS = 86_400_000;

/** Two points in each unit grid; the same each time. */
const SPOTS: Statement = {
  name: 'demo.spots',
  text: `select grid_code as "gridCode", ST_X(spot) as lng, ST_Y(spot) as lat
           from (select code as grid_code, (ST_Dump(ST_GeneratePoints(geom, 3, 7))).geom as spot
                   from grid_node where district_code = $1 and level = 'grid' and valid_to is null order by code) as spots
          order by grid_code, lng`,
};

/** A month of the district's life: about a thousand made-up events in every state, led by the rules of the loop. */
@Injectable()
export class DemoEvents {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly standards: Standards,
    private readonly pictures: DemoPictures,
    private readonly store: DemoStore,
  ) {}

  async make(cast: DemoCast, report: (line: string) => void): Promise<void> {
    const spots = await this.database.as({ kind: 'reference' }, (tx) => tx.query<CaseSpot>(SPOTS, [DISTRICT]));
    const lives = this.lives(cast, spots);
    const last = lives.at(-BATCH);
    if (last && (await this.store.isStored(last.life))) return;
    const photos = await this.pictures.draw(SCENES.map(({ picture }) => picture));
    await this.reserveNumbers(lives.map(({ life }) => life));
    for (let first = 0; first < lives.length; first += BATCH) {
      const batch = lives.slice(first, first + BATCH).map(({ life, scene }) => withPhotos(life, scene, photos));
      await this.store.save(batch);
      report(`演示事件 demo events ${Math.min(first + BATCH, lives.length)}/${lives.length}`);
    }
  }

  private lives(cast: DemoCast, spots: readonly CaseSpot[]): Case[] {
    const now = cast.start;
    const random = seededRandom(`life/${this.config.seed}/${now}`);
    const starts = reportTimes(random, now, this.config.demoEvents);
    const workersOf = groupWorkers(cast.workers);
    const serials = new Map<string, number>();
    const kept = new Set(starts.filter(({ urgent }) => urgent).slice(0, KEPT_CHECKS).map(({ reportedAt }) => reportedAt));
    return starts.map(({ reportedAt, urgent }, index) => {
      const own = seededRandom(`life/${this.config.seed}/${now}/${index}`);
      const day = localDate(reportedAt);
      const serial = (serials.get(day) ?? 0) + 1;
      serials.set(day, serial);
      const spot = pickSpot(own, spots, cast.signedIn, kept.has(reportedAt));
      const number = `${day.replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
      const leaveCheck = kept.has(reportedAt);
      return makeCase(own, this.standards.of(DISTRICT), { spot, number, reportedAt, urgent, leaveCheck, flow: flowOf(index), cast, workersOf });
    });
  }

  /** What the demo numbered by itself is not given again: the server goes on behind it. */
  private async reserveNumbers(lives: readonly Life[]): Promise<void> {
    const next = new Map<string, number>();
    for (const { event } of lives) {
      const day = localDate(event.reportedAt);
      next.set(day, (next.get(day) ?? 1) + 1);
    }
    await this.store.reserveNumbers(DISTRICT, [...next].map(([day, number]) => ({ day, next: number })));
  }
}

const OWN_SHARE = 0.05;
/** Checks that wait for the workers somebody signs in as. */
const KEPT_CHECKS = 9;

function pickSpot(random: Random, spots: readonly CaseSpot[], signedIn: readonly DemoWorker[], mustBeOwn: boolean): CaseSpot {
  if (!mustBeOwn && random() >= OWN_SHARE) return pick(random, spots);
  const { gridCode } = pick(random, signedIn);
  return pick(random, spots.filter((spot) => spot.gridCode === gridCode));
}

interface ReportTime {
  readonly reportedAt: string;
  readonly urgent: boolean;
}

/** Mostly by day, more of late: the last hours are well filled, so that every queue has something in it. */
function reportTimes(random: Random, now: string, count: number): ReportTime[] {
  const end = Date.parse(now);
  const times = Array.from({ length: count }, (_, index) => {
    if (index < count * 0.024) return { time: end - random() * 40 * 60_000, urgent: false };
    if (index < count * 0.08) return { time: end - (20 + random() * 200) * 60_000, urgent: true };
    if (index < count * 0.14) return { time: end - random() ** 1.5 * DAY_MS, urgent: false };
    const day = end - Math.floor(random() * DAYS) * DAY_MS;
    const midnight = Math.floor((day + 8 * 3_600_000) / DAY_MS) * DAY_MS - 8 * 3_600_000;
    const hour = 7 + (random() + random()) * 6;
    return { time: Math.min(midnight + hour * 3_600_000, end - random() * DAY_MS), urgent: false };
  });
  const rounded = (time: number) => new Date(Math.floor(time / 1000) * 1000).toISOString();
  return times.sort((a, b) => a.time - b.time).map(({ time, urgent }) => ({ reportedAt: rounded(time), urgent }));
}

function withPhotos(life: Life, { picture }: Scene, photos: ReadonlyMap<string, DemoPhoto>): StoredLife {
  const before = photos.get(`${picture}/before`);
  const after = photos.get(`${picture}/after`);
  const { event } = life;
  const report = before ? [{ stage: 'report' as const, photo: before, at: event.reportedAt, by: event.reportedBy }] : [];
  const handled = after && event.handledAt ? [{ stage: 'handle' as const, photo: after, at: event.handledAt, by: event.handledBy }] : [];
  return { life, photos: [...report, ...handled] };
}
