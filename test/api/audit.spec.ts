import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { auditApi, registersApi, sessionApi } from '@wangge/contracts';
import Excel from 'exceljs';
import { refusal } from './events.js';
import { create, personalIn, residentValues } from './registers.js';
import { KINDS, RunningServer } from './running-server.js';
import { download, rowsOf } from './workbooks.js';

jest.setTimeout(240_000);

describe.each(KINDS)('the audit trail, on %s', (kind) => {
  let server: RunningServer;
  let auditor: ApiClient;
  let staff: ApiClient;
  let record: string;
  beforeAll(async () => {
    server = await RunningServer.start(kind);
    [auditor, staff] = [await server.as('auditadmin'), await server.as('community')];
    const gridCode = (await server.account('worker1')).scope ?? '';
    record = (await create(staff, 'residents', { gridCode }, residentValues({ name: '=1+1' }))).id;
  });
  afterAll(() => server.stop());

  const read = async (query: object) => (await auditor.call(auditApi.list, { query })).items;
  /** What is gathered is written within a second or two. */
  const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const found = await look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('nothing came');
  };

  test('tells who opened a person’s page, once however often it was read, and who read a value in full', async () => {
    for (let again = 0; again < 3; again += 1) await staff.call(registersApi.get, { params: { register: 'residents', id: record } });
    await staff.call(registersApi.reveal, { params: { register: 'residents', id: record }, body: { field: 'phone', reason: '核对信息' } });
    await until(async () => (await read({ subjectId: record, action: 'register.look' }))[0]);
    const told = await read({ subjectId: record });
    expect(told.map(({ action }) => action).sort()).toEqual(['register.create', 'register.look', 'register.reveal']);
    expect(told.find(({ action }) => action === 'register.reveal')).toMatchObject({
      details: { fields: ['phone'], reason: '核对信息' },
      labels: { residents: { zh: '人口', en: expect.any(String) }, phone: { zh: '联系方式', en: expect.any(String) } },
    });
    expect(personalIn(JSON.stringify(told))).toEqual([]);
  });

  test('is narrowed to a place', async () => {
    const gridCode = (await server.account('worker1')).scope ?? '';
    const within = await read({ kind: 'register', area: gridCode.slice(0, 9) });
    expect(within.some(({ subjectId }) => subjectId === record)).toBe(true);
    const other = await read({ kind: 'register', area: '230302009' });
    expect(other.some(({ subjectId }) => subjectId === record)).toBe(false);
  });

  test('is verified in the background, by everybody’s own chain', async () => {
    await auditor.call(auditApi.verify, {});
    const done = await until(async () => {
      const { verification } = await auditor.call(auditApi.verification, {});
      return verification && verification.state !== 'running' ? verification : undefined;
    });
    expect(done).toMatchObject({ state: 'whole' });
    expect(done.checked).toBeGreaterThan(20);
  });

  test('goes into a workbook without a formula or a personal value, and the taking is kept', async () => {
    await expect(staff.call(auditApi.list, { query: {} }).then(() => 'read')).rejects.toMatchObject({ code: 'permission.denied' });
    const content = await download(server.origin, auditor, '/audit/export?kind=register&language=en');
    const rows = await rowsOf(content);
    expect(rows[0]?.[0]).toContain('审计管理员');
    expect(rows.length).toBeGreaterThan(3);
    expect(personalIn(JSON.stringify(rows))).toEqual([]);
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(Uint8Array.from(content).buffer);
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(Excel.ValueType.Formula))));
    expect(await read({ action: 'audit.export' })).toHaveLength(1);
  });

  test('refuses what it does not know', async () => {
    expect(await refusal(auditor.call(auditApi.get, { params: { position: '999999999' } }))).toBe('404 not-found');
    expect(await refusal(auditor.call(auditApi.list, { query: { cursor: 'x' } }))).toMatch(/^400 request.invalid/);
    expect(await refusal(server.anonymous.call(auditApi.list, { query: {} }))).toBe('401 session.missing');
    expect(await refusal(server.anonymous.call(sessionApi.signIn, { body: { username: 'auditadmin', password: 'wrong' } }))).toMatch(/^401/);
    const [refused] = await read({ action: 'session.refuse' });
    expect(refused).toMatchObject({ actor: '', actorId: null, subjectType: 'account' });
  });
});
