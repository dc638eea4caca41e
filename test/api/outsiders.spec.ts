import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { accountsApi, auditApi, collectionsApi, eventsApi, exportsApi, gridChangesApi, type Permission, publicReportsApi, sessionApi, standardBooksApi } from '@wangge/contracts';
import sharp from 'sharp';
import { ENDPOINTS, type House, renaming, TRIALS, visits } from './every-endpoint.js';
import { file, newId, pointOf, report, sha256 } from './events.js';
import { draftOwn, fireUnits, publishOwn } from './own-registers.js';
import { askToMove, attachTo, create, makeMerge, makeTwins, residentValues } from './registers.js';
import { addTag } from './register-tag-cases.js';
import { KINDS, RunningServer } from './running-server.js';
import { type Answer, Wire } from './wire.js';
import { uploadTo, workbookOf } from './workbooks.js';

jest.setTimeout(240_000);

const FAR_AWAY = '220102';
const FAR_PEOPLE = {
  'far-supervisor': 'supervisor',
  'far-sysadmin': 'system-admin',
  'far-secadmin': 'security-admin',
  'far-auditadmin': 'audit-admin',
  'far-worker': 'grid-worker',
  'far-staff': 'community-staff',
  'far-safety': 'safety-officer',
} as const;
const PASSWORD = 'Far-away-2026';
const CONTACT = '13900001234 某居民';

const IDLE_DEPARTMENT = '01999999-0000-7000-8000-0000000000d1';

/** To another district, which no endpoint does: people of two districts on one server come with its import. */
const MOVE_AWAY = `
set session_replication_role = replica;
update account_role set district_code = '${FAR_AWAY}', scope = '${FAR_AWAY}'
 where account_id in (select account_id from account_credential where username like 'far-%');
update account set district_code = '${FAR_AWAY}' where id in (select account_id from account_credential where username like 'far-%');
update account_credential set district_code = '${FAR_AWAY}' where username like 'far-%';
insert into department (district_code, id, name, serves, created_at) values ('230302', '${IDLE_DEPARTMENT}', '待撤销科', '230302', now());`;

/** A mobile number or an identity number standing alone, not digits within a hash, an id or a coordinate. */
const PERSONAL = /(?<![0-9a-z.-])(1[3-9]\d{9}|\d{17}[\dXx])(?![0-9a-z.-])/i;
const INNER = /argon2|passw(or)?d_?hash|secret_?hash|"password"|"contact":|client_?command|refresh_?token"/i;

test('every endpoint of the contracts is tried', () => {
  expect(Object.keys(TRIALS).sort()).toEqual(ENDPOINTS.map(([name]) => name).sort());
});

