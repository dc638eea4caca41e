import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EditionView, type Role, type StandardRow } from '@wangge/contracts';
import Excel from 'exceljs';
import { v7 as uuid } from 'uuid';
import { type Answer, ask, signIn } from '../../../testing/ask.js';
import { describeOnBothDatabases } from '../../../testing/index.js';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';
import { AccountSeeding, AccountsModule } from '../../accounts/index.js';
import { DepartmentSeeding } from '../../departments/index.js';
import { Standards, StandardsModule } from '../index.js';

const PASSWORD = 'Correct-horse-7';
const [HERE, THERE] = ['230302', '230303'];
const DAY = 86_400_000;

describeOnBothDatabases('standards in editions', (getDatabase) => {
  let server: TestServer;
  let department = '';
  const tokens = new Map<string, string>();

  const join = async (username: string, districtCode: string, role: Role, scope = districtCode) => {
    const account = { districtCode, username, name: username, password: PASSWORD, assignments: [{ role, scope }] };
    await server.app.get(AccountSeeding).ensureAccounts([account]);
    tokens.set(username, (await signIn(server, username, PASSWORD)).token);
  };
  /** Sessions end while the clock is moved. */
  const enter = async () => {
    await join('chief', HERE, 'supervisor');
    await join('street-chief', HERE, 'supervisor', `${HERE}001`);
    await join('far-chief', THERE, 'supervisor');
    await join('desk', HERE, 'desk-operator');
  };
  const as = (username: string, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<Answer> =>
    ask(server, method, path, { token: tokens.get(username) ?? '', ...(body && { body }) });
  const view = ({ body }: Answer) => EditionView.parse(body);
  const draft = async (book: string) => view(await as('chief', 'POST', '/standards/editions', { id: uuid(), book }));
  const put = async ({ id, version, lists }: EditionView, list: string, row: StandardRow | null, at = lists[list]?.length ?? 0) =>
    as('chief', 'PATCH', `/standards/editions/${id}`, { version, changes: [{ list, at, row }] });
  const publish = ({ id, version }: EditionView, effectiveOn: string) =>
    as('chief', 'POST', `/standards/editions/${id}/publish`, { version, effectiveOn, note: '区政府会议定' });
  const withdraw = ({ id, version }: EditionView) => as('chief', 'POST', `/standards/editions/${id}/withdraw`, { version, note: '写错了' });
  const upload = async ({ id, version }: EditionView, content: Buffer) => {
    const response = await server.app.inject({
      method: 'POST',
      url: `/api/v1/standards/editions/${id}/workbook?version=${version}`,
      headers: { authorization: `Bearer ${tokens.get('chief') ?? ''}`, 'content-type': 'application/octet-stream' },
      payload: content,
    });
    return { status: response.statusCode, body: JSON.parse(response.body) as { code?: string; edition: unknown; faults: { row: number; column: string; rule: string }[] } };
  };
  const workbook = async ({ id }: EditionView) => {
    const response = await server.app.inject({
      method: 'GET',
      url: `/api/v1/standards/editions/${id}/workbook`,
      headers: { authorization: `Bearer ${tokens.get('chief') ?? ''}` },
    });
    return response.rawPayload;
  };
  const standards = () => server.app.get(Standards).of(HERE);
  const RESPONSIBLE = () => ({ classCode: '01', department, ground: '三定方案' });

  beforeAll(async () => {
    server = await startTestServer(getDatabase(), [AccountsModule, StandardsModule]);
    await enter();
    [department = ''] = await server.app
      .get(DepartmentSeeding)
      .ensureDepartments([{ districtCode: HERE, name: '供排水公司', serves: HERE, handles: [] }]);
  }, 60_000);
  afterAll(() => server.close());

  test('are drafted from what holds, changed, checked and worked by from their day on', async () => {
    const begun = await draft('filing');
    expect([begun.number, begun.state, begun.changes, begun.lists.classes?.length]).toEqual([1, 'draft', [], 273]);
    expect(begun.findings.filter(({ level }) => level === 'error')).toEqual([]);
    const at = begun.lists.conditions?.findIndex(({ id }) => id === 'yc-0002') ?? -1;
    const changed = view(await put(begun, 'conditions', { ...begun.lists.conditions?.[at], limit: '1工作日' }, at));
    expect(changed.changes).toMatchObject([{ list: 'conditions', kind: 'changed', before: { limit: '4工作时' }, after: { limit: '1工作日' } }]);
    expect((await publish(changed, '2026-06-11')).code).toBe('standard.effective-on');
    expect(view(await publish(changed, '2026-06-12'))).toMatchObject({ state: 'published', inForce: true, effectiveOn: '2026-06-12' });
    expect(standards().findCondition('yc-0002')).toMatchObject({ limit: { minutes: 480 }, edition: 1 });
    expect(server.app.get(Standards).of(THERE).findCondition('yc-0002')).toMatchObject({ limit: { minutes: 240 } });
  });

  test('with a contradiction are not published, and an unchanged one neither', async () => {
    const begun = await draft('filing');
    expect((await publish(begun, '2026-06-13')).code).toBe('standard.unchanged');
    const wrong = view(await put(begun, 'conditions', { id: 'x-1', classCode: '99999', filing: '有', closing: '无', limit: '尽快' }));
    expect(wrong.findings.filter(({ level }) => level === 'error').map(({ rule }) => rule)).toEqual(['limit-unreadable', 'class-unknown']);
    expect((await publish(wrong, '2026-06-13')).code).toBe('standard.has-faults');
    expect((await put(begun, 'conditions', null, 0)).code).toBe('record.stale');
    expect(view(await withdraw(wrong)).state).toBe('withdrawn');
  });

  test('are undone before their day and not after it', async () => {
    const edited = view(await put(await draft('responsibility'), 'responsibilities', RESPONSIBLE()));
    expect(edited.names).toEqual({ [department]: '供排水公司' });
    const ahead = view(await publish(edited, '2026-06-14'));
    expect(standards().responsibleFor({ classCode: '01001', conditionId: null, gridCode: `${HERE}001001001` })).toBeUndefined();
    expect(view(await withdraw(ahead)).state).toBe('withdrawn');
    const again = view(await put(await draft('responsibility'), 'responsibilities', RESPONSIBLE()));
    await publish(again, '2026-06-14');
    server.clock.forward(2 * DAY);
    await enter();
    expect(standards().responsibleFor({ classCode: '01001', conditionId: null, gridCode: `${HERE}001001001` })).toMatchObject({ department });
    const held = view(await as('chief', 'GET', `/standards/editions/${again.id}`));
    expect([held.inForce, (await withdraw(held)).code]).toEqual([true, 'standard.in-force']);
    expect((await put(held, 'responsibilities', RESPONSIBLE())).code).toBe('standard.not-draft');
  });

  test('have one draft a book; begun again with the same id it is the same', async () => {
    const first = await draft('calendar');
    expect((await as('chief', 'POST', '/standards/editions', { id: uuid(), book: 'calendar' })).code).toBe('standard.draft-exists');
    expect(view(await as('chief', 'POST', '/standards/editions', { id: first.id, book: 'calendar' })).id).toBe(first.id);
    expect((await as('chief', 'POST', '/standards/editions', { id: first.id, book: 'filing' })).code).toBe('command.reused');
  });

  test('go out as a workbook and come back as they were', async () => {
    const begun = await draft('filing');
    const { status, body } = await upload(begun, await workbook(begun));
    expect([status, body.faults]).toEqual([200, []]);
    expect(EditionView.parse(body.edition)).toMatchObject({ lists: begun.lists, version: begun.version + 1 });
    await withdraw(EditionView.parse(body.edition));
  });

  test('come in whole or not at all, with the reason of each cell that cannot be read', async () => {
    const begun = await draft('filing');
    const filled = async (...wrong: Excel.CellValue[][]) => {
      const book = new Excel.Workbook();
      const sheet = book.addWorksheet('立案');
      const titles = ['条件编号', '类别代码', '立案条件', '结案条件', '处置时限'];
      sheet.addRows([titles, ['m-1', '06010', '有', '清理\n', '4工作时'], ['m-2', null, '多', '清理', '2工作日'], ...wrong]);
      sheet.mergeCells('B2:B3');
      return Buffer.from(await book.xlsx.writeBuffer());
    };
    const wrong = [
      ['m-3', 6010, '有', '清理', '尽快'],
      ['m-4', '06010', { formula: 'A1', result: '有' }, '清理', '1工作日'],
    ];
    const { body } = await upload(begun, await filled(...wrong));
    expect(body.edition).toBeNull();
    expect(body.faults.map(({ row, column, rule }) => [row, column, rule])).toEqual([
      [4, 'classCode', 'zeros-lost'],
      [4, 'limit', 'limit-unreadable'],
      [5, 'filing', 'cell-formula'],
    ]);
    expect(view(await as('chief', 'GET', `/standards/editions/${begun.id}`)).version).toBe(begun.version);
    const mended = await upload(begun, await filled());
    expect(EditionView.parse(mended.body.edition).lists.conditions).toEqual([
      { id: 'm-1', classCode: '06010', filing: '有', closing: '清理', limit: '4工作时' },
      { id: 'm-2', classCode: '06010', filing: '多', closing: '清理', limit: '2工作日' },
    ]);
  });

  test('of a file that is none, or too large when unpacked, nothing is taken', async () => {
    const { items } = (await as('chief', 'GET', '/standards/editions?book=filing')).body as { items: EditionView[] };
    const open = items.find(({ state }) => state === 'draft');
    if (!open) throw new Error('there is a draft');
    expect((await upload(open, Buffer.from('not a zip'))).body.code).toBe('import.not-a-workbook');
    const rows = new Excel.Workbook();
    rows.addWorksheet('x').addRows(Array.from({ length: 6500 }, (_, index) => [`c-${index}`, '06010']));
    expect((await upload(open, Buffer.from(await rows.xlsx.writeBuffer()))).body.code).toBe('standard.too-many-rows');
  });

  test('are nobody’s in another district, and nobody’s who has but a part of this one', async () => {
    const { items } = (await as('chief', 'GET', '/standards/editions?book=responsibility')).body as { items: { id: string }[] };
    const id = items[0]?.id ?? '';
    expect((await as('far-chief', 'GET', `/standards/editions/${id}`)).code).toBe('not-found');
    expect((await as('far-chief', 'GET', '/standards/editions?book=responsibility')).body).toEqual({ items: [] });
    for (const who of ['street-chief', 'desk']) expect((await as(who, 'GET', `/standards/editions/${id}`)).code).toBe('permission.denied');
  });

  test('are held to their district by the database too', async () => {
    const { database } = getDatabase();
    const count = (name: string) => ({ name: `editions.count.${name}`, text: 'select district_code, state from standard_edition' });
    expect(await database.as({ kind: 'district', code: THERE }, (tx) => tx.query(count('there')))).toEqual([]);
    const seen = await database.as({ kind: 'reference' }, (tx) => tx.query<{ state: string }>(count('reference')));
    expect(seen.every(({ state }) => state === 'published') && seen.length > 0).toBe(true);
    const foreign = { name: 'editions.write', text: `update standard_edition set note = 'x' returning id` };
    expect(await database.as({ kind: 'record', id: uuid() }, (tx) => tx.query(foreign))).toEqual([]);
    const write = database.as({ kind: 'district', code: HERE }, (tx) => tx.query(foreign));
    await expect(write).rejects.toMatchObject({ code: '42501' });
  });
});
