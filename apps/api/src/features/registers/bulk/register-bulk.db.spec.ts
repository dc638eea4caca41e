import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FieldValues } from '@wangge/contracts';
import { findRegister, type RegisterDefinition, type RowReading, type Viewer } from '@wangge/domain';
import type { Database, Transaction } from '../../../platform/database/index.js';
import { Config } from '../../../platform/config/config.js';
import { FieldCipher } from '../../../platform/secrets/field-cipher.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { describeOnBothDatabases } from '../../../testing/index.js';
import type { GridLocator } from '../../grid/index.js';
import { RecordCells } from '../record-cells.js';
import { RecordSums } from '../record-sums.js';
import { sourceOf } from '../record-source.js';
import { Registers, type RegisterCatalogue } from '../register-catalogue.js';
import { RegistersRepository } from '../registers.repository.js';
import { BulkPlaces } from './bulk-places.js';
import { BulkRecords } from './bulk-records.js';
import { BulkReferences } from './bulk-references.js';
import type { Outcome } from './bulk-row.js';
import { BulkRepository } from './bulk.repository.js';
import { type BulkWork, RegisterBulk } from './register-bulk.js';

const DISTRICT = '230302';
const GRID = '230302001001001';
const OTHER_GRID = '230302001001002';
const FAR_GRID = '230302002001001';
const PHONE = '19912345678';
const AT = '2026-06-12T01:00:00.000Z';
const label = (zh: string) => ({ zh, en: zh });

const HOUSEHOLDS = definitionOf('households');
const VOLUNTEERS = definitionOf('volunteers');
/** As a district makes it for itself; it points at a register of the platform. */
const OWN: RegisterDefinition = {
  name: 'own-fire-units',
  element: 'organizations',
  label: label('消防重点单位'),
  geometry: 'none',
  titleField: 'name',
  naturalKey: ['code'],
  fields: [
    { name: 'name', column: 'f_name', kind: 'text', label: label('名称'), dataClass: 'L1', required: true, search: 'prefix' },
    { name: 'code', column: 'f_code', kind: 'text', label: label('编号'), dataClass: 'L1', required: true },
    { name: 'phone', column: 'f_phone', kind: 'phone', label: label('电话'), dataClass: 'L4', search: 'exact' },
    { name: 'note', column: 'f_note', kind: 'text', label: label('备注'), dataClass: 'L4' },
    { name: 'floors', column: 'f_floors', kind: 'integer', label: label('层数'), dataClass: 'L1' },
    { name: 'home', column: 'f_home', kind: 'reference', label: label('户'), dataClass: 'L1', references: 'households' },
  ],
  storage: { districtCode: DISTRICT, version: 1, closed: false, slots: { phone: 'key1', home: 'ref1' } },
};

function definitionOf(name: string): RegisterDefinition {
  const definition = findRegister(name);
  if (!definition) throw new Error(name);
  return definition;
}
const viewerOf = (scope: string): Viewer => ({
  accountId: '01999999-0000-7000-8000-000000000001',
  name: '某专干',
  districtCode: DISTRICT,
  assignments: [{ role: 'community-staff', scope }],
});
const STAFF = viewerOf('230302001001');
const NEIGHBOUR = viewerOf('230302002001');

const row = (values: FieldValues, more: Partial<RowReading> = {}): RowReading => ({
  values,
  references: {},
  point: null,
  shape: null,
  gridCode: GRID,
  faults: [],
  ...more,
});

const secrets = new Secrets({ jwt: randomBytes(32), hash: randomBytes(32), fields: randomBytes(32) });
const cells = new RecordCells(new FieldCipher(secrets), secrets);
const repository = new BulkRepository(cells);
const registers = new Registers([HOUSEHOLDS, VOLUNTEERS, OWN]);
const catalogue: Pick<RegisterCatalogue, 'of'> = { of: () => Promise.resolve(registers) };
const locator: Pick<GridLocator, 'locateMany'> = { locateMany: () => Promise.resolve([]) };
const bulk = new RegisterBulk(
  catalogue as RegisterCatalogue,
  repository,
  secrets,
  new RecordSums(new RegistersRepository(cells)),
  new BulkPlaces(locator as GridLocator, repository, new Config({})),
  new BulkReferences(repository),
  new BulkRecords(repository),
);

