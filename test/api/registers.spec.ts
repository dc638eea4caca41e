import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ApiClient } from '@wangge/api-client';
import { accountsApi, gridsApi, picturesApi, type RecordView, registersApi, type RegisterView, searchApi } from '@wangge/contracts';
import { newId, refusal } from './events.js';
import { ENDPOINTS, TRIALS } from './every-endpoint.js';
import { fireUnits, publishOwn } from './own-registers.js';
import { attachTo, canary, create, newIdentityNumber, newPhone, personalIn, residentValues } from './registers.js';
import { attachmentCases } from './register-attachment-cases.js';
import { eventCases } from './register-event-cases.js';
import { flowCases, valueCases } from './register-flow-cases.js';
import { shapeCases } from './register-shape-cases.js';
import { tagCases } from './register-tag-cases.js';
import { KINDS, RunningServer } from './running-server.js';
import { Wire } from './wire.js';

jest.setTimeout(240_000);

/** One that the district defines for itself is held to the same. */
const OWN = 'own-fire-units';
const RESIDENTS = { register: 'residents' };
const READERS = ['worker1', 'gridleader', 'community', 'supervisor', 'leader', 'streetleader', 'safety'];
const STRANGERS = ['worker2', 'worker3', 'desk', 'handler', 'resident', 'sysadmin', 'secadmin', 'auditadmin'];

const VERIFY = new URL('../../apps/api/dist/platform/audit/command-line.js', import.meta.url);

/** `npm run audit:verify` without its install and build; the embedded database serves one process at a time. */
async function verifyAudit(dataDir: string): Promise<{ readonly code: number; readonly said: string }> {
  const script = `import { runAuditVerify } from '${VERIFY.href}';
    process.exitCode = await runAuditVerify(process.env, (line) => process.stdout.write(line + '\\n'));`;
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: { ...inherited, DATA_DIR: dataDir } });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = await once(child, 'exit');
  return { code: Number(code), said };
}

/** Files below a folder that hold one of these texts, in whatever form they lie there. */
async function filesHolding(folder: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const content = await readFile(path.join(entry.parentPath, entry.name));
    found.push(...texts.filter((text) => content.includes(text)).map((text) => `${entry.name}: ${text}`));
  }
  return found;
}

