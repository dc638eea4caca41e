import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Assignment, auditApi, type AuditEntryView, accountsApi } from '@wangge/contracts';
import { v7 as uuid } from 'uuid';
import { AuditSealer } from '../../platform/audit/index.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { ask, signIn } from '../../testing/ask.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { FilesModule } from '../../platform/files/index.js';
import { AccountSeeding, AccountsModule, RefusedSignIns } from '../accounts/index.js';
import { TrailModule } from './trail.module.js';
import { VerificationsService } from './verifications.service.js';

const PASSWORD = 'Correct-horse-7';
const HERE = '230302';
const THERE = '230303';

describeOnBothDatabases('the trail', (getDatabase) => {
  let server: TestServer;
  const tokens = new Map<string, string>();
  const ids = new Map<string, string>();

  beforeAll(async () => {
    server = await startTestServer(getDatabase(), [FilesModule, AccountsModule, TrailModule]);
    await seed('auditor', HERE, [{ role: 'audit-admin', scope: HERE }]);
    await seed('auditor-there', THERE, [{ role: 'audit-admin', scope: THERE }]);
    await seed('city-auditor', HERE, [{ role: 'audit-admin', scope: '2303' }]);
    await seed('system', HERE, [{ role: 'system-admin', scope: HERE }]);
    await seed('security', HERE, [{ role: 'security-admin', scope: HERE }]);
    await seed('worker', HERE, [{ role: 'grid-worker', scope: `${HERE}001001001` }]);
  });
  afterAll(() => server.close());

  async function seed(username: string, districtCode: string, assignments: Assignment[]): Promise<void> {
    const account = { districtCode, username, name: `${username} 某`, password: PASSWORD, assignments };
    const made = await server.app.get(AccountSeeding).ensureAccounts([account]);
    ids.set(username, made.get(username) ?? '');
    tokens.set(username, (await signIn(server, username, PASSWORD)).token);
  }
  const as = (username: string) => ({ token: tokens.get(username) ?? '' });
  const read = async (query = '', username = 'auditor') => {
    server.clock.forward(1);
    const { status, body } = await ask(server, 'GET', `/audit/entries?${query}`, as(username));
    expect(status).toBe(200);
    return auditApi.list.reply.parse(body);
  };
  const entries = async (query = ''): Promise<AuditEntryView[]> => (await read(query)).items;
  const actions = async (query: string) => (await entries(query)).map(({ action }) => action);
  const tryIn = async (username: string, password: string) =>
    (await ask(server, 'POST', '/session', { body: { username, password, screen: 'console' } })).status;
  const stored = () => getDatabase().superuser.query<{ said: string }>(`select audit_entry::text as said from audit_entry`);

  describe('of accounts', () => {
    test('tells who signed in and out, on which screen', async () => {
      const { token } = await signIn(server, 'worker', PASSWORD, 'phone');
      await ask(server, 'DELETE', '/session', { token });
      const [out, into] = await entries(`kind=session&subjectId=${ids.get('worker')}`);
      expect(into).toMatchObject({ action: 'session.sign-in', actor: 'worker 某', details: { screen: 'phone' } });
      expect(out).toMatchObject({ action: 'session.sign-out', actorId: ids.get('worker'), details: into?.details });
    });

    test('tells each wrong password of an account, the one that locks it, and nothing that was typed', async () => {
      await seed('forgetful', HERE, [{ role: 'leader', scope: HERE }]);
      server.clock.forward(1);
      const before = server.clock.now().toISOString();
      for (let attempt = 0; attempt < 9; attempt += 1) await tryIn('forgetful', 'typed-by-mistake');
      const told = await entries(`kind=session&subjectId=${ids.get('forgetful')}&from=${encodeURIComponent(before)}`);
      expect(told.map(({ action, actor, actorId }) => [action, actor, actorId])).toEqual([
        ['session.lock', '', null],
        ...Array<unknown>(4).fill(['session.refuse', '', null]),
      ]);
      expect((await stored()).filter(({ said }) => said.includes('typed-by-mistake'))).toEqual([]);
    });

    test('counts what belongs to no account in one entry a minute, without any name', async () => {
      const names = Array.from({ length: 8 }, (_, index) => `nobody-${index}`);
      const { rows: before } = await counted();
      for (const name of names) expect(await tryIn(name, 'x')).toBe(401);
      expect((await counted()).rows).toBe(before);
      await server.app.get(RefusedSignIns, { strict: false }).tell();
      const [told] = await entries('action=session.refuse-many');
      expect(told).toMatchObject({ actor: '', details: { unknown: 8 } });
      // Each district with an auditor is told once, not once a name.
      expect((await counted()).rows - before).toBeLessThanOrEqual(3);
      expect((await stored()).filter(({ said }) => said.includes('nobody-'))).toEqual([]);
    });
    const counted = async () => {
      const [row] = await getDatabase().superuser.query<{ rows: number }>(
        `select count(*)::int as rows from audit_entry where action like 'session.%'`,
      );
      return { rows: row?.rows ?? 0 };
    };

    test('tells who made an account with which roles, and who disabled and enabled it', async () => {
      const body = { id: uuid(), username: 'newcomer', name: '李某', password: PASSWORD, assignments: [{ role: 'leader', scope: HERE }] };
      expect((await ask(server, 'POST', '/accounts', { ...as('system'), body })).status).toBe(201);
      // Sent again it is the same deed.
      expect((await ask(server, 'POST', '/accounts', { ...as('system'), body })).status).toBe(201);
      for (const [version, disabled] of [
        [1, true],
        [2, false],
      ] as const) {
        server.clock.forward(1);
        const answer = await ask(server, 'PATCH', `/accounts/${body.id}`, { ...as('security'), body: { version, disabled } });
        accountsApi.change.reply.parse(answer.body);
      }
      const told = await entries(`subjectId=${body.id}`);
      expect(told.map(({ action, actorId }) => [action, actorId])).toEqual([
        ['account.enable', ids.get('security')],
        ['account.disable', ids.get('security')],
        ['account.create', ids.get('system')],
      ]);
      expect(told.at(-1)?.details).toEqual({ roles: body.assignments });
      expect(JSON.stringify(told)).not.toContain('李某');
    });
  });

  describe('read by an auditor', () => {
    test('leads from page to page, newest first, each entry once', async () => {
      const seen: AuditEntryView[] = [];
      const to = encodeURIComponent(server.clock.now().toISOString());
      let cursor = '';
      do {
        const page = await read(`to=${to}&perPage=4${cursor && `&cursor=${cursor}`}`);
        seen.push(...page.items);
        cursor = page.nextCursor ?? '';
      } while (cursor !== '');
      expect(seen).toEqual(await entries(`to=${to}&perPage=100`));
      expect(seen.length).toBeGreaterThan(10);
      const order = seen.map(({ at, position }) => [at, Number(position)] as const);
      expect(order).toEqual([...order].sort((a, b) => (a[0] === b[0] ? b[1] - a[1] : a[0] < b[0] ? 1 : -1)));
    });

    test('is narrowed by kind, action, person, thing and time', async () => {
      expect(new Set(await actions('kind=account'))).toEqual(new Set(['account.create', 'account.disable', 'account.enable']));
      expect(new Set(await actions('action=account.disable'))).toEqual(new Set(['account.disable']));
      const own = await entries(`actorId=${ids.get('security')}`);
      expect(own.length).toBeGreaterThan(0);
      expect(own.every(({ actorId }) => actorId === ids.get('security'))).toBe(true);
      expect(new Set((await entries('subjectType=audit')).map(({ action }) => action))).toEqual(new Set(['audit.read']));
      expect(await entries('to=2026-01-01T00:00:00Z')).toEqual([]);
      const crossed = await ask(server, 'GET', '/audit/entries?kind=account&action=session.sign-in', as('auditor'));
      expect(crossed.code).toBe('request.invalid');
    });

    test('keeps each reading as one entry, however many it showed', async () => {
      const before = (await entries('kind=audit&perPage=100')).length;
      await entries('perPage=100');
      const [newest, ...rest] = await entries('kind=audit&perPage=100');
      expect(rest.length + 1).toBe(before + 2);
      expect(newest).toMatchObject({ action: 'audit.read', actorId: ids.get('auditor'), details: { filter: {} } });
    });

    test('is one district’s, and for nobody but auditors', async () => {
      const mine = await read('perPage=100');
      expect(mine.items.every(({ districtCode }) => districtCode === HERE)).toBe(true);
      const there = await read('perPage=100', 'auditor-there');
      expect(there.items.map(({ districtCode }) => districtCode)).toEqual(there.items.map(() => THERE));
      const asked = async (username: string) => (await ask(server, 'GET', `/audit/entries?district=${HERE}`, as(username))).code;
      expect(await asked('auditor-there')).toBe('not-found');
      expect(await asked('city-auditor')).toBeUndefined();
      for (const username of ['system', 'security', 'worker']) expect([username, await asked(username)]).toEqual([username, 'permission.denied']);
      const position = mine.items[0]?.position;
      expect((await ask(server, 'GET', `/audit/entries/${position}`, as('auditor-there'))).code).toBe('not-found');
      expect((await ask(server, 'GET', `/audit/entries/${position}`, as('auditor'))).status).toBe(200);
    });

    test('is behind a policy of its own: no other lens reads it, and this one no other district', async () => {
      const { database } = getDatabase();
      const count = { name: 'trail.try-count', text: `select count(*)::int as rows from audit_entry where district_code <> '${HERE}'` };
      expect(await database.as({ kind: 'audit', districtCode: HERE }, (tx) => tx.query(count))).toEqual([{ rows: 0 }]);
      for (const lens of [{ kind: 'district', code: HERE }, { kind: 'accounts' }, { kind: 'reference' }] as const)
        await expect(database.as(lens, (tx) => tx.query(count))).rejects.toMatchObject({ code: '42501' });
      const change = { name: 'trail.try-change', text: `update audit_entry set actor_name = 'x'` };
      await expect(database.as({ kind: 'audit', districtCode: HERE }, (tx) => tx.query(change))).rejects.toMatchObject({ code: '42501' });
    });
  });

  describe('verified by a button', () => {
    const latest = async () => {
      const { body } = await ask(server, 'GET', '/audit/verifications/latest', as('auditor'));
      return auditApi.verification.reply.parse(body).verification;
    };
    const verify = async () => {
      const { status } = await ask(server, 'POST', '/audit/verifications', as('auditor'));
      expect(status).toBe(201);
      for (let tries = 0; tries < 400; tries += 1) {
        const found = await latest();
        if (found && found.state !== 'running') return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error('the verification does not end');
    };

    /** Nothing is sealed that a transaction elsewhere in the cluster might still come before. */
    const sealAll = async () => {
      for (let tries = 0; tries < 400; tries += 1) {
        await new AuditSealer(getDatabase().database).seal();
        const [row] = await getDatabase().superuser.query<{ waiting: number }>(
          'select count(*)::int as waiting from audit_entry where link is null',
        );
        if (row?.waiting === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error('the trail is not sealed');
    };

    test('is whole, and says where it is not', async () => {
      await sealAll();
      const whole = await verify();
      expect(whole).toMatchObject({ state: 'whole', brokenAt: null, requestedBy: 'auditor 某' });
      expect(whole.checked).toBeGreaterThan(10);
      await getDatabase().superuser.query(`update audit_entry set actor_name = '别人' where link = 7`);
      expect(await verify()).toMatchObject({ state: 'broken', brokenAt: 7, what: 'altered' });
    });

    test('runs once at a time, and one that was left behind gives way', async () => {
      const now = server.clock.now().toISOString();
      const insert = `insert into audit_verification (district_code, id, requested_by, requested_name, state, started_at, leased_until)
                      values ('${HERE}', '${uuid()}', '${uuid()}', '某', 'running', '${now}', '${now}'::timestamptz + interval '1 minute')`;
      server.clock.forward(1_000);
      await getDatabase().superuser.query(insert);
      expect(await server.app.get(VerificationsService, { strict: false }).latest(auditorOf(HERE))).toMatchObject({ state: 'running' });
      await ask(server, 'POST', '/audit/verifications', as('auditor'));
      expect(await latest()).toMatchObject({ state: 'running', requestedBy: '某' });
      server.clock.forward(120_000);
      expect(await latest()).toMatchObject({ state: 'interrupted' });
      expect((await verify()).state).toBe('broken');
    });
    const auditorOf = (scope: string) => ({
      accountId: uuid(),
      name: '某',
      districtCode: scope,
      assignments: [{ role: 'audit-admin' as const, scope }],
    });
  });
});
