import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { RegisterHits } from '@wangge/contracts';
import { findRegister, type Lens, type PlacedRecord, type RegisterDefinition, visibleThrough } from '@wangge/domain';
import fc from 'fast-check';
import { SystemClock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/index.js';
import { FieldCipher } from '../../platform/secrets/field-cipher.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { OwnRegistersRepository } from './definitions/own-registers.repository.js';
import { lens as anyLens, placedRecords } from '../../testing/lens-arbitraries.js';
import { findingStatement } from './finding-statement.js';
import { RecordCells } from './record-cells.js';
import { RecordFinding } from './record-finding.service.js';
import { RecordSearch } from './record-search.js';
import { RecordTitles } from './record-titles.js';
import { RegisterBackings } from './register-backings.js';
import { RegisterCatalogue, Registers } from './register-catalogue.js';
import { RegisterSeeding } from './register-seeding.js';
import { RegistersRepository } from './registers.repository.js';
import { ValueRules } from './value-rules.js';

const secrets = new Secrets({ jwt: randomBytes(32), hash: randomBytes(32), fields: randomBytes(32) });
const cells = new RecordCells(new FieldCipher(secrets), secrets);
const search = new RecordSearch(cells, new ValueRules(new SystemClock(), new Config({})));
const repository = new RegistersRepository(cells);

const PHONE = '19912345678';
const AREAS: readonly Lens['kind'][] = ['region', 'district', 'street', 'community', 'grid'];
const records: readonly PlacedRecord[] = fc.sample(placedRecords, { numRuns: 1, seed: 230304 })[0] ?? [];

function definitionOf(name: string): RegisterDefinition {
  const definition = findRegister(name);
  if (!definition) throw new Error(`no register ${name}`);
  return definition;
}
const VOLUNTEERS = definitionOf('volunteers');
const BUILDINGS = definitionOf('buildings');
const registers = new Registers([BUILDINGS, VOLUNTEERS]);

async function store({ database }: TestDatabase): Promise<void> {
  const seeding = new RegisterSeeding(database, repository);
  const at = '2026-06-12T04:00:00Z';
  const people = records.map(({ id, gridCode }, index) => ({
    id,
    gridCode,
    values: { name: `乾坤${index}`, phone: PHONE, serviceKind: 'other', state: 'active' },
    at,
  }));
  await seeding.insertMany(VOLUNTEERS, people, { id: null, name: '某人' });
  const houses = records.slice(0, 20).map(({ id, gridCode }, index) => ({
    id,
    gridCode,
    values: { code: `H${index}-${gridCode}`, name: `乾坤里${index}号楼`, use: 'dwelling' },
    at,
  }));
  await seeding.insertMany(BUILDINGS, houses, { id: null, name: '某人' });
}

const catalogueOf = (database: Database) => new RegisterCatalogue(database, new OwnRegistersRepository(), new RegisterBackings());

describeOnBothDatabases('the search over all registers', (getDatabase) => {
  const finding = () => {
    const { database }: { database: Database } = getDatabase();
    return { database, service: new RecordFinding(database, search, new RecordTitles(cells), catalogueOf(database)) };
  };
  const find = (lens: Lens, words: string): Promise<RegisterHits[]> => {
    const { database, service } = finding();
    return database.as(lens, (tx) => service.within(tx, lens, registers, words));
  };
  beforeAll(() => store(getDatabase()), 60_000);

  test('finds by how a name begins and by a whole phone, each record once, and only within the area', async () => {
    let met = 0;
    const areas = anyLens(records).filter(({ kind }) => AREAS.includes(kind));
    await fc.assert(
      fc.asyncProperty(areas, fc.constantFrom('乾坤', PHONE), async (lens, words) => {
        const visible = records.filter((record) => visibleThrough(lens, record));
        met += visible.length;
        const found = await find(lens, words);
        const people = found.find(({ register }) => register === 'volunteers');
        expect(people?.total ?? 0).toBe(visible.length);
        expect(people?.items.length ?? 0).toBe(Math.min(6, visible.length));
        for (const { id } of people?.items ?? []) expect(visible.map((record) => record.id)).toContain(id);
        const houses = records.slice(0, 20).filter((record) => visibleThrough(lens, record));
        expect(found.find(({ register }) => register === 'buildings')?.total ?? 0).toBe(words === PHONE ? 0 : houses.length);
      }),
      { numRuns: 60 },
    );
    expect(met).toBeGreaterThan(100);
  }, 60_000);

  test('shows names and phones masked, and never finds by a part of a number', async () => {
    const lens: Lens = { kind: 'region', code: '23' };
    const [byName] = await find(lens, '乾坤1');
    const masked = expect.stringMatching(/^乾\*{1,2}\d$/);
    expect(byName?.items[0]).toMatchObject({ title: masked, by: { label: { zh: '姓名' }, value: masked } });
    const [byPhone] = await find(lens, PHONE);
    expect(byPhone?.items[0]?.by.value).toBe('199****5678');
    expect(await find(lens, PHONE.slice(0, 10))).toEqual([]);
    expect(await find(lens, '坤')).toEqual([]);
  });

  test('reads no table from end to end', async () => {
    const { superuser } = getDatabase();
    const lens: Lens = { kind: 'street', code: '230302001' };
    const sought = [VOLUNTEERS, BUILDINGS].map((definition) => ({ definition, matches: search.matches(definition, PHONE) }));
    const asked = findingStatement(lens, sought, { shown: 6, counted: 100 });
    if (!asked) throw new Error('nothing was asked');
    // With so few rows a scan would be cheaper: what is left of one cannot be done by any index.
    await superuser.query('set enable_seqscan = off');
    const plan = await superuser.query<Record<string, string>>(`explain ${asked.statement.text}`, asked.values);
    await superuser.query('reset enable_seqscan');
    expect(plan.flatMap(Object.values).filter((line) => line.includes('Seq Scan on register_'))).toEqual([]);
    expect(plan.flatMap(Object.values).join('\n')).toContain('phone_index');
  });
});