describe.each(KINDS)('registers, on %s', (kind) => {
  let server: RunningServer;
  let [staff, worker, neighbour, leader]: ApiClient[] = [];
  let gridCode: string;
  let otherGrid: string;
  const as = (client: ApiClient | undefined): ApiClient => {
    if (!client) throw new Error('nobody is signed in');
    return client;
  };
  const find = async (client: ApiClient | undefined, query: Record<string, string>): Promise<RecordView[]> =>
    (await as(client).call(registersApi.search, { params: RESIDENTS, body: query })).items;
  const one = (id: string) => ({ params: { ...RESIDENTS, id } });

  beforeAll(async () => {
    server = await RunningServer.start(kind);
    [staff, worker, neighbour, leader] = [
      await server.as('community'),
      await server.as('worker1'),
      await server.as('worker2'),
      await server.as('leader'),
    ];
    gridCode = (await server.account('worker1')).scope ?? '';
    otherGrid = (await server.account('worker2')).scope ?? '';
    await publishOwn(await server.as('supervisor'), OWN, fireUnits());
  });
  afterAll(() => server.stop());

  test('a person is created once, masked in the reply, and found by name, number and phone', async () => {
    const [id, values] = [newId(), residentValues({ name: '甄独名' })];
    const made = await create(as(worker), 'residents', { gridCode }, values, id);
    expect(made).toMatchObject({ id, title: '甄*名', version: 1, chain: { gridCode }, values: { name: '甄*名' } });
    expect(made.masked).toEqual(expect.arrayContaining(['name', 'identityNumber', 'phone', 'birthDate']));
    expect(await create(as(worker), 'residents', { gridCode }, values, id)).toEqual(made);
    for (const q of ['甄独', String(values.identityNumber), String(values.identityNumber).toLowerCase(), String(values.phone)])
      expect([q, (await find(staff, { q })).map((found) => found.id)]).toEqual([q, [id]]);
    // Sensitive values are found whole or not at all.
    expect(await find(staff, { q: String(values.identityNumber).slice(0, 17) })).toEqual([]);
    expect(await refusal(create(as(worker), 'residents', { gridCode }, { ...values, name: '另一人' }, id))).toBe(
      '409 command.reused',
    );
  });

  test('the same number twice is refused, and nothing says where the other one is', async () => {
    const values = residentValues();
    const far = await as(leader).call(gridsApi.get, { params: { code: otherGrid } });
    const first = await create(as(neighbour), 'residents', { point: far.center }, values);
    const wire = new Wire(server);
    const body = { id: newId(), gridCode, values: { ...residentValues(), identityNumber: values.identityNumber } };
    const answer = await wire.send({
      method: 'POST',
      path: '/api/v1/registers/residents/records',
      body,
      token: as(worker).accessToken,
    });
    expect(answer.said).toBe('409 record.duplicate');
    for (const told of [first.id, otherGrid, String(values.identityNumber)]) expect(answer.text).not.toContain(told);
  });

  test('a worker knows his own unit grid only, and writes nowhere else', async () => {
    const mine = await create(as(worker), 'residents', { gridCode }, residentValues());
    expect((await find(worker, { perPage: '100' })).every(({ chain }) => chain.gridCode === gridCode)).toBe(true);
    expect(await refusal(as(neighbour).call(registersApi.get, one(mine.id)))).toBe('404 not-found');
    expect(await refusal(as(neighbour).call(registersApi.get, one(newId())))).toBe('404 not-found');
    expect(await refusal(create(as(neighbour), 'residents', { gridCode }, residentValues()))).toBe('404 not-found');
    expect(await find(neighbour, { scope: gridCode })).toEqual([]);
    for (const work of [
      as(neighbour).call(registersApi.change, { ...one(mine.id), body: { version: 1, values: { note: '改' } } }),
      as(neighbour).call(registersApi.history, one(mine.id)),
    ])
      expect(await refusal(work)).toBe('404 not-found');
    expect(await refusal(as(leader).call(registersApi.change, { ...one(mine.id), body: { version: 1, values: {} } }))).toBe(
      '403 permission.denied',
    );
  });

  test('a change needs the version seen, keeps what was shown masked, and stands in the history masked', async () => {
    const { id } = await create(as(staff), 'residents', { gridCode }, residentValues({ name: '冯旧名' }));
    const change = (version: number, values: Record<string, string | null>) =>
      as(staff).call(registersApi.change, { ...one(id), body: { version, values } });
    const changed = await change(1, { name: '冯新样', phone: newPhone(), occupation: '教师' });
    expect(changed).toMatchObject({ version: 2, title: '冯*样', values: { occupation: '教师' } });
    expect(await refusal(change(1, { occupation: '医生' }))).toBe('409 record.stale');
    const sentBack = await change(2, { name: '冯*样', phone: String(changed.values.phone), occupation: '医生' });
    expect(sentBack).toMatchObject({ version: 3, title: '冯*样' });
    expect(await find(staff, { q: '冯新样' })).toHaveLength(1);
    const { items } = await as(staff).call(registersApi.history, one(id));
    expect(items.map(({ kind: what, version }) => [what, version])).toEqual([
      ['changed', 3],
      ['changed', 2],
      ['created', 1],
    ]);
    expect(items[0]?.fields).toEqual([{ name: 'occupation', from: '教师', to: '医生' }]);
    expect(items[1]?.fields).toContainEqual({ name: 'name', from: '冯*名', to: '冯*样' });
    expect(items[1]?.fields).toContainEqual({ name: 'phone', from: null, to: null });
  });

  test('what points at each other is shown, keeps its target, and ends with it', async () => {
    const home = await create(
      as(staff),
      'households',
      { gridCode },
      { householdNumber: `H${newId()}`.slice(0, 20), householdKind: 'family', headName: '卫户主' },
    );
    const member = await create(as(staff), 'residents', { gridCode }, residentValues({ name: '卫成员', householdId: home.id }));
    expect(member.referenceTitles).toEqual({ householdId: home.title });
    const detail = await as(staff).call(registersApi.get, { params: { register: 'households', id: home.id } });
    expect(detail.related).toMatchObject([
      { register: 'residents', field: 'householdId', total: 1, items: [{ id: member.id, title: '卫*员' }] },
    ]);
    const remove = (register: string, id: string, version = 1) =>
      as(staff).call(registersApi.remove, {
        params: { register, id },
        query: { version: String(version) },
        body: { reason: '登记有误' },
      });
    expect(await refusal(remove('households', home.id))).toBe('409 record.referenced');
    expect(await refusal(as(worker).call(registersApi.remove, { ...one(member.id), query: { version: '1' }, body: { reason: '登记有误' } }))).toBe(
      '403 permission.denied',
    );
    expect(await refusal(remove('residents', member.id, 7))).toBe('409 record.stale');
    await remove('residents', member.id);
    expect(await refusal(as(staff).call(registersApi.get, one(member.id)))).toBe('404 not-found');
    await remove('households', home.id);
    for (const target of [home.id, newId()])
      expect(await refusal(create(as(staff), 'residents', { gridCode }, residentValues({ householdId: target })))).toBe(
        '422 record.invalid',
      );
  });

  test('lists are filtered, sorted and read on; what a definition does not offer is refused by name', async () => {
    const marks = ['A', 'B', 'C', 'D', 'E'].map((letter, index) => ({
      code: `${letter}-${newId()}`.slice(0, 28),
      floors: index < 2 ? null : 40 + index,
    }));
    const { center } = await as(worker).call(gridsApi.get, { params: { code: gridCode } });
    for (const { code, floors } of marks)
      await create(
        as(staff),
        'buildings',
        { point: center },
        { code, name: '验证楼', use: 'residential', ...(floors ? { floors } : {}) },
      );
    const list = (query: Record<string, string>) =>
      as(staff).call(registersApi.records, { params: { register: 'buildings' }, query });
    for (const sort of ['floors', '-floors', 'code', '-code', 'createdAt', '-createdAt']) {
      const whole = (await list({ q: '验证楼', sort, perPage: '100' })).items.map(({ id }) => id);
      const read: string[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const page = await list({ q: '验证楼', sort, perPage: '2', ...(cursor ? { cursor } : {}) });
        read.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      }
      expect([sort, read]).toEqual([sort, whole]);
      expect(whole).toHaveLength(marks.length);
    }
    expect(
      (await list({ q: '验证楼', 'floors.gte': '42', 'floors.lt': '44' })).items.map(({ values }) => values.floors).sort(),
    ).toEqual([42, 43]);
    expect((await list({ q: '验证楼', 'floors.empty': 'true' })).total).toBe(2);
    const refused: Record<string, string>[] = [
      { nonsense: '1' },
      { address: 'x' },
      { 'floors.like': '1' },
      { 'floors.gte': 'x' },
      { sort: 'leaderPhone' },
      { cursor: 'abc' },
      { use: "a'b" },
    ];
    for (const bad of refused) expect([bad, await refusal(list(bad))]).toEqual([bad, '400 request.invalid']);
    expect(await refusal(list({ page: '11', perPage: '100' }))).toBe('400 request.invalid');
    expect(await refusal(as(staff).call(registersApi.records, { params: { register: 'dragons' } }))).toBe('404 not-found');
  });

  test('a whole number of a person is asked for in a body, never in an address', async () => {
    for (const q of [newIdentityNumber(), newPhone()])
      expect(await refusal(as(staff).call(registersApi.records, { params: RESIDENTS, query: { q } }))).toBe(
        '400 request.invalid',
      );
  });

  test('one search finds a person by name, number and phone in every register, under scope and masked', async () => {
    const values = residentValues({ name: '巽风独' });
    const { id } = await create(as(staff), 'residents', { gridCode }, values);
    const found = async (client: ApiClient | undefined, words: string) => {
      const { registers } = await as(client).call(searchApi.find, { body: { words } });
      return registers.flatMap(({ register, items }) => items.map((hit) => [register, hit.id, hit.title, hit.by.value]));
    };
    for (const [words, by] of [
      ['巽风', '巽*独'],
      [String(values.phone), `${String(values.phone).slice(0, 3)}****${String(values.phone).slice(-4)}`],
    ] as const) {
      expect(await found(worker, words)).toEqual([['residents', id, '巽*独', by]]);
      expect(await found(leader, words)).toEqual([['residents', id, '巽*独', by]]);
      expect(await found(neighbour, words)).toEqual([]);
    }
    expect((await found(staff, String(values.identityNumber))).map(([, hit]) => hit)).toEqual([id]);
    expect(await found(staff, String(values.identityNumber).slice(0, 17))).toEqual([]);
  });

  test('a building shows its households with their people, and a resident the building of his household', async () => {
    const { center } = await as(worker).call(gridsApi.get, { params: { code: gridCode } });
    const values = { code: `P-${newId()}`.slice(0, 28), name: '坎图楼', use: 'residential' };
    const building = await create(as(staff), 'buildings', { point: center }, values);
    const number = `P${newId()}`.slice(0, 20);
    const home = await create(
      as(staff),
      'households',
      { gridCode },
      { householdNumber: number, householdKind: 'family', headName: '坎户主', buildingId: building.id },
    );
    const member = await create(as(staff), 'residents', { gridCode }, residentValues({ name: '坎成员', householdId: home.id }));
    const picture = (client: ApiClient | undefined, register: string, id: string) =>
      as(client).call(picturesApi.record, { params: { register, id } });
    const { beyond, place } = await picture(worker, 'buildings', building.id);
    expect(place).toEqual({ point: center, of: null });
    expect(beyond.filter(({ total }) => total > 0)).toMatchObject([
      { through: { register: 'households' }, register: 'residents', total: 1, of: { [home.id]: 1 } },
    ]);
    const ofMember = await picture(worker, 'residents', member.id);
    expect(ofMember.place).toEqual({ point: center, of: { register: 'buildings', id: building.id, title: '坎图楼' } });
    expect(ofMember.above).toMatchObject([{ through: 'householdId', register: 'buildings', id: building.id }]);
    expect(await refusal(picture(neighbour, 'residents', member.id))).toBe('404 not-found');
  });

  test('a node counts the records below it that the viewer may see, and nothing elsewhere', async () => {
    const total = async (client: ApiClient | undefined, code: string) => {
      const { registers } = await as(client).call(picturesApi.grid, { params: { code } });
      return registers?.find(({ register }) => register === 'residents')?.total ?? null;
    };
    await create(as(worker), 'residents', { gridCode }, residentValues());
    const { total: seen } = await as(worker).call(registersApi.search, { params: RESIDENTS, body: { perPage: '1' } });
    const own = await total(worker, gridCode);
    // Counts may be half a minute old.
    expect(own).not.toBeNull();
    expect(own ?? 0).toBeLessThanOrEqual(seen);
    expect(await total(worker, gridCode.slice(0, 6))).toBe(own);
    expect(await total(neighbour, gridCode)).toBeNull();
  });

  test('bad values are named, and never repeated in the answer', async () => {
    const wire = new Wire(server);
    const values = { ...residentValues(), identityNumber: '230398198102031111', phone: '12', surprise: 'x' };
    const answer = await wire.send({
      method: 'POST',
      path: '/api/v1/registers/residents/records',
      body: { id: newId(), gridCode, values },
      token: as(staff).accessToken,
    });
    expect(answer.said).toBe('422 record.invalid');
    const { fields } = JSON.parse(answer.text) as { fields: { path: string }[] };
    expect(fields.map(({ path }) => path).sort()).toEqual([
      'body.values.identityNumber',
      'body.values.phone',
      'body.values.surprise',
    ]);
    expect(answer.text).not.toContain(values.identityNumber);
  });

  test('a value is revealed with a reason, to whoever may, thirty times a day, and never without a trace', async () => {
    const values = residentValues();
    const { id } = await create(as(staff), 'residents', { gridCode }, values);
    const reveal = (client: ApiClient | undefined, field: string, reason = '核对走访信息') =>
      as(client).call(registersApi.reveal, { ...one(id), body: { field, reason } });
    expect(await refusal(reveal(worker, 'phone'))).toBe('403 permission.denied');
    expect(await refusal(reveal(staff, 'gender'))).toBe('400 request.invalid');
    expect(await refusal(reveal(staff, 'phone', ' '))).toBe('400 request.invalid');
    expect(await reveal(staff, 'phone')).toEqual({ field: 'phone', value: values.phone, left: 29 });
    expect(await reveal(staff, 'identityNumber')).toMatchObject({ value: values.identityNumber, left: 28 });
    const { items } = await as(leader).call(registersApi.history, one(id));
    expect(items[0]).toMatchObject({
      kind: 'revealed',
      reason: '核对走访信息',
      fields: [{ name: 'identityNumber', from: null, to: null }],
    });
    const { looks } = await as(leader).call(picturesApi.record, one(id));
    expect(looks.items.map(({ fields }) => fields)).toEqual([['identityNumber'], ['phone']]);
    expect(looks).toMatchObject({ total: 2, items: [{ reason: '核对走访信息' }, {}] });
    const rest = await Promise.allSettled(Array.from({ length: 40 }, () => reveal(staff, 'name')));
    expect(rest.filter(({ status }) => status === 'fulfilled')).toHaveLength(28);
    expect(await refusal(reveal(staff, 'phone'))).toBe('429 reveal.budget-spent');
  });

  test('no reply of any GET, to anybody, holds a number or a phone in full', async () => {
    const { items: registers } = await as(staff).call(registersApi.list, {});
    const planted = await plant(as(staff), registers, gridCode, as(worker));
    const wire = new Wire(server);
    const met: [username: string, register: string, sees: boolean][] = [];
    const accounts = await server.accounts();
    expect([...READERS, ...STRANGERS, 'streetdesk', 'dispatcher', 'handler2', 'depthead'].sort()).toEqual([...accounts.keys()].sort());
    for (const username of accounts.keys()) {
      const token = (await server.as(username)).accessToken;
      for (const [name, endpoint] of ENDPOINTS) {
        if (endpoint.method !== 'GET' || endpoint.form || name.startsWith('registersApi.')) continue;
        const trial = TRIALS[name];
        if (trial) await wire.send({ ...trial.ask(NOWHERE), token });
      }
      await wire.send({ path: '/api/v1/registers', token });
      for (const { register, id, phone, numbers } of planted) {
        const at = `/api/v1/registers/${register}/records`;
        const read = [at, `${at}?perPage=100`, `${at}/${id}`, `${at}/${id}/history`, `${at}/${id}/picture`, `${at}/${id}/attachments`].map((path) => ({
          path,
          token,
        }));
        const sought = numbers.flatMap((q) => [
          { method: 'POST', path: `${at}/search`, body: { q }, token },
          { method: 'POST', path: '/api/v1/search', body: { words: q }, token },
        ]);
        read.push({ path: `/api/v1/grids/${gridCode}/picture`, token });
        read.push({ path: `/api/v1/registers/${register}/map?bbox=130.8,45.2,131.1,45.4`, token });
        const answers = [];
        for (const ask of [...read, ...sought]) answers.push(await wire.send(ask));
        const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
        const sees = answers.filter(({ status, text }) => status === 200 && text.includes(masked)).length;
        met.push([username, register, sees >= 3]);
      }
    }
    const told = wire.answers.flatMap(({ asked, text }) => personalIn(text).map((found) => `${asked}: ${found}`));
    expect(told).toEqual([]);
    for (const { numbers } of planted)
      for (const { text } of wire.answers) for (const number of numbers) expect(text.includes(number)).toBe(false);
    // It would be silent, too, if nobody had been shown anything.
    expect(met).toEqual(met.map(([username, register]) => [username, register, READERS.includes(username)]));
    expect(planted.map(({ register }) => register)).toContain(OWN);
    expect(planted.length).toBeGreaterThan(4);
    expect(wire.failures).toEqual([]);
    expect(wire.answers.length).toBeGreaterThan(400);
  });

  test('nobody writes where he only reads, and what does not read sees no register', async () => {
    const who = await server.as('desk');
    expect(await refusal(who.call(registersApi.list, {}))).toBe('403 permission.denied');
    expect(await refusal(create(as(leader), 'residents', { gridCode }, residentValues()))).toBe('403 permission.denied');
  });

  test('an identity number may be corrected to another one, once', async () => {
    const taken = newIdentityNumber();
    await create(as(staff), 'residents', { gridCode }, residentValues({ identityNumber: taken }));
    const { id } = await create(as(staff), 'residents', { gridCode }, residentValues());
    const change = (identityNumber: string) =>
      as(staff).call(registersApi.change, { ...one(id), body: { version: 1, values: { identityNumber } } });
    expect(await refusal(change(taken))).toBe('409 record.duplicate');
    expect(await change(newIdentityNumber())).toMatchObject({ version: 2 });
  });

  /** One more of the staff, with a day's budget of his own. */
  const newcomer = async (): Promise<ApiClient> => {
    const assignments = [{ role: 'community-staff' as const, scope: gridCode.slice(0, 12) }];
    const [username, password] = [`staff-${newId().slice(-8)}`, 'Long-enough-77'];
    const body = { id: newId(), username, name: '新来的', password, assignments };
    await (await server.as('sysadmin')).call(accountsApi.create, { body });
    const client = new ApiClient({ origin: server.origin, screen: 'api' });
    await client.signIn(username, password);
    return client;
  };
  const house = () => ({ staff: as(staff), worker: as(worker), neighbour: as(neighbour), leader: as(leader), gridCode, origin: server.origin, newcomer });
  flowCases(house);
  valueCases(house);
  shapeCases(house);
  attachmentCases(house);
  eventCases(house);
  tagCases(() => ({ ...house(), server }));

  const whereOnDisk = kind === 'embedded' ? test : test.skip;

  whereOnDisk('neither stands in anything the server keeps, and the trail of it can be verified', async () => {
    const { items: registers } = await as(staff).call(registersApi.list, {});
    const planted = await plant(as(staff), registers, gridCode, as(worker));
    const values = residentValues({ name: '盘上可见' });
    const { id } = await create(as(staff), 'residents', { gridCode }, values);
    await as(staff).call(registersApi.change, { ...one(id), body: { version: 1, values: { phone: newPhone() } } });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await server.kill('SIGTERM');
    const numbers = [...planted.flatMap((each) => each.numbers), String(values.identityNumber), String(values.phone)];
    expect(await filesHolding(server.dataDir, numbers)).toEqual([]);
    expect((await filesHolding(server.dataDir, ['盘上可见'])).length).toBeGreaterThan(0);
    expect(personalIn(server.printed)).toEqual([]);
    const whole = await verifyAudit(server.dataDir);
    expect([whole.code, whole.said]).toEqual([0, expect.stringContaining('is whole')]);
    await server.alter(`update audit_entry set actor_name = '别人' where link = 3`);
    await server.kill('SIGTERM');
    const verdict = await verifyAudit(server.dataDir);
    expect([verdict.code, verdict.said]).toEqual([1, expect.stringContaining('broken at entry 3')]);
    await server.launch();
  });
});

