import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { exportsApi, type ExportView, registersApi } from '@wangge/contracts';
import Excel from 'exceljs';
import { newId, refusal } from './events.js';
import { create, personalIn, residentValues } from './registers.js';
import { KINDS, RunningServer } from './running-server.js';
import { download, rowsOf } from './workbooks.js';

jest.setTimeout(240_000);

const COLUMNS = ['name', 'identityNumber', 'phone', 'gender', 'note'];
const FORMULA = '=HYPERLINK("http://example.org","x")';

describe.each(KINDS)('exports, on %s', (kind) => {
  let server: RunningServer;
  let staff: ApiClient;
  let supervisor: ApiClient;
  beforeAll(async () => {
    server = await RunningServer.start(kind);
    [staff, supervisor] = [await server.as('community'), await server.as('supervisor')];
    const gridCode = (await server.account('worker1')).scope ?? '';
    await create(staff, 'residents', { gridCode }, residentValues({ name: '欧阳试', note: FORMULA }));
  });
  afterAll(() => server.stop());

  const ask = (client: ApiClient, more: object = {}, register = 'residents', id = newId()): Promise<ExportView> =>
    client.call(exportsApi.request, { params: { register }, body: { id, columns: COLUMNS, filter: {}, reason: '核对台账', ...more } });
  const decide = (client: ApiClient, id: string, approve = true) =>
    client.call(exportsApi.decide, { params: { id }, body: { approve, note: '同意' } });
  const fetched = (client: ApiClient, id: string) => download(server.origin, client, `/exports/${id}/file`);

  test('with persons in them wait for somebody else, who sees what for', async () => {
    const asked = await ask(staff);
    expect(asked).toMatchObject({ state: 'waiting', personal: ['name', 'identityNumber', 'phone'], mayDownload: false, mayDecide: false });
    await expect(fetched(staff, asked.id)).rejects.toThrow('409');
    const { items } = await supervisor.call(exportsApi.list, { query: { box: 'to-decide' } });
    expect(items.find(({ id }) => id === asked.id)).toMatchObject({ reason: '核对台账', rows: asked.rows, mayDecide: true });
    expect(await refusal(decide(staff, asked.id))).toBe('403 permission.denied');
    expect(await decide(supervisor, asked.id)).toMatchObject({ state: 'approved', note: '同意', mayDecide: false });
    expect(await refusal(decide(supervisor, asked.id))).toBe('409 export.not-waiting');
  });

  test('hold exactly what one may see, masked, marked and without a formula, three times', async () => {
    const asked = await ask(staff);
    await decide(supervisor, asked.id);
    const content = await fetched(staff, asked.id);
    const rows = await rowsOf(content);
    const { total } = await staff.call(registersApi.records, { params: { register: 'residents' }, query: { perPage: 1 } });
    expect(rows.length - 2).toBe(total);
    expect(asked.rows).toBe(total);
    expect(rows[0]?.[0]).toContain('核对台账');
    expect(rows[1]?.slice(1)).toEqual(['姓名', '身份证件号码', '联系电话', '性别', '备注'].map(() => expect.any(String)));
    const mine = rows.find((row) => row.includes(FORMULA));
    expect(mine?.[1]).toBe('欧*试');
    expect(mine?.[4]).toBe('女');
    expect(personalIn(JSON.stringify(rows))).toEqual([]);
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(Uint8Array.from(content).buffer);
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(Excel.ValueType.Formula))));
    await fetched(staff, asked.id);
    await fetched(staff, asked.id);
    await expect(fetched(staff, asked.id)).rejects.toThrow('409');
  });

  test('without persons in them need nobody else, and are the asker’s alone', async () => {
    const asked = await ask(staff, { columns: ['name', 'code', 'use'] }, 'buildings');
    expect(asked).toMatchObject({ state: 'approved', personal: [], mayDownload: true });
    expect((await rowsOf(await fetched(staff, asked.id))).length).toBeGreaterThan(1);
    await expect(fetched(supervisor, asked.id)).rejects.toThrow('403');
  });

  test('do not exist for whoever neither asked nor decides there', async () => {
    const asked = await ask(staff);
    for (const username of ['worker1', 'worker2', 'gridleader']) {
      const other = await server.as(username);
      expect([username, await refusal(other.call(exportsApi.get, { params: { id: asked.id } }))]).toEqual([username, '404 not-found']);
    }
    expect(await refusal(ask(await server.as('worker1')))).toBe('403 permission.denied');
    expect(await refusal(ask(staff, { filter: { scope: '230302009' } }))).toBe('404 not-found');
  });

  test('are asked for once, however often they are sent, and only for what there is', async () => {
    const id = newId();
    await ask(staff, {}, 'residents', id);
    expect((await ask(staff, {}, 'residents', id)).id).toBe(id);
    expect(await refusal(ask(staff, { reason: '别的用途' }, 'residents', id))).toBe('409 command.reused');
    expect(await refusal(ask(staff, { columns: ['secret'] }))).toMatch(/^400 request.invalid/);
    expect(await refusal(ask(staff, { filter: { perPage: '100' } }))).toMatch(/^400 request.invalid/);
    expect(await refusal(ask(staff, { filter: { nonsense: 'x' } }))).toMatch(/^400 request.invalid/);
    expect(await refusal(ask(staff, {}, 'no-such-register'))).toBe('404 not-found');
  });

  test('can be taken back, and are refused or taken back for good', async () => {
    const asked = await ask(staff);
    await staff.call(exportsApi.withdraw, { params: { id: asked.id } });
    expect(await refusal(decide(supervisor, asked.id))).toBe('409 export.not-waiting');
    const refused = await ask(staff);
    expect(await decide(supervisor, refused.id, false)).toMatchObject({ state: 'refused' });
    await expect(fetched(staff, refused.id)).rejects.toThrow('409');
  });
});
