import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { collectionsApi, type CollectionView, exportsApi, type FillPart, registersApi, tasksApi } from '@wangge/contracts';
import { visits } from './every-endpoint.js';
import { newId, refusal } from './events.js';
import { create, newPhone, personalIn, residentValues } from './registers.js';
import { KINDS, RunningServer } from './running-server.js';
import { download, rowsOf } from './workbooks.js';

jest.setTimeout(240_000);

describe.each(KINDS)('one table for all, on %s', (kind) => {
  let server: RunningServer;
  let staff: ApiClient;
  let worker: ApiClient;
  let gridCode: string;
  let residentId: string;
  let table: CollectionView;
  let part: FillPart;
  beforeAll(async () => {
    server = await RunningServer.start(kind);
    [staff, worker] = [await server.as('community'), await server.as('worker1')];
    gridCode = (await server.account('worker1')).scope ?? '';
    ({ id: residentId } = await create(staff, 'residents', { gridCode }, residentValues({ phone: null })));
  });
  afterAll(() => server.stop());

  const draft = () => ({ ...visits(), filter: { scope: gridCode }, columns: [{ key: 'name', ask: false }, { key: 'phone', ask: true }] });
  const open = () => worker.call(tasksApi.mine, { query: { state: 'open' } });
  const fillItem = (values: Record<string, string>, answers: Record<string, string>, version = 1, commandId = newId()) =>
    worker.call(collectionsApi.fill, { params: { id: part.id }, body: { commandId, register: 'residents', recordId: residentId, version, values, answers } });

  test('a question that a register answers already is warned of, with the place', async () => {
    const { items } = await staff.call(collectionsApi.similar, { query: { label: '您的手机号码是多少', register: 'residents' } });
    expect(items[0]).toMatchObject({ register: 'residents', field: 'phone', registerLabel: { zh: '人口' } });
  });

  test('is looked at before it is made: rows, masked, and how much is missing', async () => {
    const preview = await staff.call(collectionsApi.preview, { body: draft() });
    expect(preview).toMatchObject({ totalIs: 'exact', grids: 1, gridsWithoutWorker: 0 });
    expect(preview.items).toBe(preview.total);
    expect(preview.gaps.find(({ key }) => key === 'phone')?.count).toBeGreaterThan(0);
    expect(personalIn(JSON.stringify(preview))).toEqual([]);
  });

  test('refuses columns that are not there, and what finds nobody', async () => {
    const make = (more: object) => refusal(staff.call(collectionsApi.make, { body: { id: newId(), ...draft(), ...more } }));
    expect(await make({ columns: [{ key: 'phone.name', ask: true }] })).toBe('400 request.invalid');
    expect(await make({ columns: [draft().columns[0], draft().columns[0]] })).toBe('400 request.invalid');
    expect(await make({ filter: { scope: gridCode, q: '没有这个人呀' } })).toBe('422 collection.empty');
    expect(await make({ filter: { scope: gridCode, tag: 'care-elderly' } })).toBe('400 request.invalid');
    expect(await make({ questions: [{ label: '哪一种', kind: 'choice', choices: null }] })).toBe('400 request.invalid');
  });

  test('becomes one task of the grid’s worker, however often it is sent', async () => {
    const body = { id: newId(), ...draft() };
    table = await staff.call(collectionsApi.make, { body });
    expect(await staff.call(collectionsApi.make, { body })).toEqual(table);
    const mine = (await open()).items.filter(({ kind: task }) => task === 'fill');
    expect(mine).toEqual([expect.objectContaining({ title: '冬季走访表', subjectId: table.parts[0]?.id })]);
    part = await worker.call(collectionsApi.part, { params: { id: table.parts[0]?.id ?? '' }, query: {} });
    expect(part.items).toBe(table.items);
    const rows = await staff.call(collectionsApi.rows, { params: { id: table.id }, query: {} });
    expect(rows.items.length).toBeGreaterThan(0);
    expect(personalIn(JSON.stringify([part, rows, table]))).toEqual([]);
  });

  test('is filled in: the register has the value, the next table does not ask for it', async () => {
    const [phone, commandId] = [newPhone(), newId()];
    const filled = await fillItem({ phone }, { q1: '自烧煤' }, 1, commandId);
    expect(filled).toMatchObject({ open: [], questions: [], record: { version: 2 } });
    expect(await fillItem({ phone }, { q1: '自烧煤' }, 1, commandId)).toEqual(filled);
    expect(await refusal(fillItem({ phone: newPhone() }, {}, 1, commandId))).toBe('409 command.reused');
    expect(await refusal(fillItem({ phone: newPhone() }, {}, 1))).toBe('409 record.stale');
    expect(await refusal(fillItem({}, { q1: phone }))).toBe('422 record.invalid');
    const found = await staff.call(registersApi.search, { params: { register: 'residents' }, body: { q: phone } });
    expect(found.items.map(({ id }) => id)).toEqual([residentId]);
    const { items } = await staff.call(registersApi.history, { params: { register: 'residents', id: residentId } });
    expect(items[0]).toMatchObject({ kind: 'changed', actor: expect.any(String), fields: [{ name: 'phone' }] });
    expect(await staff.call(collectionsApi.get, { params: { id: table.id } })).toMatchObject({ done: 1 });
    const next = await staff.call(collectionsApi.preview, { body: { ...draft(), questions: [] } });
    expect(next.items).toBe((await staff.call(collectionsApi.preview, { body: draft() })).gaps[1]?.count);
    expect(next.rows.every(({ values }) => JSON.stringify(values).includes(phone))).toBe(false);
  });

  test('is exported masked, with the answers, after somebody else has approved it', async () => {
    const asked = await staff.call(exportsApi.requestTable, { params: { id: table.id }, body: { id: newId(), reason: '汇总走访' } });
    expect(asked).toMatchObject({ title: '冬季走访表', state: 'waiting', personal: ['name', 'phone'], rows: table.rows });
    const supervisor = await server.as('supervisor');
    await supervisor.call(exportsApi.decide, { params: { id: asked.id }, body: { approve: true } });
    const rows = await rowsOf(await download(server.origin, staff, `/exports/${asked.id}/file`));
    expect(rows.length).toBe(table.rows + 2);
    expect(rows[1]).toEqual([expect.any(String), '姓名', '联系方式', '取暖方式']);
    expect(rows.filter((row) => row.includes('自烧煤'))).toHaveLength(1);
    expect(personalIn(JSON.stringify(rows))).toEqual([]);
  });

  test('a change of a record that is sent twice under one name is done once', async () => {
    const commandId = newId();
    const change = (occupation: string) =>
      worker.call(registersApi.change, { params: { register: 'residents', id: residentId }, body: { commandId, version: 2, values: { occupation } } });
    expect(await change('教师')).toMatchObject({ version: 3 });
    expect(await change('教师')).toMatchObject({ version: 3 });
    expect(await refusal(change('医生'))).toBe('409 command.reused');
  });

  test('ends, and its tasks with it', async () => {
    const end = (version: number) => staff.call(collectionsApi.end, { params: { id: table.id }, body: { version, how: 'closed' } });
    expect(await refusal(end(7))).toBe('409 record.stale');
    expect(await end(table.version)).toMatchObject({ state: 'closed', mayEnd: false });
    expect((await open()).items.filter(({ subjectId }) => subjectId === part.id)).toEqual([]);
    expect(await refusal(fillItem({}, { q1: '自烧煤' }))).toBe('409 collection.over');
  });
});
