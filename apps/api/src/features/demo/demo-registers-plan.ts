import type { Random } from '../grid/index.js';
import { makeActivity, makeCarePlan, makeServiceRecord, makeTeams } from './demo-registers-care.js';
import { pick } from './demo-steps.js';
import { makeAuthorities, makeBuilding, makeComponent } from './demo-registers-land.js';
import { makeCamera, makeDevice, makeSupply } from './demo-registers-objects.js';
import { makeOrganization } from './demo-registers-organizations.js';
import { makeHousehold, makeVolunteer } from './demo-registers-people.js';
import { makeAddress, makeGuardedLine, makeMapFeature, makeParcel, makeRoom, makeSafetyPlace } from './demo-registers-places.js';
import { bornBefore, type DemoBuilding, type DemoContext, type DemoRecord, type DemoSpot } from './demo-registers-record.js';
import { makeDispute, makeRequest, makeVisit } from './demo-registers-situations.js';
import { makeReadings, makeStation, makeWarning } from './demo-registers-sky.js';
import { birthDate, between, IdentityNumbers, placeWord } from './demo-registers-words.js';

export interface RegistersPlan {
  readonly random: Random;
  readonly spots: readonly DemoSpot[];
  /** The instant of the first start: no record is younger. */
  readonly start: string;
  readonly today: string;
  /** About how many. */
  readonly residents: number;
}

/** Two and a half residents to a household; of the rest never so few that a list looks empty. */
const countsFor = (residents: number) => ({
  buildings: Math.max(120, Math.round(residents * 0.03)),
  households: Math.round(residents * 0.4),
  organizations: Math.max(120, Math.round(residents * 0.04)),
  components: Math.max(300, Math.round(residents * 0.15)),
  volunteers: Math.max(60, Math.round(residents * 0.01)),
});

/** Of registers that need not grow with the people. */
const COUNTS = {
  stations: 9,
  readings: 8,
  warnings: 6,
  cameras: 60,
  supplies: 40,
  devices: 60,
  requests: 60,
  visits: 80,
  disputes: 40,
  activities: 12,
  addresses: 80,
  rooms: 160,
  safetyPlaces: 60,
  parcels: 12,
  guardedLines: 8,
  mapFeatures: 24,
  carePlans: 30,
} as const;
const ESTATE_NAMES = ['家园', '小区', '花园', '新村'];
/** The community somebody of its staff signs in for has more than others. */
const HOME_COMMUNITY = '230302004002';
const HOME_SHARE = 0.25;

/** The demo's records by register: a function of the seed, the plan of the grid and the instant of the first start. */
export function makeRegisters({ random, spots, start, today, residents: wanted }: RegistersPlan): ReadonlyMap<string, readonly DemoRecord[]> {
  const counts = countsFor(wanted);
  const context: DemoContext = { random, today, start, born: () => bornBefore(random, start) };
  const numbers = new IdentityNumbers();
  const buildings = makeBuildings(context, spots, counts.buildings);
  const homes = buildings.filter(({ isHome }) => isHome);
  const families = times(counts.households, (serial) => makeHousehold(context, pick(random, homes), serial, numbers));
  const residents = families.flatMap((family) => family.residents);
  const organizations = times(counts.organizations, () => {
    const number = numbers.next(random, birthDate(random, today, between(random, 25, 70)), random() < 0.6 ? '1' : '2');
    return makeOrganization(context, pick(random, buildings), number);
  });
  const authorities = makeAuthorities(random);
  const components = times(counts.components, (serial) => makeComponent(context, pickSpot(random, spots), serial, authorities));
  return new Map([
    ['buildings', buildings],
    ['households', families.map(({ household }) => household)],
    ['residents', residents],
    ['organizations', organizations],
    ['components', components],
    ...makeService(context, spots, residents, counts.volunteers),
    ...makeLand(context, spots, buildings, homes),
    [
      'care-plans',
      makeCarePlans(
        context,
        families.map(({ household }) => household),
      ),
    ],
    ...makeSky(context, spots),
    ...makeObjects(context, spots, homes),
    ...makeSituations(context, spots, residents),
  ]);
}

type Made = readonly (readonly [register: string, records: readonly DemoRecord[]])[];

/** Volunteers with their teams, what they did together, and the hours each gave. */
function makeService(
  context: DemoContext,
  spots: readonly DemoSpot[],
  residents: readonly DemoRecord[],
  wanted: number,
): Made {
  const { random } = context;
  const teams = makeTeams(context, () => pickSpot(random, spots));
  const volunteers = makeVolunteers(context, residents, wanted, teams);
  const activities = times(COUNTS.activities, (serial) =>
    makeActivity(context, pickSpot(random, spots), pick(random, teams), serial),
  );
  const records = volunteers.flatMap((volunteer) =>
    times(between(random, 1, 4), () => makeServiceRecord(context, volunteer, pick(random, activities))),
  );
  return [
    ['volunteer-teams', teams],
    ['volunteers', volunteers],
    ['volunteer-activities', activities],
    ['service-records', records],
  ];
}