describe.each(KINDS)('outsiders, on %s', (kind) => {
  let server: RunningServer;
  let wire: Wire;
  let house: House;
  const tokens = new Map<string, string>();
  const permissions = new Map<string, readonly Permission[]>();

  const signIn = async (username: string, password: string, as = username) => {
    const { accessToken, me } = await server.anonymous.call(sessionApi.signIn, { body: { username, password } });
    tokens.set(as, accessToken);
    if (as === username) permissions.set(username, me.permissions);
  };
  const tokenOf = (username: string | undefined) => {
    if (username === undefined) return undefined;
    const token = tokens.get(username);
    if (!token) throw new Error(`${username} is not signed in`);
    return token;
  };

  beforeAll(async () => {
    server = await RunningServer.start(kind);
    const [admin, ...accounts] = [await server.as('sysadmin'), ...(await server.accounts()).values()];
    for (const [username, role] of Object.entries(FAR_PEOPLE)) {
      const body = { id: newId(), username, name: '外区人员', password: PASSWORD, assignments: [{ role, scope: '230302' }] };
      await admin.call(accountsApi.create, { body });
    }
    await server.alter(MOVE_AWAY);
    for (const { username, password } of accounts) await signIn(username, password);
    for (const username of Object.keys(FAR_PEOPLE)) await signIn(username, PASSWORD);
    await signIn('resident', (await server.account('resident')).password, 'leaver');
    house = await furnish(server, await server.as('worker1'));
    wire = new Wire(server);
  });
  afterAll(() => server.stop());

  const ask = async (name: string, username: string | undefined): Promise<Answer> => {
    const trial = TRIALS[name];
    if (!trial) throw new Error(`no trial of ${name}`);
    return wire.send({ ...trial.ask(house), token: tokenOf(username) });
  };

  describe.each(ENDPOINTS)('%s', (name, endpoint) => {
    const { access } = endpoint;
    const trial = TRIALS[name];

    if (access === 'public') {
      test('answers without a session', async () => expect((await ask(name, undefined)).said).toBe(trial?.insider[1]));
      return;
    }

    test('answers nobody without a session', async () => expect((await ask(name, undefined)).said).toBe('401 session.missing'));

    test('answers nobody whose role lacks the permission', async () => {
      if (access === 'signed-in') return;
      const lacking = [...permissions].filter(([, held]) => !held.includes(access));
      for (const [username] of lacking)
        expect([username, (await ask(name, username)).said]).toEqual([username, '403 permission.denied']);
      // The tree of the grid is all that everybody reads.
      expect(lacking.length > 0).toBe(access !== 'grid.read');
    });

    test('tells an account of another area nothing', async () => {
      if (!trial?.outsider) return;
      const [username, said] = trial.outsider;
      const answer = await ask(name, username);
      if (typeof said === 'string' && said !== 'empty') return expect(answer.said).toBe(said);
      expect(answer.said).toBe('200');
      expect(JSON.parse(answer.text)).toMatchObject(said === 'empty' ? { items: [] } : said);
    });

    test('answers who may ask', async () => {
      const [username, said] = trial?.insider ?? [];
      if (endpoint.form === 'stream') return expect((await hear(server, tokenOf(username), house.event.id)).said).toBe('heard');
      const answer = await ask(name, username);
      expect(answer.said).toBe(said);
      if (answer.said === '200' && endpoint.form !== 'bytes') expect(answer.headers['cache-control']).toBe('no-store');
    });
  });

  test('the stream tells an account of another area nothing, not even of what was', async () => {
    const { at } = await hear(server, tokenOf(TRIALS['streamApi.open']?.insider[0]), house.event.id);
    const before = String(Number(at) - 1);
    const listen = async (username: string | undefined) =>
      (await hear(server, tokenOf(username), house.event.id, before, MOMENT_MS)).said;
    expect(await listen(TRIALS['streamApi.open']?.insider[0])).toBe('heard');
    expect(await listen('far-supervisor')).toBe('silent');
    expect(await listen('worker3')).toBe('silent');
    expect(await listen(undefined)).toBe('401');
  });

  test('no answer holds a secret of anybody, and none is kept by a cache', async () => {
    expect(wire.answers.length).toBeGreaterThan(100);
    for (const { asked, text, headers, status } of wire.answers) {
      if (headers['content-type']?.startsWith('image/')) continue;
      expect([asked, PERSONAL.exec(text)?.[0], INNER.exec(text)?.[0], text.includes(CONTACT)]).toEqual([
        asked,
        undefined,
        undefined,
        false,
      ]);
      if (status < 400) expect([asked, headers['cache-control']]).toEqual([asked, 'no-store']);
      if (!asked.endsWith('/public/reports')) expect([asked, text.includes('"secret"')]).toEqual([asked, false]);
    }
    expect(wire.failures).toEqual([]);
  });
});

/** Somebody with two care tags. */
async function tagOne(staff: ApiClient, point: House['point']): Promise<House['tagged']> {
  const { id: record } = await create(staff, 'residents', { point }, residentValues());
  const [one, other] = [await addTag(staff, record, 'disabled'), await addTag(staff, record, 'elder-alone')];
  return { record, one: one.id, other: other.id };
}

