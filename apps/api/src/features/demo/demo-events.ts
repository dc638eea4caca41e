import { Injectable } from '@nestjs/common';
import type { EventSource, FilingCondition } from '@wangge/contracts';
import { chainOf, type EventState, localDate, NOTHING_YET } from '@wangge/domain';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Statement } from '../../platform/database/transaction.js';
import { type Random, seededRandom } from '../grid/index.js';
import { Standards } from '../standards/index.js';
import type { DemoCast, DemoWorker } from './demo-cast.js';
import { flowOf } from './demo-flows.js';
import { type Life, live, sourceFor } from './demo-life.js';
import type { Cast } from './demo-plan.js';
import { DemoPictures } from './demo-pictures.js';
import { PLACES, type Scene, SCENES } from './demo-scenes.js';
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
interface Spot {
  readonly gridCode: string;
  readonly lng: number;
  readonly lat: number;
}

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
    const spots = await this.database.as({ kind: 'reference' }, (tx) => tx.query<Spot>(SPOTS, [DISTRICT]));
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

  private lives(cast: DemoCast, spots: readonly Spot[]): { life: Life; scene: Scene }[] {
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
      const scene = pickScene(own);
      const people = castFor(own, cast, { scene, near: nearby(spot, workersOf, cast), street: spot.gridCode.slice(0, 9) });
      const number = `${day.replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
      const draft = this.draft(own, { spot, scene, people, number, reportedAt });
      const condition = this.conditionFor(own, scene.classCode);
      return { life: live({ draft, scene, condition, cast: people.cast, calendar: this.standards.calendar, urgent, leaveCheck: kept.has(reportedAt), flow: flowOf(index), now }, own), scene };
    });
  }

  private draft(random: Random, parts: { spot: Spot; scene: Scene; people: People; number: string; reportedAt: string }): EventState {
    const { spot, scene, people, number, reportedAt } = parts;
    return {
      ...NOTHING_YET,
      ...chainOf(spot.gridCode),
      id: demoId(random, reportedAt),
      number,
      title: this.standards.findClass(scene.classCode)?.name ?? '',
      description: pick(random, scene.descriptions),
      place: pick(random, PLACES),
      lng: Math.round(spot.lng * 1e7) / 1e7,
      lat: Math.round(spot.lat * 1e7) / 1e7,
      located: 'inside',
      distance: 0,
      classCode: scene.classCode,
      source: people.source,
      urgency: random() < 0.06 ? 'urgent' : 'normal',
      deskCode: DISTRICT,
      reportedBy: people.cast.reporter.accountId,
      occurredAt: reportedAt,
      reportedAt,
    };
  }

  private conditionFor(random: Random, classCode: string): FilingCondition {
    const conditions = this.standards.conditionsOf(classCode);
    const standard = conditions.filter(({ fromStandard }) => fromStandard);
    return pick(random, standard.length > 0 ? standard : conditions);
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

interface People {
  readonly cast: Cast;
  readonly source: EventSource;
}

function castFor(random: Random, cast: DemoCast, { scene, near, street }: { scene: Scene; near: readonly DemoWorker[]; street: string }): People {
  const by = (username: string) => ({
    accountId: cast.ids.get(username) ?? null,
    name: cast.accounts.find((account) => account.username === username)?.name ?? '',
  });
  const department = cast.departments.get(scene.department);
  if (!department) throw new Error(`no department for ${scene.classCode}`);
  const source = sourceFor(random);
  const worker = pick(random, near);
  const checker = pick(random, near);
  const reporter = source === 'worker' ? worker : source === 'staff' ? by('community') : { accountId: null, name: '' };
  const handler = scene.department === 'water' ? by('handler') : scene.department === 'cleaning' ? by('handler2') : { accountId: null, name: `${department.name}处置员` };
  const helpers = [...cast.departments.values()].filter(({ id }) => id !== department.id);
  const streetDesk = cast.accounts.find(({ username, scope }) => username === 'streetdesk' && scope === street);
  return {
    source,
    cast: {
      reporter,
      desk: by('desk'),
      dispatcher: by('dispatcher'),
      leader: by('leader'),
      handler,
      headId: scene.department === 'water' ? by('depthead').accountId : null,
      helper: pick(random, helpers),
      streetName: cast.streets.get(street) ?? '',
      streetDeskId: streetDesk ? by('streetdesk').accountId : null,
      checker,
      department,
    },
  };
}

const OWN_SHARE = 0.05;
/** Checks that wait for the workers somebody signs in as. */
const KEPT_CHECKS = 9;

function pickSpot(random: Random, spots: readonly Spot[], signedIn: readonly DemoWorker[], mustBeOwn: boolean): Spot {
  if (!mustBeOwn && random() >= OWN_SHARE) return pick(random, spots);
  const { gridCode } = pick(random, signedIn);
  return pick(random, spots.filter((spot) => spot.gridCode === gridCode));
}

/** Whoever works in the community; in the grid of somebody signed in, mostly that one and his neighbours. */
function nearby(spot: Spot, workersOf: ReadonlyMap<string, readonly DemoWorker[]>, { workers, signedIn }: DemoCast): readonly DemoWorker[] {
  const community = spot.gridCode.slice(0, 12);
  const own = signedIn.some(({ gridCode }) => gridCode === spot.gridCode);
  const known = own ? signedIn.filter(({ gridCode }) => gridCode.startsWith(community)) : [];
  return known.length > 0 ? known : (workersOf.get(community) ?? workers);
}

function groupWorkers(workers: readonly DemoWorker[]): ReadonlyMap<string, DemoWorker[]> {
  const found = new Map<string, DemoWorker[]>();
  for (const worker of workers) {
    const community = worker.gridCode.slice(0, 12);
    found.set(community, [...(found.get(community) ?? []), worker]);
  }
  return found;
}

const SHARES = SCENES.flatMap((scene) => Array.from({ length: scene.weight }, () => scene));

const pickScene = (random: Random): Scene => pick(random, SHARES);

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

/** A UUID of version 7 that is the same each time. */
export function demoId(random: Random, at: string): string {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  const bits = Array.from({ length: 20 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-a${bits.slice(3, 6)}-${bits.slice(6, 18)}`;
}

function withPhotos(life: Life, { picture }: Scene, photos: ReadonlyMap<string, DemoPhoto>): StoredLife {
  const before = photos.get(`${picture}/before`);
  const after = photos.get(`${picture}/after`);
  const { event } = life;
  const report = before ? [{ stage: 'report' as const, photo: before, at: event.reportedAt, by: event.reportedBy }] : [];
  const handled = after && event.handledAt ? [{ stage: 'handle' as const, photo: after, at: event.handledAt, by: event.handledBy }] : [];
  return { life, photos: [...report, ...handled] };
}
