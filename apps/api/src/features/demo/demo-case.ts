import type { EventSource, FilingCondition } from '@wangge/contracts';
import { chainOf, type EventState, NOTHING_YET } from '@wangge/domain';
import type { Random } from '../grid/index.js';
import type { DistrictStandards } from '../standards/index.js';
import type { DemoCast, DemoWorker } from './demo-cast.js';
import { demoId } from './demo-id.js';
import { type Life, live, sourceFor } from './demo-life.js';
import type { Cast, DemoFlow } from './demo-plan.js';
import { PLACES, type Scene, SCENES } from './demo-scenes.js';
import { pick } from './demo-steps.js';

/** A point in a unit grid of the real plan. */
export interface CaseSpot {
  readonly gridCode: string;
  readonly lng: number;
  readonly lat: number;
}
export interface CasePlan {
  readonly spot: CaseSpot;
  readonly number: string;
  readonly reportedAt: string;
  readonly urgent: boolean;
  readonly leaveCheck: boolean;
  readonly flow?: DemoFlow | undefined;
  readonly cast: DemoCast;
  /** Workers by community. */
  readonly workersOf: ReadonlyMap<string, readonly DemoWorker[]>;
}
export interface Case {
  readonly life: Life;
  readonly scene: Scene;
}

/** One made-up event and all that has come of it by the instant of the first start. */
export function makeCase(random: Random, standards: DistrictStandards, plan: CasePlan): Case {
  const { spot, cast, urgent, leaveCheck, flow } = plan;
  const scene = pick(random, SHARES);
  const people = castFor(random, cast, { scene, near: nearby(spot, plan.workersOf, cast), street: spot.gridCode.slice(0, 9) });
  const draft = draftOf(random, standards, plan, scene, people);
  const condition = conditionFor(random, standards, scene.classCode);
  const { calendar } = standards;
  const life = live({ draft, scene, condition, cast: people.cast, calendar, urgent, leaveCheck, flow, now: cast.start }, random);
  return { life, scene };
}

export function groupWorkers(workers: readonly DemoWorker[]): ReadonlyMap<string, DemoWorker[]> {
  const found = new Map<string, DemoWorker[]>();
  for (const worker of workers) {
    const community = worker.gridCode.slice(0, 12);
    const known = found.get(community);
    if (known) known.push(worker);
    else found.set(community, [worker]);
  }
  return found;
}

interface People {
  readonly cast: Cast;
  readonly source: EventSource;
}

const SHARES = SCENES.flatMap((scene) => Array.from({ length: scene.weight }, () => scene));

function draftOf(random: Random, standards: DistrictStandards, { spot, number, reportedAt }: CasePlan, scene: Scene, people: People): EventState {
  return {
    ...NOTHING_YET,
    ...chainOf(spot.gridCode),
    id: demoId(random, reportedAt),
    number,
    title: standards.findClass(scene.classCode)?.name ?? '',
    description: pick(random, scene.descriptions),
    place: pick(random, PLACES),
    lng: Math.round(spot.lng * 1e7) / 1e7,
    lat: Math.round(spot.lat * 1e7) / 1e7,
    located: 'inside',
    distance: 0,
    classCode: scene.classCode,
    source: people.source,
    urgency: random() < 0.06 ? 'urgent' : 'normal',
    deskCode: spot.gridCode.slice(0, 6),
    reportedBy: people.cast.reporter.accountId,
    occurredAt: reportedAt,
    reportedAt,
  };
}

function conditionFor(random: Random, standards: DistrictStandards, classCode: string): FilingCondition {
  const conditions = standards.conditionsOf(classCode);
  const standard = conditions.filter(({ fromStandard }) => fromStandard);
  return pick(random, standard.length > 0 ? standard : conditions);
}

interface Where {
  readonly scene: Scene;
  readonly near: readonly DemoWorker[];
  readonly street: string;
}

function castFor(random: Random, cast: DemoCast, { scene, near, street }: Where): People {
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
  const handler =
    scene.department === 'water'
      ? by('handler')
      : scene.department === 'cleaning'
        ? by('handler2')
        : { accountId: null, name: `${department.name}处置员` };
  const helper = pick(
    random,
    [...cast.departments.values()].filter(({ id }) => id !== department.id),
  );
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
      helper,
      streetName: cast.streets.get(street) ?? '',
      streetDeskId: streetDesk ? by('streetdesk').accountId : null,
      checker,
      department,
    },
  };
}

/** Whoever works in the community; in the grid of somebody signed in, mostly that one and his neighbours. */
function nearby(spot: CaseSpot, workersOf: CasePlan['workersOf'], { workers, signedIn }: DemoCast): readonly DemoWorker[] {
  const community = spot.gridCode.slice(0, 12);
  const own = signedIn.some(({ gridCode }) => gridCode === spot.gridCode);
  const known = own ? signedIn.filter(({ gridCode }) => gridCode.startsWith(community)) : [];
  return known.length > 0 ? known : (workersOf.get(community) ?? workers);
}