interface Planted {
  readonly register: string;
  readonly id: string;
  readonly phone: string;
  readonly numbers: readonly string[];
}

/** A person in every register that keeps any, with a number or a phone of his own in each field. */
async function plant(
  staff: ApiClient,
  registers: readonly RegisterView[],
  gridCode: string,
  worker: ApiClient,
): Promise<Planted[]> {
  const { center } = await worker.call(gridsApi.get, { params: { code: gridCode } });
  const planted: Planted[] = [];
  for (const register of registers) {
    const personal = register.fields.filter(({ kind }) => kind === 'identity-number' || kind === 'phone');
    const phoneField = personal.find(({ kind }) => kind === 'phone');
    if (!phoneField) continue;
    const values = canary(register);
    // What such a record has to point at was planted before it.
    for (const { name, kind, required, references } of register.fields)
      if (required && kind === 'reference') values[name] = planted.find((each) => each.register === references)?.id ?? null;
    const { id } = await create(staff, register.name, register.geometry === 'point' ? { point: center } : { gridCode }, values);
    const numbers = personal.map(({ name }) => String(values[name]));
    const paper = Buffer.from(`%PDF-1.7 ${numbers.join()}`);
    await attachTo(staff, register.name, { id }, { kind: 'identity', name: `${numbers.join()}.pdf` }, paper);
    planted.push({
      register: register.name,
      id,
      phone: String(values[phoneField.name]),
      numbers,
    });
  }
  return planted;
}