function makeLand(
  context: DemoContext,
  spots: readonly DemoSpot[],
  buildings: readonly DemoBuilding[],
  homes: readonly DemoBuilding[],
): Made {
  const { random } = context;
  const somewhere = () => pickSpot(random, spots);
  return [
    ['addresses', buildings.slice(0, COUNTS.addresses).map((building, index) => makeAddress(context, building, index + 1))],
    ['rooms', times(COUNTS.rooms, (serial) => makeRoom(context, pick(random, homes), serial))],
    ['safety-places', times(COUNTS.safetyPlaces, () => makeSafetyPlace(context, pick(random, buildings)))],
    ['parcels', times(COUNTS.parcels, (serial) => makeParcel(context, somewhere(), serial))],
    ['guarded-lines', times(COUNTS.guardedLines, (serial) => makeGuardedLine(context, somewhere(), serial))],
    ['map-features', times(COUNTS.mapFeatures, (serial) => makeMapFeature(context, somewhere(), serial))],
  ];
}

function makeCarePlans(context: DemoContext, households: readonly DemoRecord[]): DemoRecord[] {
  const needy = households.filter(({ values }) => values.assistance !== 'none').slice(0, COUNTS.carePlans);
  return needy.map((household) => makeCarePlan(context, household));
}

function makeSky(context: DemoContext, spots: readonly DemoSpot[]): Made {
  const somewhere = () => pickSpot(context.random, spots);
  const stations = times(COUNTS.stations, (serial) => makeStation(context, somewhere(), serial));
  return [
    ['stations', stations],
    ['readings', stations.flatMap((station) => makeReadings(context, station, COUNTS.readings))],
    ['warnings', times(COUNTS.warnings, (serial) => makeWarning(context, somewhere(), serial))],
  ];
}

function makeObjects(context: DemoContext, spots: readonly DemoSpot[], homes: readonly DemoBuilding[]): Made {
  const somewhere = () => pickSpot(context.random, spots);
  return [
    ['cameras', times(COUNTS.cameras, (serial) => makeCamera(context, somewhere(), serial))],
    ['supplies', times(COUNTS.supplies, (serial) => makeSupply(context, somewhere(), serial))],
    ['devices', times(COUNTS.devices, (serial) => makeDevice(context, pick(context.random, homes), serial))],
  ];
}

function makeSituations(context: DemoContext, spots: readonly DemoSpot[], residents: readonly DemoRecord[]): Made {
  const somewhere = () => pickSpot(context.random, spots);
  return [
    ['requests', times(COUNTS.requests, (serial) => makeRequest(context, somewhere(), serial))],
    ['visits', times(COUNTS.visits, (serial) => makeVisit(context, pick(context.random, residents), serial))],
    ['disputes', times(COUNTS.disputes, () => makeDispute(context, somewhere()))],
  ];
}

function makeBuildings(context: DemoContext, spots: readonly DemoSpot[], wanted: number): DemoBuilding[] {
  const { random } = context;
  const serials = new Map<string, number>();
  const buildings: DemoBuilding[] = [];
  while (buildings.length < wanted) {
    const estate = placeWord(random) + pick(random, ESTATE_NAMES);
    const { gridCode } = pickSpot(random, spots);
    const places = spots.filter((spot) => spot.gridCode === gridCode).slice(0, wanted - buildings.length);
    places.slice(0, 4).forEach((spot, index) => {
      const community = gridCode.slice(0, 12);
      const serial = (serials.get(community) ?? 0) + 1;
      serials.set(community, serial);
      buildings.push(makeBuilding(context, spot, serial, { name: estate, number: index + 1 }));
    });
  }
  return buildings;
}

/** Grown-ups with a phone, each once. */
function makeVolunteers(context: DemoContext, residents: readonly DemoRecord[], wanted: number, teams: readonly DemoRecord[]): DemoRecord[] {
  const able = residents.filter(({ values }) => typeof values.phone === 'string');
  const step = Math.max(1, Math.floor(able.length / wanted));
  const chosen = able.filter((_, index) => index % step === 0).slice(0, wanted);
  return chosen.map((resident, index) => makeVolunteer(context, resident, index + 1, teams));
}

function pickSpot(random: Random, spots: readonly DemoSpot[]): DemoSpot {
  if (random() >= HOME_SHARE) return pick(random, spots);
  const own = spots.filter(({ gridCode }) => gridCode.startsWith(HOME_COMMUNITY));
  return pick(random, own.length > 0 ? own : spots);
}

const times = <T>(count: number, make: (serial: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));
