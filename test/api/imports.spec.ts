import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type ApiClient, ApiError } from '@wangge/api-client';
import {
  exchangeApi,
  type FieldValues,
  gridsApi,
  type ImportView,
  type RecordView,
  registerDuplicatesApi,
  registersApi,
} from '@wangge/contracts';
import JSZip from 'jszip';
import { newId, refusal } from './events.js';
import { geojsonCases } from './geojson-cases.js';
import { create, identityNumberOf, newIdentityNumber, residentValues } from './registers.js';
import { KINDS, RunningServer } from './running-server.js';
import { download, rowsOf, type TypedCell, uploadTo, workbookOf } from './workbooks.js';

jest.setTimeout(300_000);

const TITLES = ['网格编码', '姓名', '公民身份号码', '性别', '出生日期', '人员类型', '联系方式', '所在家庭', '民族'];
const GRID = 0;
const NAME = 1;
const IDENTITY = 2;
const HOUSEHOLD = 7;

describe.each(KINDS)('imports, on %s', (kind) => {
  let server: RunningServer;
  let staff: ApiClient;
  let gridCode: string;
  let otherGrid: string;

  beforeAll(async () => {
    server = await RunningServer.start(kind);
    staff = await server.as('community');
    const { items } = await staff.call(gridsApi.list, { query: { parent: (await server.account('community')).scope ?? '' } });
    gridCode = items[0]?.code ?? '';
    otherGrid = (await server.account('worker3')).scope ?? '';
    expect(otherGrid.startsWith(gridCode.slice(0, 12))).toBe(false);
  });
  afterAll(() => server.stop());

  /** As an office has it: days as texts and as days, numbers as numbers, words of the dictionary and its codes. */
  const resident = (index: number, more: Readonly<Record<number, TypedCell>> = {}): TypedCell[] => {
    const number = identityNumberOf(index);
    const day = number.slice(6, 14);
    const written = [
      new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`),
      day,
      `${day.slice(0, 4)}年${Number(day.slice(4, 6))}月${Number(day.slice(6))}日`,
    ];
    const row = [
      gridCode,
      `申${String(index)}`,
      number,
      index % 2 ? '男' : 1,
      written[index % 3] ?? null,
      '户籍人口',
      index % 5 ? null : 13_900_000_000 + index,
      null,
      '汉族',
    ];
    return row.map((cell, column) => (column in more ? (more[column] ?? null) : cell));
  };
  const upload = async (rows: readonly (readonly TypedCell[])[], register = 'residents') =>
    uploadTo(staff, register, await workbookOf(rows));
  const confirm = (id: string, rows: 'all' | 'good' = 'all') =>
    staff.call(exchangeApi.confirm, { params: { id }, body: { rows } });
  const fileOf = async ({ id }: ImportView) => rowsOf(await download(server.origin, staff, `/imports/${id}/file`));
  /** What was entered is looked up by others within seconds. */
  const compared = async (values: FieldValues): Promise<void> => {
    for (let tries = 0; tries < 60; tries += 1) {
      const { items } = await staff.call(registerDuplicatesApi.similar, { params: { register: 'residents' }, body: { values } });
      if (items.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error('it was not compared');
  };
  const find = async (q: string): Promise<RecordView[]> =>
    (await staff.call(registersApi.records, { params: { register: 'residents' }, query: { q } })).items;
  const total = async (q: string) =>
    (await staff.call(registersApi.records, { params: { register: 'residents' }, query: { q } })).total;
  const faults = ({ samples }: ImportView) =>
    samples.map(({ row, faults: all }) => [row, ...all.map(({ column, rule }) => `${column}: ${rule}`)]);

  test('500 residents, 40 of them wrong: tried, sent back with reasons, mended, imported; once more changes nothing', async () => {
    const spoilt: Readonly<Record<number, TypedCell>>[] = [
      { [IDENTITY]: 2.3039819810203e17 },
      { 3: '火星' },
      { 4: '2024/2/30' },
      { [GRID]: otherGrid },
      { [NAME]: ' ' },
      { 6: 12345 },
      { [HOUSEHOLD]: '没有这一户' },
      { [IDENTITY]: identityNumberOf(1) },
    ];
    const good = Array.from({ length: 500 }, (_, index) => resident(index));
    const rows = good.map((row, index) => (index >= 20 && index < 60 ? resident(index, spoilt[index % spoilt.length]) : row));
    const tried = await upload([
      ['二〇二六年人口登记表'],
      [],
      TITLES,
      ...rows,
      ...Array.from({ length: 50 }, () => [null, '  ']),
    ]);
    expect(tried).toMatchObject({ state: 'checked', counts: { rows: 500, new: 460, changed: 0, same: 0, wrong: 40 } });
    expect(tried.fileName).toBe('居民 2026.xlsx');
    expect(await total('申')).toBe(0);

    const [titles = [], ...back] = await fileOf(tried);
    expect(titles).toEqual(['错误原因', ...TITLES]);
    expect(back.filter(([reason]) => reason !== '')).toHaveLength(40);
    const reasons = back.slice(20, 28).map(([reason]) => reason);
    expect(reasons.sort()).toEqual(
      [
        '公民身份号码：号码被表格软件按数字取整，后几位已经丢失；请把单元格设为文本，对照证件重新填写',
        '性别：不在可选的内容里，请从下拉列表选择',
        '出生日期：不是日历上的日期，请写成 2024-03-05',
        '网格编码：没有这个位置，或不在您的管理范围内',
        '姓名：必须填写',
        '联系方式：应为 11 位手机号，或区号加座机号',
        '所在家庭：在您的辖区内找不到这条记录，请核对编号或名称',
        '公民身份号码：与文件里前面的一行重复',
      ].sort(),
    );
    expect(await refusal(confirm(tried.id, 'all'))).toBe('409 import.has-faults');
    expect(await confirm(tried.id, 'good')).toMatchObject({ state: 'done', counts: { new: 460, wrong: 40 } });
    expect(await total('申')).toBe(460);
    expect(await refusal(confirm(tried.id, 'good'))).toBe('409 import.not-ready');

    const mended = back.map((row, index) => (index >= 20 && index < 60 ? [null, ...resident(index)] : row));
    const again = await upload([titles, ...mended]);
    expect(again).toMatchObject({
      state: 'checked',
      counts: { rows: 500, new: 40, changed: 0, same: 460, wrong: 0 },
      unknownColumns: [],
    });
    expect(await confirm(again.id)).toMatchObject({ state: 'done', counts: { new: 40, same: 460 } });
    expect(await total('申')).toBe(500);
    expect((await upload([TITLES, ...good])).counts).toEqual({ rows: 500, new: 0, changed: 0, same: 500, wrong: 0 });

    const [one] = await find('申21');
    const { items } = await staff.call(registersApi.history, { params: { register: 'residents', id: one?.id ?? '' } });
    expect(items).toMatchObject([{ kind: 'created', version: 1 }]);
    expect(items[0]?.fields).toContainEqual({ name: 'identityNumber', from: null, to: null });
  });

  test('a row that resembles somebody in the register is a warning with its reasons, and of somebody elsewhere nothing is said', async () => {
    const known = { name: '酉相像', birthDate: '1971-08-09', identityNumber: null };
    await create(staff, 'residents', { gridCode }, residentValues(known));
    await create(await server.as('worker3'), 'residents', { gridCode: otherGrid }, residentValues({ ...known, name: '酉远人' }));
    await compared({ name: '酉相像', birthDate: '1971-08-09' });
    const rows = ['酉相像', '酉远人', '酉别人'].map((name) => [name, gridCode, '女', '户籍人口', '1971-08-09']);
    const tried = await upload([['姓名', '网格编码', '性别', '人员类型', '出生日期'], ...rows]);
    expect(tried).toMatchObject({ state: 'checked', counts: { rows: 3, new: 3, wrong: 0 }, alike: { total: 1 } });
    const [one] = tried.alike.items;
    expect(one).toMatchObject({ row: 2, record: { title: '酉*像' }, likeness: { score: 60 } });
    expect(JSON.stringify(tried)).not.toMatch(/酉相像|酉远|1971/);
    const [, first = [], second = []] = await fileOf(tried);
    expect(first[0]).toBe('可能已登记为“酉*像”，相似度 60：姓名相同、出生日期相同。若是同一个，请改为更新那一条；不是可照常导入');
    expect(second[0]).toBe('');
    expect(await confirm(tried.id)).toMatchObject({ state: 'done', counts: { new: 3 } });
  });

  test('what is there already gets what the file says, and keeps what it leaves blank', async () => {
    const values = residentValues({ name: '酉旧名', occupation: '教师' });
    const { id } = await create(staff, 'residents', { gridCode }, values);
    const tried = await upload([
      ['公民身份号码', '姓名', '职业', '学历'],
      [String(values.identityNumber), '酉新名', ' ', '普通高级中学教育'],
    ]);
    expect(tried.counts).toEqual({ rows: 1, new: 0, changed: 1, same: 0, wrong: 0 });
    await confirm(tried.id);
    const record = await staff.call(registersApi.get, { params: { register: 'residents', id } });
    expect(record).toMatchObject({
      version: 2,
      title: '酉*名',
      chain: { gridCode },
      values: { occupation: '教师', education: '60' },
    });
    const { items } = await staff.call(registersApi.history, { params: { register: 'residents', id } });
    expect(items[0]).toMatchObject({ kind: 'changed', version: 2, actor: expect.any(String) });
    expect(items[0]?.fields.map(({ name }) => name).sort()).toEqual(['education', 'name']);
    expect(await find('酉新名')).toHaveLength(1);
  });

  test('a record elsewhere is told to exist, and nothing more; a place elsewhere is told like one that does not exist', async () => {
    const values = residentValues({ name: '戌邻人' });
    const neighbour = await server.as('worker3');
    const { center } = await staff.call(gridsApi.get, { params: { code: otherGrid } });
    const there = await create(neighbour, 'residents', { point: center }, values);
    const row = (grid: string, number: unknown) => [grid, '戌某人', String(number), '女', null, '户籍人口'];
    const tried = await upload([
      TITLES.slice(0, 6),
      row(gridCode, values.identityNumber),
      row(otherGrid, newIdentityNumber()),
      row('230302999999999', newIdentityNumber()),
      row('110101001001001', newIdentityNumber()),
    ]);
    expect(faults(tried)).toEqual([
      [2, 'identityNumber: duplicate'],
      [3, 'gridCode: place-not-yours'],
      [4, 'gridCode: place-not-yours'],
      [5, 'gridCode: place-not-yours'],
    ]);
    const told = JSON.stringify([tried, await fileOf(tried)]);
    for (const secret of [there.id, '戌邻人', '戌*人', String(values.phone)]) expect(told).not.toContain(secret);
    // What the file itself names stands in it, and nowhere in what is told of it.
    expect(JSON.stringify(tried)).not.toContain(String(values.identityNumber));
  });

  test('rows name other records by their number or their name, in the area of who uploads', async () => {
    const { center } = await staff.call(gridsApi.get, { params: { code: gridCode } });
    const building = (code: string, name: string) =>
      create(staff, 'buildings', { point: center }, { code, name, use: 'residential' });
    const mark = newId().slice(-6);
    const first = await building(`B1${mark}`, `同名楼${mark}`);
    await building(`B2${mark}`, `同名楼${mark}`);
    const only = await building(`B3${mark}`, `独名楼${mark}`);
    const row = (number: string, named: string) => [gridCode, number, 'family', '亥户主', named];
    const tried = await upload(
      [
        ['网格编码', '户号', '户别', '户主姓名', '所在楼栋'],
        row(`H1${mark}`, `B1${mark}`),
        row(`H2${mark}`, `独名楼${mark}`),
        row(`H3${mark}`, `同名楼${mark}`),
        row(`H4${mark}`, 'nowhere'),
      ],
      'households',
    );
    expect(faults(tried)).toEqual([
      [4, 'buildingId: reference-ambiguous'],
      [5, 'buildingId: reference-unknown'],
    ]);
    await confirm(tried.id, 'good');
    const { items } = await staff.call(registersApi.records, {
      params: { register: 'households' },
      query: { q: `H1${mark}` },
    });
    expect(items[0]?.values.buildingId).toBe(first.id);
    const second = await staff.call(registersApi.records, { params: { register: 'households' }, query: { q: `H2${mark}` } });
    expect(second.items[0]?.values.buildingId).toBe(only.id);
  });

  test('a register of points takes its places from coordinates, in the area of who uploads', async () => {
    const { center } = await staff.call(gridsApi.get, { params: { code: gridCode } });
    const far = (await staff.call(gridsApi.get, { params: { code: otherGrid } })).center;
    const mark = newId().slice(-6);
    const titles = ['经度', '纬度', '房屋编号', '楼栋名称', '房屋用途'];
    const tried = await upload(
      [
        titles,
        [center.lng, center.lat, `P1${mark}`, '有位置', '住宅'],
        [center.lat, center.lng, `P2${mark}`, '写反了', '住宅'],
        [far.lng, far.lat, `P3${mark}`, '别处的', '住宅'],
        [0, 0, `P4${mark}`, '没有的', '住宅'],
        [null, null, `P5${mark}`, '没写的', '住宅'],
      ],
      'buildings',
    );
    const rules = tried.samples.map(({ faults: all }) => all.map(({ rule }) => rule));
    expect(rules.filter((all) => !all.includes('not-a-choice'))).toEqual([
      ['place-swapped'],
      ['place-not-yours'],
      ['place-not-yours'],
      ['place-required'],
    ]);
    expect(tried.counts).toMatchObject({ rows: 5, new: 1, wrong: 4 });
  });

  test('what was uploaded is its owner’s alone, is one import however often it is sent, and can be given up', async () => {
    const content = await workbookOf([TITLES, resident(900)]);
    const id = newId();
    const [first, second] = [await uploadTo(staff, 'residents', content, id), await uploadTo(staff, 'residents', content, id)];
    expect(second).toEqual(first);
    expect(await refusal(uploadTo(staff, 'residents', await workbookOf([TITLES, resident(901)]), id))).toBe('409 command.reused');
    await staff.call(exchangeApi.cancel, { params: { id } });
    expect(await staff.call(exchangeApi.get, { params: { id } })).toMatchObject({ state: 'cancelled', hasFile: false });
    expect(await refusal(confirm(id))).toBe('409 import.not-ready');
    expect((await staff.call(exchangeApi.list, { query: { register: 'residents' } })).items.map((each) => each.id)).toContain(id);
  });

  test('files that are no workbook of this register are refused with a reason each, and nothing is stored', async () => {
    const zip = async (parts: Readonly<Record<string, string>>) => {
      const archive = await JSZip.loadAsync(await workbookOf([TITLES, resident(950)]));
      for (const [name, content] of Object.entries(parts)) archive.file(name, content);
      return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    };
    const bad: (readonly [string, Buffer])[] = [
      ['import.not-a-workbook', Buffer.from('姓名,性别')],
      ['import.old-format', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
      ['import.macros', await zip({ 'xl/vbaProject.bin': 'x' })],
      ['import.too-large', await zip({ 'xl/bomb.xml': '0'.repeat(40 * 1024 * 1024) })],
      [
        'import.not-a-workbook',
        await zip({
          'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>',
        }),
      ],
      [
        'import.no-header',
        await workbookOf([
          ['甲', '乙'],
          [1, 2],
        ]),
      ],
      [
        'import.columns-twice',
        await workbookOf([
          ['姓名', '姓名'],
          ['张三', '李四'],
        ]),
      ],
      ['import.empty', await workbookOf([TITLES])],
    ];
    for (const [problem, content] of bad) {
      const { state, problem: said, hasFile } = await uploadTo(staff, 'residents', content);
      expect([problem, state, said, hasFile]).toEqual([problem, 'refused', problem, false]);
    }
  });

  geojsonCases(() => ({ staff, origin: server.origin, gridCode, otherGrid }));

  test('killed in the middle, the register is as it was; started again, the import goes on and is there once', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => resident(2000 + index, { [NAME]: `卯${String(index)}` }));
    let tried = await upload([TITLES, ...rows]);
    // Above 2,000 rows nobody waits for the answer.
    expect(tried.state).toBe('checking');
    tried = await until(staff, tried.id, ({ state }) => state !== 'checking');
    expect(tried).toMatchObject({ state: 'checked', counts: { new: 3000, wrong: 0 } });
    expect((await confirm(tried.id)).state).toBe('applying');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await server.kill('SIGKILL');
    await server.launch();
    staff = await server.as('community');
    const now = await total('卯');
    const view = await staff.call(exchangeApi.get, { params: { id: tried.id } });
    expect([view.state, now]).toEqual(view.state === 'done' ? ['done', 1000] : ['applying', 0]);
    expect(await until(staff, tried.id, ({ state }) => state === 'done')).toMatchObject({ counts: { rows: 3000, new: 3000 } });
    expect(await total('卯')).toBe(1000);
    expect((await until(staff, (await upload([TITLES, ...rows])).id, ({ state }) => state === 'checked')).counts).toMatchObject({
      new: 0,
      same: 3000,
    });
  });
});

async function until(client: ApiClient, id: string, isSo: (view: ImportView) => boolean): Promise<ImportView> {
  for (let tries = 0; tries < 400; tries += 1) {
    // The embedded database has one session, which the import holds for a while: whoever is told so asks again.
    const view = await client.call(exchangeApi.get, { params: { id } }).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'server.busy') return undefined;
      throw error;
    });
    if (view && isSo(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the import does not come to its end');
}