describeOnBothDatabases('many rows at once', (getDatabase) => {
  const works: BulkWork[] = [];
  const as = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const { database }: { database: Database } = getDatabase();
    return database.as({ kind: 'job' }, work);
  };
  /** Stores what is good of the rows, and tells what each would do and what is wrong with it. */
  const run = async (viewer: Viewer, definition: RegisterDefinition, readings: readonly RowReading[]) => {
    const work = await bulk.open(viewer, definition.name, { holds: true });
    works.push(work);
    return as(async (tx) => {
      const rows = await bulk.examine(tx, work.context, readings);
      const good = rows.filter(({ outcome }) => outcome !== 'wrong');
      await bulk.store(tx, work.context, await bulk.seal(work.context, good, AT));
      return rows.map(({ outcome, faults }): Outcome | string =>
        outcome === 'wrong' ? faults.map(({ column, rule }) => `${column}: ${rule}`).join() : outcome,
      );
    });
  };
  const stored = async (definition: RegisterDefinition) => {
    const { superuser } = getDatabase();
    const rows = await superuser.query<{ id: string; version: number; grid_code: string; [column: string]: unknown }>(
      `select * from ${sourceOf(definition)} as r order by r.created_at, r.id`,
    );
    return rows.map((each) => ({ ...each, values: cells.toValues(definition, each.id, each) }));
  };

  beforeAll(async () => {
    const { superuser } = getDatabase();
    await superuser.query(
      `insert into register_definition (district_code, name, id, version, draft, created_at, updated_at, updated_by_name)
       values ($1, $2, gen_random_uuid(), 1, '{}', now(), now(), '某人')`,
      [DISTRICT, OWN.name],
    );
    for (const code of [GRID, OTHER_GRID, FAR_GRID]) {
      // The nodes above are not what this is about.
      await superuser.query(
        `set session_replication_role = replica;
         insert into grid_node (code, name, geom, center, fictional, valid_from)
         values ('${code}', '格', ST_Multi(ST_MakeEnvelope(1, 1, 2, 2, 4326)), ST_SetSRID(ST_MakePoint(1.5, 1.5), 4326), true, '2026-01-01');
         set session_replication_role = default;`,
      );
    }
  });
  afterAll(() => Promise.all(works.map((work) => work.end())));

  describe.each([
    ['a table of its own', HOUSEHOLDS, 'householdNumber', { householdKind: 'family', headName: '甲' }, 'headPhone', 'headName'],
    ['the shared table', OWN, 'code', { name: '甲' }, 'phone', 'name'],
  ] as const)('of a register with %s', (_, definition, key, required, phone, name) => {
    const one = (code: string, more: FieldValues = {}, place: Partial<RowReading> = {}) =>
      row({ [key]: code, ...required, ...more }, place);

    test('are stored, are the same when they come again, and change what they say otherwise', async () => {
      const first = [one('A1', { [phone]: PHONE }), one('A2')];
      expect(await run(STAFF, definition, first)).toEqual(['new', 'new']);
      expect(await run(STAFF, definition, first)).toEqual(['same', 'same']);
      const next = [row({ [key]: 'A1', [name]: '乙' }, { gridCode: null }), one('A2', { [phone]: '19900000000' }), one('A3')];
      expect(await run(STAFF, definition, next)).toEqual(['changed', 'changed', 'new']);
      const found = await stored(definition);
      const told = found.map(({ values, version }) => [values[key], values[name], values[phone], version]);
      expect(told.sort()).toEqual([
        ['A1', '乙', PHONE, 2],
        ['A2', '甲', '19900000000', 2],
        ['A3', '甲', null, 1],
      ]);
      expect(await run(STAFF, definition, next)).toEqual(['same', 'same', 'same']);
      const { superuser } = getDatabase();
      const changes = await superuser.query<{ kind: string; fields: { name: string; to: unknown }[] }>(
        `select kind, fields from register_change where register = '${definition.name}' and kind = 'changed' order by fields::text`,
      );
      expect(changes.map(({ fields }) => fields.map((field) => [field.name, field.to])).sort()).toEqual(
        [[[name, '乙']], [[phone, null]]].sort(),
      );
    });

    test('move within the area of who writes them, and are nobody else’s to change or to find', async () => {
      expect(await run(STAFF, definition, [one('B1')])).toEqual(['new']);
      expect(await run(STAFF, definition, [one('B1', {}, { gridCode: OTHER_GRID })])).toEqual(['changed']);
      const [moved] = (await stored(definition)).filter(({ values }) => values[key] === 'B1');
      expect(moved).toMatchObject({ grid_code: OTHER_GRID, community_code: '230302001001', version: 2 });
      const there = one('B1', {}, { gridCode: FAR_GRID });
      expect(await run(NEIGHBOUR, definition, [there, one('B2'), one('B3', {}, { gridCode: null })])).toEqual([
        `${key}: duplicate`,
        'gridCode: place-not-yours',
        'gridCode: place-required',
      ]);
    });

    test('are told apart within one file, and lack nothing that a new record needs', async () => {
      const rows = [one('C1'), one('C1'), row({ [key]: 'C2' }), row({ [key]: 'C1' }, { faults: [{ column: name, rule: 'too-long' }] })];
      const missing = definition.fields.filter((field) => field.required && field.name !== key);
      expect(await run(STAFF, definition, rows)).toEqual([
        'new',
        `${key}: duplicate-in-file`,
        missing.map((field) => `${field.name}: required`).join(),
        `${name}: too-long`,
      ]);
    });
  });

  test('without a number are one record if they are wholly alike, also when it was changed since', async () => {
    const alike = row({ name: '丁', phone: PHONE, serviceKind: 'other', state: 'active' });
    const other = row({ name: '丁', phone: PHONE, serviceKind: 'other', state: 'active', skills: '二队' });
    expect(await run(STAFF, VOLUNTEERS, [alike, alike, other])).toEqual(['new', 'null: duplicate-in-file', 'new']);
    const { superuser } = getDatabase();
    await superuser.query(`update register_volunteers set skills = '一队', version = 2 where skills is null`);
    await superuser.query(`update register_volunteers set deleted_at = now() where skills = '二队'`);
    expect(await run(STAFF, VOLUNTEERS, [alike, other])).toEqual(['same', 'null: taken-out']);
  });

  test('point at records of the writer’s area by number or name, and hold them', async () => {
    const home = (code: string, headName: string) => row({ householdNumber: code, householdKind: 'family', headName });
    expect(await run(STAFF, HOUSEHOLDS, [home('D1', '戊')])).toEqual(['new']);
    expect(await run(NEIGHBOUR, HOUSEHOLDS, [{ ...home('D2', '己'), gridCode: FAR_GRID }])).toEqual(['new']);
    const unit = (code: string, named: string) => row({ code, name: code }, { references: { home: named } });
    expect(await run(STAFF, OWN, [unit('E1', 'D1'), unit('E2', 'D2'), unit('E3', '没有')])).toEqual([
      'new',
      'home: reference-unknown',
      'home: reference-unknown',
    ]);
    const [d1] = (await stored(HOUSEHOLDS)).filter(({ values }) => values.householdNumber === 'D1');
    const [e1] = (await stored(OWN)).filter(({ values }) => values.code === 'E1');
    expect(e1?.values.home).toBe(d1?.id);
    // Taken out between the look and the storing: nothing is stored that points at it.
    const work = await bulk.open(STAFF, OWN.name, { holds: true });
    works.push(work);
    const late = as(async (tx) => {
      const rows = await bulk.examine(tx, work.context, [unit('E4', 'D1')]);
      const sealed = await bulk.seal(work.context, rows, AT);
      await tx.become({ kind: 'job' });
      await tx.query({ name: 'test.take-out', text: 'update register_households set deleted_at = now() where id = $1' }, [d1?.id]);
      return bulk.store(tx, work.context, sealed);
    });
    await expect(late).rejects.toMatchObject({ name: 'BulkConflict' });
    expect((await stored(OWN)).filter(({ values }) => values.code === 'E4')).toEqual([]);
  });
});
