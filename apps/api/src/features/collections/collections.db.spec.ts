import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { CollectionDraft, type CollectionView, type FieldValues } from '@wangge/contracts';
import { findRegister, missingFields, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { OpenTransaction } from '../../platform/database/transaction.js';
import { FilesModule } from '../../platform/files/index.js';
import { SecretsModule } from '../../platform/secrets/secrets.module.js';
import { describeOnBothDatabases, type TestDatabase } from '../../testing/index.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { AccountsModule } from '../accounts/index.js';
import { RecordChanges, RecordGaps, RegistersModule, RegisterSeeding } from '../registers/index.js';
import { TasksModule } from '../tasks/index.js';
import { CollectionFilling } from './collection-filling.service.js';
import { CollectionMaking } from './collection-making.service.js';
import { CollectionsModule } from './collections.module.js';
import { CollectionsRepository } from './collections.repository.js';
import { CollectionsService } from './collections.service.js';
import { ItemsRepository } from './items.repository.js';

const COMMUNITY = '230302001001';
const [FIRST, SECOND, FAR] = [`${COMMUNITY}001`, `${COMMUNITY}002`, '230302002001001'];
const NODES = [...new Set([FIRST, SECOND, FAR].flatMap((code) => [6, 9, 12, 15].map((length) => code.slice(0, length))))];

const viewer = (scope: string, role: 'community-staff' | 'grid-worker' | 'supervisor'): Viewer => ({
  accountId: uuid(),
  name: `某${role}`,
  districtCode: '230302',
  assignments: [{ role, scope }],
});
const STAFF = viewer(COMMUNITY, 'community-staff');
const [ONE, TWO, AFAR] = [viewer(FIRST, 'grid-worker'), viewer(SECOND, 'grid-worker'), viewer(FAR, 'grid-worker')];

function definitionOf(name: string): RegisterDefinition {
  const definition = findRegister(name);
  if (!definition) throw new Error(`no register ${name}`);
  return definition;
}
const RESIDENTS = definitionOf('residents');

const [HOUSE, HOME] = [uuid(), uuid()];
let serial = 0;
const person = (more: FieldValues = {}): FieldValues => {
  serial += 1;
  return { name: `钱${String.fromCodePoint(0x4e00 + serial)}山`, gender: '2', residentKind: 'registered', householdId: HOME, ...more };
};

/** Three nodes of each level, two workers in one community and one elsewhere, a household of three without tenure. */
async function furnish({ superuser }: TestDatabase, server: TestServer): Promise<{ people: string[]; faraway: string }> {
  await superuser.query(
    `insert into grid_node (code, name, geom, center, fictional, valid_from)
     select code, '名称' || code, ST_Multi(ST_MakeEnvelope(130, 45, 131, 46, 4326)), ST_SetSRID(ST_MakePoint(130.5, 45.5), 4326), true, '2026-01-01'
       from unnest($1::text[]) as code order by length(code) on conflict do nothing`,
    [NODES],
  );
  for (const { accountId, name, assignments } of [ONE, TWO, AFAR]) {
    await superuser.query(`insert into account (district_code, id, name, created_at, updated_at) values ('230302', $1, $2, now(), now())`, [accountId, name]);
    const [held] = assignments;
    const scope = held && 'scope' in held ? held.scope : '';
    await superuser.query(`insert into account_role (district_code, account_id, role, scope) values ('230302', $1, 'grid-worker', $2)`, [accountId, scope]);
  }
  const seeding = server.app.get(RegisterSeeding, { strict: false });
  const at = '2026-06-01T00:00:00Z';
  const seed = (register: string, rows: readonly { id: string; gridCode: string; values: FieldValues }[]) =>
    seeding.insertMany(definitionOf(register), rows.map((row) => ({ ...row, at })), { id: null, name: '某人' });
  await seed('buildings', [{ id: HOUSE, gridCode: FIRST, values: { code: 'B1', name: '一号楼', use: 'residential' } }]);
  await seed('households', [{ id: HOME, gridCode: FIRST, values: { householdNumber: 'H1', householdKind: 'family', headName: '钱家', buildingId: HOUSE } }]);
  const rows = [
    { id: uuid(), gridCode: FIRST, values: person() },
    { id: uuid(), gridCode: FIRST, values: person({ phone: '13800000001', occupation: '教师' }) },
    { id: uuid(), gridCode: SECOND, values: person({ phone: '13800000002', residentKind: 'floating' }) },
    { id: uuid(), gridCode: FAR, values: person() },
  ];
  await seed('residents', rows);
  const ids = rows.map(({ id }) => id);
  return { people: ids.slice(0, 3), faraway: ids[3] ?? '' };
}

const draftOf = (more: Partial<CollectionDraft> = {}): CollectionDraft =>
  CollectionDraft.parse({
    title: '走访表',
    register: 'residents',
    filter: {},
    columns: [
      { key: 'name', ask: false },
      { key: 'phone', ask: true },
      { key: 'inflowReason', ask: true },
      { key: 'householdId.tenure', ask: true },
      { key: 'householdId.buildingId.builtYear', ask: true },
    ],
    questions: [],
    dueOn: '2026-07-01',
    ...more,
  });

describeOnBothDatabases('one table for all', (getDatabase) => {
  let server: TestServer;
  let people: string[];
  let making: CollectionMaking;
  let filling: CollectionFilling;
  let collections: CollectionsService;
  beforeAll(async () => {
    server = await startTestServer(getDatabase(), [SecretsModule, FilesModule, AccountsModule, RegistersModule, TasksModule, CollectionsModule]);
    ({ people } = await furnish(getDatabase(), server));
    [making, filling, collections] = [
      server.app.get(CollectionMaking, { strict: false }),
      server.app.get(CollectionFilling, { strict: false }),
      server.app.get(CollectionsService, { strict: false }),
    ];
  });
  afterAll(() => server.close());

  const make = async (more: Partial<CollectionDraft> = {}, id = uuid()): Promise<CollectionView> =>
    collections.get(STAFF, await making.make(STAFF, { id, ...draftOf(more) }));
  const tasks = async ({ parts }: CollectionView) =>
    getDatabase().superuser.query<{ assignee: string; done: boolean }>(
      `select assignee_id as assignee, done_at is not null as done from task where subject_id = any($1::uuid[]) order by created_at, id`,
      [parts.map(({ id }) => id)],
    );
  const partOf = ({ parts }: CollectionView, code: string): string => parts.find(({ gridCode }) => gridCode === code)?.id ?? '';
  const fill = (who: Viewer, part: string, register: string, recordId: string, version: number, values: FieldValues, answers: FieldValues = {}, commandId = uuid()) =>
    filling.fill(who, part, { commandId, register, recordId, version, values, answers });
  const versionOf = async (register: string, id: string): Promise<number> => {
    const [row] = await getDatabase().superuser.query<{ version: number }>(`select version from register_${register} where id = $1`, [id]);
    return row?.version ?? 0;
  };
  const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
    try {
      await work;
    } catch (error) {
      return error instanceof Object && 'code' in error ? error.code : error;
    }
    return 'done';
  };

  test('asks for each record once, however many rows stand on it, and gives each grid’s worker one task', async () => {
    const table = await make();
    expect(table).toMatchObject({ rows: 3, state: 'open', items: 4, done: 0, scope: COMMUNITY });
    // The first resident without a phone, the newcomer without a reason, the household, the building.
    expect(table.parts.map(({ gridCode, items, workers }) => [gridCode, items, workers])).toEqual([
      [FIRST, 3, [ONE.name]],
      [SECOND, 1, [TWO.name]],
    ]);
    expect((await tasks(table)).map(({ assignee, done }) => [assignee, done]).sort()).toEqual(
      [[ONE.accountId, false], [TWO.accountId, false]].sort(),
    );
    const { open } = await filling.part(ONE, partOf(table, FIRST), undefined);
    expect(open.map((item) => [item.register, item.open]).sort()).toEqual([
      ['buildings', ['builtYear']],
      ['households', ['tenure']],
      ['residents', ['phone']],
    ]);
  });

  test('is made once however often it is sent, and not twice with other content', async () => {
    const id = uuid();
    const first = await make({}, id);
    expect(await make({}, id)).toEqual(first);
    expect(await tasks(first)).toHaveLength(2);
    expect(await codeOf(make({ title: '另一张表' }, id))).toBe('command.reused');
  });

  test('shows rows as the registers have them, masked, along references', async () => {
    const { id } = await make({ filter: { residentKind: 'floating' } });
    const { items } = await collections.rows(STAFF, id, { perPage: 10 });
    expect(items.map(({ values, open }) => [values, open])).toEqual([
      [
        {
          name: expect.stringContaining('*'),
          phone: '138****0002',
          inflowReason: null,
          'householdId.tenure': null,
          'householdId.buildingId.builtYear': null,
        },
        ['inflowReason', 'householdId.tenure', 'householdId.buildingId.builtYear'],
      ],
    ]);
  });

  test('finds by statement what the rule finds missing in each record', async () => {
    const asked = RESIDENTS.fields.map(({ name }) => name);
    const { database } = getDatabase();
    const lens = { kind: 'district', code: '230302' } as const;
    const gaps = await database.as(lens, (tx) =>
      server.app.get(RecordGaps, { strict: false }).list(tx, lens, RESIDENTS, {}, { asked, references: [] }, 100),
    );
    expect(gaps.length).toBe(4);
    const columns = asked.map((key) => ({ key, ask: true }));
    const table = await make({ columns: columns.slice(0, 40), questions: [] });
    const { items } = await collections.rows(STAFF, table.id, { perPage: 10 });
    for (const { recordId, values } of items) {
      const first = asked.slice(0, 40);
      const byRule = missingFields(RESIDENTS, first, values);
      expect(gaps.find(({ id }) => id === recordId)?.open.filter((name) => first.includes(name))).toEqual(byRule);
    }
  });

  test('takes the same number of statements for many rows as for few', async () => {
    const count = async (filter: CollectionDraft['filter']): Promise<number> => {
      const asked = jest.spyOn(OpenTransaction.prototype, 'query');
      await making.make(STAFF, { id: uuid(), ...draftOf({ filter }) });
      // The districts' own registers are asked for again each second, whoever asks.
      const calls = asked.mock.calls.filter(([{ name }]) => !name.startsWith('own-registers.'));
      asked.mockRestore();
      return calls.length;
    };
    expect(await count({})).toBe(await count({ residentKind: 'floating' }));
  });

  test('puts what is filled in into the register, with its history, and tells every table that asks for it', async () => {
    const [table, other] = [await make(), await make({ columns: [{ key: 'householdId.tenure', ask: true }] })];
    const [part, seen, commandId] = [partOf(table, FIRST), await versionOf('households', HOME), uuid()];
    const tenure = definitionOf('households').fields.find(({ name }) => name === 'tenure')?.choices?.[0]?.code ?? '';
    const send = () => fill(ONE, part, 'households', HOME, seen, { tenure }, {}, commandId);
    expect(await send()).toMatchObject({ open: [], questions: [], record: { values: { tenure }, version: seen + 1 } });
    expect(await send()).toMatchObject({ open: [], record: { version: seen + 1 } });
    const { superuser } = getDatabase();
    expect(
      await superuser.query(`select kind, version, actor_id as by, fields -> 0 ->> 'name' as field from register_change where record_id = $1 and kind = 'changed'`, [HOME]),
    ).toEqual([{ kind: 'changed', version: seen + 1, by: ONE.accountId, field: 'tenure' }]);
    expect(await collections.get(STAFF, table.id)).toMatchObject({ items: 4, done: 1 });
    expect(await collections.get(STAFF, other.id)).toMatchObject({ items: 1, done: 1 });
    expect(await tasks(other)).toEqual([expect.objectContaining({ done: true })]);
    // And the next table has it.
    expect(await make({ columns: [{ key: 'householdId.tenure', ask: true }] })).toMatchObject({ items: 0, parts: [] });
  });

  test('refuses what was seen on an older version, and a value that breaks its rule: nothing of it is kept', async () => {
    const table = await make();
    const [part, person] = [partOf(table, FIRST), people[0] ?? ''];
    expect(await codeOf(fill(ONE, part, 'residents', person, 9, { phone: '13800000009' }))).toBe('record.stale');
    expect(await codeOf(fill(ONE, part, 'residents', person, 1, { phone: '12' }))).toBe('record.invalid');
    expect(await versionOf('residents', person)).toBe(1);
    expect(await collections.get(STAFF, table.id)).toMatchObject({ done: 0 });
  });

  test('keeps answers to questions in the table alone; without them a record is not complete', async () => {
    const table = await make({
      columns: [{ key: 'name', ask: false }],
      questions: [{ label: '取暖方式', kind: 'choice', choices: ['集中供热', '自烧煤'] }],
    });
    const person = people[2] ?? '';
    expect(table).toMatchObject({ items: 3 });
    const answer = (q1: string) => fill(TWO, partOf(table, SECOND), 'residents', person, 1, {}, { q1 });
    expect(await codeOf(answer('太阳能'))).toBe('record.invalid');
    expect(await answer('自烧煤')).toMatchObject({ questions: [], record: { version: 1 } });
    const { items } = await collections.rows(STAFF, table.id, { perPage: 10, gridCode: SECOND });
    expect(items).toEqual([expect.objectContaining({ values: expect.objectContaining({ q1: '自烧煤' }), open: [] })]);
    expect((await tasks(table)).filter(({ done }) => done)).toEqual([expect.objectContaining({ assignee: TWO.accountId })]);
  });

  test('ends the open tasks of a table that is withdrawn, and takes for the register what still arrives', async () => {
    const table = await make({ questions: [{ label: '诉求', kind: 'text', choices: null }] });
    const part = partOf(table, SECOND);
    await making.end(STAFF, table.id, { version: 1, how: 'withdrawn' });
    expect((await tasks(table)).every(({ done }) => done)).toBe(true);
    expect(await codeOf(making.end(STAFF, table.id, { version: 2, how: 'closed' }))).toBe('collection.over');
    const person = people[2] ?? '';
    const reason = RESIDENTS.fields.find(({ name }) => name === 'inflowReason')?.choices?.[0]?.code ?? '';
    expect(await codeOf(fill(TWO, part, 'residents', person, 1, { inflowReason: reason }, { q1: '修路' }))).toBe('collection.over');
    expect(await versionOf('residents', person)).toBe(1);
    expect(await fill(TWO, part, 'residents', person, 1, { inflowReason: reason })).toMatchObject({ open: [], record: { version: 2 } });
  });

  test('asks the other worker when a record has moved, and nobody for what was filled in elsewhere', async () => {
    const table = await make();
    const person = people[0] ?? '';
    const changes = server.app.get(RecordChanges, { strict: false });
    await getDatabase().superuser.query(`update register_buildings set built_year = 1990`);
    await changes.change(STAFF, 'residents', person, { version: 1, gridCode: SECOND, values: {} });
    await making.recheck(STAFF, table.id);
    await making.recheck(STAFF, table.id);
    const after = await collections.get(STAFF, table.id);
    expect(after.parts.map(({ gridCode, items, done }) => [gridCode, items, done])).toEqual([
      [FIRST, 1, 1],
      [SECOND, 1, 0],
    ]);
    const open = (await tasks(after)).filter(({ done }) => !done);
    expect(open).toEqual([{ assignee: TWO.accountId, done: false }]);
  });

  test('does not exist for whoever works elsewhere', async () => {
    const table = await make({ questions: [{ label: '诉求', kind: 'text', choices: null }] });
    const part = partOf(table, SECOND);
    const other = viewer('230302002', 'supervisor');
    expect((await collections.list(other)).items).toEqual([]);
    for (const work of [
      () => collections.get(other, table.id),
      () => collections.rows(other, table.id, { perPage: 5 }),
      () => making.recheck(other, table.id),
      () => making.end(other, table.id, { version: 1, how: 'closed' }),
      () => filling.part(AFAR, part, undefined),
      () => filling.part(ONE, part, undefined),
      () => fill(ONE, part, 'residents', people[2] ?? '', 2, {}, { q1: '不该' }),
      () => making.preview(STAFF, draftOf({ filter: { scope: '230302002' } })),
    ])
      expect(await codeOf(work())).toBe('not-found');
    expect((await collections.list(viewer('230302001', 'supervisor'))).items.length).toBeGreaterThan(0);
  });

  test('stands behind two walls, each of which holds alone', async () => {
    const table = await make({ questions: [{ label: '诉求', kind: 'text', choices: null }] });
    const { database, superuser } = getDatabase();
    const [repository, items] = [server.app.get(CollectionsRepository, { strict: false }), server.app.get(ItemsRepository, { strict: false })];
    const far = { kind: 'street', code: '230302002' } as const;
    const tables = ['collection', 'collection_row', 'collection_item', 'collection_part'];
    const listed = () =>
      database.as(far, async (tx) => [
        ...(await repository.list(tx, far)),
        ...(await repository.parts(tx, far, table.id)),
        ...(await repository.rows(tx, far, table.id, { after: '00000000-0000-0000-0000-000000000000', gridCode: undefined, most: 9 })),
        ...[await items.find(tx, far, table.id, { register: 'residents', id: people[2] ?? '' })].flatMap((item) => item ?? []),
      ]);
    for (const name of tables) await superuser.query(`alter table ${name} disable row level security`);
    expect(await listed()).toEqual([]);
    for (const name of tables) await superuser.query(`alter table ${name} enable row level security`);
    for (const name of tables) {
      const seen = await database.as(far, (tx) => tx.query({ name: `collections.unfiltered-${name}`, text: `select 1 from ${name}` }));
      expect([name, seen]).toEqual([name, []]);
      const own = { kind: 'community', code: COMMUNITY } as const;
      expect((await database.as(own, (tx) => tx.query({ name: `collections.unfiltered-${name}`, text: `select 1 from ${name}` }))).length).toBeGreaterThan(0);
    }
  });
});