async function furnish(server: RunningServer, worker: ApiClient): Promise<House> {
  const [desk, admin] = [await server.as('desk'), await server.as('secadmin')];
  const point = await pointOf(server, worker, 'worker1');
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#448' } })
    .png()
    .toBuffer();
  const photos = [{ sha256: sha256(photo), bytes: photo.length, type: 'image/png' }];
  const resident = { id: newId(), description: '楼下的路灯三天不亮了', point, contact: CONTACT };
  const receipt = await server.anonymous.call(publicReportsApi.create, { body: resident });
  // So that a name of a department and a timeline stand in what is read.
  await file(desk, await report(worker, point));
  const { id, version } = await desk.call(eventsApi.get, { params: { id: (await report(worker, point, { photos })).id } });
  const [account] = (await admin.call(accountsApi.list, { query: { q: 'w2303' } })).items;
  const { username, password } = await server.account('auditadmin');
  const staff = await server.as('community');
  const [entry] = (await (await server.as('auditadmin')).call(auditApi.list, { query: { kind: 'account' } })).items;
  const { id: recordId } = await create(staff, 'residents', { point }, residentValues());
  const { id: spareId } = await create(staff, 'residents', { point }, residentValues());
  const gridCode = (await server.account('worker1')).scope ?? '';
  const upload = async () => {
    const content = await workbookOf([
      ['网格编码', '姓名', '性别', '人员类型'],
      [gridCode, '表中人', '女', '户籍人口'],
    ]);
    return uploadTo(staff, 'residents', content);
  };
  const exporting = (register: string, columns: string[]) =>
    staff.call(exportsApi.request, { params: { register }, body: { id: newId(), columns, filter: {}, reason: '核对台账' } });
  const making = () => staff.call(collectionsApi.make, { body: { id: newId(), ...visits() } });
  const { id: visitedId } = await create(staff, 'residents', { gridCode }, residentValues());
  const table = await making();
  const supervisor = await server.as('supervisor');
  const draftOf = (book: 'responsibility' | 'filing') => supervisor.call(standardBooksApi.draft, { body: { id: newId(), book } });
  const gridChange = await supervisor.call(gridChangesApi.plan, { body: renaming('230302001001001') });
  await draftOwn(supervisor, 'own-drafted', fireUnits('起草', 'Drafted'));
  await draftOwn(supervisor, 'own-spare', fireUnits('备用', 'Spare'));
  await publishOwn(supervisor, 'own-published', fireUnits('已发布', 'Published'));
  return {
    tried: await upload(),
    spareTried: await upload(),
    exported: await exporting('residents', ['name']),
    exportedPlain: await exporting('buildings', ['name']),
    audited: entry?.position ?? '',
    table: { id: table.id, part: table.parts.find((part) => part.gridCode === gridCode)?.id ?? '', record: visitedId },
    spareTable: await making(),
    department: IDLE_DEPARTMENT,
    edition: await draftOf('responsibility'),
    spareEdition: await draftOf('filing'),
    event: { id, version },
    gridChange,
    record: { id: recordId, version: 1 },
    spare: { id: spareId, version: 1 },
    twins: await makeTwins(staff, point),
    merge: await makeMerge(staff, point),
    attached: await attachTo(staff, 'volunteer-teams', await create(staff, 'volunteer-teams', { point }, { name: '红马甲', serviceKind: 'order' })),
    asked: await askToMove(staff, point),
    tagged: await tagOne(staff, point),
    point,
    photo,
    receipt,
    account: { id: account?.id ?? '', version: account?.version ?? 0 },
    signIn: { username, password },
  };
}

/** Longer than the replay of a whole demo takes on a busy machine. */
const PATIENCE_MS = 20_000;
const MOMENT_MS = 1_500;

/** News from a position on, until this event is among them or so long: how the answer began, and where the event stands. */
async function hear(server: RunningServer, token: string | undefined, eventId: string, from = '0', patience = PATIENCE_MS) {
  const leaving = new AbortController();
  const headers = { 'last-event-id': from, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const answer = await fetch(`${server.origin}/api/v1/stream`, { headers, signal: leaving.signal });
  if (!answer.ok) return { said: String(answer.status), at: undefined };
  let text = '';
  const timer = setTimeout(() => leaving.abort(), patience);
  const reader = answer.body?.getReader();
  try {
    while (!text.includes(eventId)) {
      const part = await reader?.read();
      if (!part || part.done) break;
      text += new TextDecoder().decode(part.value);
    }
  } catch {
    // Left.
  } finally {
    clearTimeout(timer);
    leaving.abort();
  }
  expect(text).toContain('event: hello');
  const told = text.split('\n\n').find((message) => message.includes(eventId));
  return { said: told === undefined ? 'silent' : 'heard', at: /^id: (\d+)$/m.exec(told ?? '')?.[1] };
}