/** For endpoints that want to be told of something: this is nobody's. */
const NOWHERE = {
  edition: { id: '01999999-0000-7000-8000-000000000001', version: 1 },
  spareEdition: { id: '01999999-0000-7000-8000-000000000001', version: 1 },
  audited: '999999999',
  department: '01999999-0000-7000-8000-000000000001',
  event: { id: '01999999-0000-7000-8000-000000000001', version: 1 },
  record: { id: '01999999-0000-7000-8000-000000000001', version: 1 },
  spare: { id: '01999999-0000-7000-8000-000000000001', version: 1 },
  twins: {
    one: '01999999-0000-7000-8000-000000000001',
    other: '01999999-0000-7000-8000-000000000002',
    pair: '01999999-0000-7000-8000-000000000003',
  },
  asked: { id: '01999999-0000-7000-8000-000000000005' },
  attached: { record: '01999999-0000-7000-8000-000000000001', id: '01999999-0000-7000-8000-000000000006' },
  tagged: {
    record: '01999999-0000-7000-8000-000000000001',
    one: '01999999-0000-7000-8000-000000000006',
    other: '01999999-0000-7000-8000-000000000007',
  },
  merge: { record: '01999999-0000-7000-8000-000000000001', id: '01999999-0000-7000-8000-000000000004' },
  gridChange: { id: '01999999-0000-7000-8000-000000000001', version: 1 },
  point: { lng: 130.97, lat: 45.3 },
  photo: Buffer.from('x'),
  tried: { id: '01999999-0000-7000-8000-000000000001' },
  spareTried: { id: '01999999-0000-7000-8000-000000000001' },
  exported: { id: '01999999-0000-7000-8000-000000000001' },
  exportedPlain: { id: '01999999-0000-7000-8000-000000000001' },
  table: {
    id: '01999999-0000-7000-8000-000000000001',
    part: '01999999-0000-7000-8000-000000000001',
    record: '01999999-0000-7000-8000-000000000001',
  },
  spareTable: { id: '01999999-0000-7000-8000-000000000001', version: 1 },
  account: { id: '01999999-0000-7000-8000-000000000001', version: 1 },
  receipt: { number: '20260612-0001', secret: 'A'.repeat(22) },
  signIn: { username: 'nobody', password: 'nothing' },
};
