import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { findRegister, type Lens, type PlacedRecord, type RegisterDefinition, visibleThrough } from '@wangge/domain';
import fc from 'fast-check';
import { SystemClock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { lens as anyLens, placedRecords } from '../../testing/lens-arbitraries.js';
import { OwnRegistersRepository } from './definitions/own-registers.repository.js';
import { RecordCells } from './record-cells.js';
import { RecordCounts } from './record-counts.js';
import { RecordMap } from './record-map.service.js';
import { RecordSpots } from './record-spots.js';
import { RecordTitles } from './record-titles.js';
import { RegisterBackings } from './register-backings.js';
import { RegisterCatalogue, Registers } from './register-catalogue.js';
import { RegisterSeeding } from './register-seeding.js';
import { RegistersRepository } from './registers.repository.js';

const secrets = new Secrets({ jwt: randomBytes(32), hash: randomBytes(32), fields: randomBytes(32) });
const cells = new RecordCells(new FieldCipher(secrets), secrets);
const JOB: Lens = { kind: 'job' };
const AREAS: readonly Lens['kind'][] = ['region', 'district', 'street', 'community', 'grid'];
const [WEST, EAST] = [130.9, 131.1];

function definitionOf(name: string): RegisterDefinition {
  const definition = findRegister(name);
  if (!definition) throw new Error(`no register ${name}`);
  return definition;
}
const BUILDINGS = definitionOf('buildings');
const ORGANIZATIONS = definitionOf('organizations');
const registers = new Registers([BUILDINGS, ORGANIZATIONS]);

/** Each place has a building in the west or the east, and an organization in the building of the next place. */
const places: readonly PlacedRecord[] = (fc.sample(placedRecords, { numRuns: 1, seed: 230307 })[0] ?? []).map((place) => ({
  ...place,
  reportedBy: null,
  assigneeId: null,
  departmentId: null,
  secretHash: null,
}));
const isWest = (index: number) => index % 2 === 0;
const houseOf = (index: number) => ({ lng: (isWest(index) ? WEST : EAST) + index / 100_000, lat: 45.3 });
const inDistrict = (code: string) => places.filter(({ districtCode }) => districtCode === code);
function housed(place: PlacedRecord): PlacedRecord {
  const near = inDistrict(place.districtCode);
  return near[(near.indexOf(place) + 1) % near.length] ?? place;
}

async function store({ database, superuser }: TestDatabase): Promise<void> {
  const seeding = new RegisterSeeding(database, new RegistersRepository(cells));
  const [at, actor] = ['2026-06-12T04:00:00Z', { id: null, name: '某人' }];
  const houses = places.map(({ id, gridCode }, index) => ({
    id,
    gridCode,
    point: houseOf(index),
    values: { code: `H${index}`, name: `乾坤里${index}号楼`, use: 'residential' },
    at,
  }));
  await seeding.insertMany(BUILDINGS, houses, actor);
  const shops = places.map((place, index) => ({
    id: place.id,
    gridCode: place.gridCode,
    values: { name: `乾坤店${index}`, organizationKind: 'enterprise', businessState: 'open', buildingId: housed(place).id },
    at,
  }));
  await seeding.insertMany(ORGANIZATIONS, shops, actor);
  // Every unit grid spans both halves: where a record is shown is its building's doing.
  const codes = [...new Set(places.flatMap(({ gridCode }) => [6, 9, 12, 15].map((length) => gridCode.slice(0, length))))].sort();
  for (const code of codes)
    await superuser.query(
      `insert into grid_node (code, name, geom, center, fictional, valid_from)
       values ($1, $1, ST_Multi(ST_MakeEnvelope(130, 45, 132, 46, 4326)), ST_SetSRID(ST_MakePoint(131, 45.5), 4326), true, '2026-01-01')`,
      [code],
    );
}

describeOnBothDatabases('registers on the map', (getDatabase) => {
  const ask = (lens: Lens, filter: Lens, definition: RegisterDefinition) => {
    const { database } = getDatabase();
    const catalogue = new RegisterCatalogue(database, new OwnRegistersRepository(), new RegisterBackings());
    const spots = new RecordSpots(new RecordTitles(cells));
    const map = new RecordMap(database, new RecordCounts(new SystemClock()), spots, catalogue);
    return database.as(lens, async (tx) => ({
      window: await map.windowWithin(tx, filter, registers, definition, [130, 45, 132, 46]),
      west: await map.selectWithin(tx, filter, registers, definition, [
        [WEST - 0.05, 45],
        [WEST + 0.05, 45],
        [WEST + 0.05, 46],
        [WEST - 0.05, 46],
      ]),
    }));
  };
  const holds = (filterOf: (lens: Lens) => Lens) =>
    fc.assert(
      fc.asyncProperty(
        anyLens(places).filter(({ kind }) => AREAS.includes(kind)),
        async (lens) => {
          const shown = places.filter((place) => visibleThrough(lens, place));
          const own = await ask(lens, filterOf(lens), BUILDINGS);
          if (own.window.kind !== 'points') throw new Error('too few for areas');
          expect(own.window.items.map(({ id }) => id).sort()).toEqual(shown.map(({ id }) => id).sort());
          const west = shown.filter((place) => isWest(places.indexOf(place)));
          expect(own.west.items.map(({ id }) => id).sort()).toEqual(west.map(({ id }) => id).sort());
          const shops = await ask(lens, filterOf(lens), ORGANIZATIONS);
          if (shops.window.kind !== 'points') throw new Error('too few for areas');
          // A building out of sight lends nobody its spot.
          const how = (place: PlacedRecord) => (visibleThrough(lens, housed(place)) ? 'linked' : 'grid');
          expect(shops.window.items.map((item) => `${item.id} ${item.how}`).sort()).toEqual(
            shown.map((place) => `${place.id} ${how(place)}`).sort(),
          );
        },
      ),
      { numRuns: 40 },
    );
  beforeAll(() => store(getDatabase()), 60_000);

  test('show what the lens shows, with both walls', () => holds((lens) => lens), 60_000);
  test('show the same with the filter of the application alone', async () => {
    const { superuser } = getDatabase();
    const walls = (verb: string) =>
      registers.all.map(({ name }) => `alter table register_${name} ${verb} row level security`).join('; ');
    await superuser.query(walls('disable'));
    await holds((lens) => lens).finally(() => superuser.query(walls('enable')));
  }, 60_000);
  test('show the same with the policies of the database alone', () => holds(() => JOB), 60_000);

  test('refuse an area whose outline crosses itself', async () => {
    const { database } = getDatabase();
    const map = new RecordMap(database, new RecordCounts(new SystemClock()), new RecordSpots(new RecordTitles(cells)), new RegisterCatalogue(database, new OwnRegistersRepository(), new RegisterBackings()));
    const asking = database.as(JOB, (tx) =>
      map.selectWithin(tx, JOB, registers, BUILDINGS, [
        [130, 45],
        [131, 46],
        [131, 45],
        [130, 46],
      ]),
    );
    await expect(asking).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
