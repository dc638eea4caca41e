import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { chainOf, findRegister, type Lens, type PlacedRecord, type RegisterDefinition, visibleThrough } from '@wangge/domain';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { SystemClock } from '../../platform/clock/clock.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { OwnRegistersRepository } from './definitions/own-registers.repository.js';
import { lens as anyLens, placedRecords } from '../../testing/lens-arbitraries.js';
import { PlacePictures } from './place-picture.service.js';
import type { PlainRecord } from './record.js';
import { RecordCells } from './record-cells.js';
import { RecordCounts } from './record-counts.js';
import { RecordRelations } from './record-relations.js';
import { RecordTitles } from './record-titles.js';
import { RegisterBackings } from './register-backings.js';
import { RegisterCatalogue, Registers } from './register-catalogue.js';
import { RegisterSeeding } from './register-seeding.js';
import { RegistersRepository } from './registers.repository.js';

const secrets = new Secrets({ jwt: randomBytes(32), hash: randomBytes(32), fields: randomBytes(32) });
const cells = new RecordCells(new FieldCipher(secrets), secrets);
const titles = new RecordTitles(cells);
const relations = new RecordRelations(titles);
const JOB: Lens = { kind: 'job' };
const READERS: readonly Lens['kind'][] = ['region', 'district', 'street', 'community', 'grid', 'member'];

function definitionOf(name: string): RegisterDefinition {
  const definition = findRegister(name);
  if (!definition) throw new Error(`no register ${name}`);
  return definition;
}
const [BUILDINGS, HOUSEHOLDS, RESIDENTS] = ['buildings', 'households', 'residents'].map(definitionOf);
if (!BUILDINGS || !HOUSEHOLDS || !RESIDENTS) throw new Error('a core register is missing');
const registers = new Registers([BUILDINGS, HOUSEHOLDS, RESIDENTS]);

/** A building in each district; a household and a resident in it at every place, the resident in the next household. */
const places: readonly PlacedRecord[] = fc.sample(placedRecords, { numRuns: 1, seed: 230306 })[0] ?? [];
const districts = [...new Set(places.map(({ districtCode }) => districtCode))];
const buildingOf = new Map(districts.map((code) => [code, { id: uuid(), gridCode: `${code}001001001` }]));
const homes = places.map((place, index) => ({ ...place, index, home: place.id, resident: uuid() }));
const inDistrict = (code: string) => homes.filter(({ districtCode }) => districtCode === code);
const nextHome = ({ districtCode, index }: (typeof homes)[number]): string => {
  const near = inDistrict(districtCode);
  return near[(near.findIndex((each) => each.index === index) + 1) % near.length]?.home ?? '';
};

async function store({ database }: TestDatabase): Promise<void> {
  const seeding = new RegisterSeeding(database, new RegistersRepository(cells));
  const [at, actor] = ['2026-06-12T04:00:00Z', { id: null, name: '某人' }];
  const seed = (definition: RegisterDefinition | undefined, rows: Parameters<RegisterSeeding['insertMany']>[1]) =>
    definition && seeding.insertMany(definition, rows, actor);
  const house = ([district, { id, gridCode }]: readonly [string, { id: string; gridCode: string }]) => ({
    id,
    gridCode,
    at,
    values: { code: district, name: '某楼', use: 'residential' },
  });
  await seed(BUILDINGS, [...buildingOf].map(house));
  const home = (each: (typeof homes)[number]) => ({
    id: each.home,
    gridCode: each.gridCode,
    at,
    values: {
      householdNumber: `H${each.index}`,
      householdKind: 'family',
      headName: '乾户主',
      buildingId: buildingOf.get(each.districtCode)?.id ?? null,
    },
  });
  await seed(HOUSEHOLDS, homes.map(home));
  const resident = (each: (typeof homes)[number]) => ({
    id: each.resident,
    gridCode: each.gridCode,
    at,
    values: { name: '乾成员', gender: '1', residentKind: 'registered', householdId: nextHome(each) },
  });
  await seed(RESIDENTS, homes.map(resident));
}

const plain = (id: string, gridCode: string): PlainRecord => ({
  id,
  version: 1,
  chain: chainOf(gridCode),
  point: null,
  values: {},
});

const catalogueOf = (database: TestDatabase['database']) => new RegisterCatalogue(database, new OwnRegistersRepository(), new RegisterBackings());

describeOnBothDatabases('what hangs on a record and on a place', (getDatabase) => {
  const ask = (lens: Lens, filter: Lens, district: string) => {
    const { database } = getDatabase();
    const { id, gridCode } = buildingOf.get(district) ?? { id: uuid(), gridCode: `${district}001001001` };
    return database.as(lens, async (tx) => {
      if (!BUILDINGS) throw new Error('no buildings');
      const related = await relations.related(tx, filter, registers, BUILDINGS, plain(id, gridCode));
      const beyond = await relations.beyond(tx, filter, registers, BUILDINGS, plain(id, gridCode));
      const pictures = new PlacePictures(database, new RecordCounts(new SystemClock()), titles, catalogueOf(database));
      const place = await pictures.within(tx, filter, registers.all, district);
      return {
        homes: related.find(({ register }) => register === 'households')?.total ?? 0,
        people: beyond.reduce((sum, { total }) => sum + total, 0),
        residents: place.registers?.find(({ register }) => register === 'residents')?.total,
        newest: place.newest.map((each) => each.id),
      };
    });
  };

  const holds = (filterOf: (lens: Lens) => Lens) =>
    fc.assert(
      fc.asyncProperty(
        anyLens(places).filter(({ kind }) => READERS.includes(kind)),
        fc.constantFrom(...districts),
        async (lens, district) => {
          const near = inDistrict(district);
          const shown = near.filter((each) => visibleThrough(lens, unowned(each)));
          const shownHomes = new Set(shown.map(({ home }) => home));
          const found = await ask(lens, filterOf(lens), district);
          expect(found.homes).toBe(shown.length);
          // People are counted where both they and the household in between may be seen.
          expect(found.people).toBe(shown.filter((each) => shownHomes.has(nextHome(each))).length);
          expect(found.residents).toBe(shown.length);
          const all = new Set([...shown.flatMap(({ home, resident }) => [home, resident]), buildingOf.get(district)?.id]);
          for (const id of found.newest) expect(all.has(id)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  beforeAll(() => store(getDatabase()), 60_000);

  test('is what the lens shows, with both walls', () => holds((lens) => lens), 60_000);
  test('is the same with the filter of the application alone', async () => {
    const { superuser } = getDatabase();
    const walls = (verb: string) =>
      registers.all.map(({ name }) => `alter table register_${name} ${verb} row level security`).join('; ');
    await superuser.query(walls('disable'));
    await holds((lens) => lens).finally(() => superuser.query(walls('enable')));
  }, 60_000);
  test('is the same with the policies of the database alone', () => holds(() => JOB), 60_000);
});

/** Records of the registers are nobody's own. */
const unowned = (place: PlacedRecord): PlacedRecord => ({
  ...place,
  reportedBy: null,
  assistDepartmentIds: [],
  assigneeId: null,
  departmentId: null,
  secretHash: null,
});
