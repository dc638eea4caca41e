import { createHmac } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { endpoint, Screen } from '@wangge/contracts';
import { z } from 'zod';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { describeOnBothDatabases } from '../../../testing/index.js';
import { AccountSeeding } from '../account-seeding.js';
import { AccountsModule } from '../accounts.module.js';
import { ask, cookieOf, type SignedIn, signIn } from '../../../testing/ask.js';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';

const PASSWORD = 'Correct-horse-7';
const DISTRICT = '230302';
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const screenQuery = z.strictObject({ screen: Screen.default('api') });
const probes = {
  bytes: endpoint({
    method: 'GET',
    path: '/probe/bytes',
    access: 'signed-in',
    summary: '',
    query: screenQuery,
    reply: z.unknown(),
    form: 'bytes',
  }),
  json: endpoint({
    method: 'GET',
    path: '/probe/json',
    access: 'signed-in',
    summary: '',
    query: screenQuery,
    reply: z.unknown(),
  }),
  write: endpoint({
    method: 'POST',
    path: '/probe/bytes',
    access: 'signed-in',
    summary: '',
    query: screenQuery,
    reply: z.unknown(),
    form: 'bytes',
  }),
} as const;

@Controller()
class Probes {
  @Endpoint(probes.bytes)
  bytes(): object {
    return {};
  }

  @Endpoint(probes.json)
  json(): object {
    return {};
  }

  @Endpoint(probes.write)
  write(): object {
    return {};
  }
}

describeOnBothDatabases('sessions', (getDatabase) => {
  let server: TestServer;
  let names = 0;
  beforeAll(async () => {
    server = await startTestServer(getDatabase(), [AccountsModule], [Probes]);
  });
  afterAll(() => server.close());

  /** Every test has a user of its own. */
  let user: string;
  beforeEach(async () => {
    names += 1;
    user = `user-${names}`;
    await server.app.get(AccountSeeding).ensureAccounts([
      {
        districtCode: DISTRICT,
        username: user,
        name: '张某',
        password: PASSWORD,
        assignments: [{ role: 'grid-worker', scope: `${DISTRICT}001001001` }],
      },
    ]);
  });

  const me = (token: string) => ask(server, 'GET', '/me', { token });
  const tryIn = (username: string, password: string, headers: Record<string, string> = {}) =>
    ask(server, 'POST', '/session', { body: { username, password }, headers });
  const refresh = (token: string, screen: Screen = 'console') =>
    ask(server, 'POST', '/session/refresh', { body: { screen }, cookies: { [`wangge_refresh_${screen}`]: token } });
  const alter = (sql: string, values: readonly unknown[]) => getDatabase().superuser.query(sql, values);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const forge = (header: object, claims: object, key: Buffer, digest = 'sha256') => {
    const body = `${encode(header)}.${encode(claims)}`;
    return `${body}.${createHmac(digest, key).update(body).digest('base64url')}`;
  };
  const claimsOf = (token: string) =>
    z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));

  describe('signing in', () => {
    test('opens a session: who one is, which roles one has where, and what they allow', async () => {
      const session = await signIn(server, user, PASSWORD);
      const expected = {
        username: user,
        name: '张某',
        districtCode: DISTRICT,
        permissions: expect.arrayContaining(['event.report']),
      };
      expect(session.me).toMatchObject(expected);
      expect(session.me.assignments).toEqual([
        { role: 'grid-worker', scope: `${DISTRICT}001001001`, scopeName: null, departmentId: null, departmentName: null },
      ]);
      expect((await me(session.token)).body).toEqual(session.me);
    });

    test('sets cookies that no script reads and no other site sends, each for its own paths', async () => {
      const answer = await ask(server, 'POST', '/session', { body: { username: user, password: PASSWORD, screen: 'phone' } });
      const shared = { httpOnly: true, sameSite: 'Strict', expires: new Date(server.clock.now().getTime() + 7 * 24 * HOUR) };
      expect(answer.cookies).toEqual([
        expect.objectContaining({ ...shared, name: 'wangge_refresh_phone', path: '/api/v1/session' }),
        expect.objectContaining({ ...shared, name: 'wangge_view_phone', path: '/api/v1' }),
      ]);
      expect(answer.cookies.some((cookie) => 'secure' in cookie)).toBe(false);
      const safe = await ask(server, 'POST', '/session', {
        body: { username: user, password: PASSWORD },
        headers: { 'x-forwarded-proto': 'https' },
      });
      expect(safe.cookies.every((cookie) => cookie.secure)).toBe(true);
    });

    test('takes the user name in whatever case', async () => {
      expect((await tryIn(user.toUpperCase(), PASSWORD)).status).toBe(201);
    });

    test('with a wrong password, an unknown name, or an account that may not sign in, is refused in the same words', async () => {
      await server.app
        .get(AccountSeeding)
        .ensureAccounts([{ districtCode: DISTRICT, username: `${user}-mute`, name: '无', password: null, assignments: [] }]);
      const answers = [await tryIn(user, 'wrong'), await tryIn(`${user}-unknown`, 'wrong'), await tryIn(`${user}-mute`, 'wrong')];
      const [first] = answers.map(({ status, body }) => ({
        status,
        body: { ...z.record(z.string(), z.unknown()).parse(body), requestId: '' },
      }));
      expect(first).toMatchObject({ status: 401, body: { code: 'session.wrong-credentials' } });
      for (const { status, body } of answers)
        expect({ status, body }).toMatchObject({ ...first, body: { ...first?.body, requestId: expect.any(String) } });
    });

    test('is locked for a quarter of an hour by five failures, for the right password too', async () => {
      for (let attempt = 0; attempt < 5; attempt += 1)
        expect((await tryIn(user, 'wrong')).code).toBe('session.wrong-credentials');
      const locked = await tryIn(user, PASSWORD);
      expect([locked.status, locked.code, Number(locked.headers['retry-after'])]).toEqual([429, 'account.locked', 900]);
      server.clock.forward(15 * MINUTE - SECOND);
      expect((await tryIn(user, PASSWORD)).code).toBe('account.locked');
      server.clock.forward(SECOND);
      expect((await tryIn(user, PASSWORD)).status).toBe(201);
    });

    test('locks a name that does not exist in the same way', async () => {
      for (let attempt = 0; attempt < 5; attempt += 1) await tryIn(`${user}-unknown`, 'wrong');
      expect((await tryIn(`${user}-unknown`, 'wrong')).code).toBe('account.locked');
      expect((await tryIn(user, PASSWORD)).status).toBe(201);
    });

    test('cannot be guessed faster by guessing at once', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => tryIn(user, 'wrong')));
      const codes = answers.map(({ code }) => code).sort();
      expect(codes).toEqual([...Array(5).fill('account.locked'), ...Array(5).fill('session.wrong-credentials')]);
    });

    test('forgets failures after a success, and after a quarter of an hour without one', async () => {
      for (let attempt = 0; attempt < 4; attempt += 1) await tryIn(user, 'wrong');
      expect((await tryIn(user, PASSWORD)).status).toBe(201);
      for (let attempt = 0; attempt < 4; attempt += 1) await tryIn(user, 'wrong');
      server.clock.forward(15 * MINUTE + SECOND);
      for (let attempt = 0; attempt < 4; attempt += 1) await tryIn(user, 'wrong');
      expect((await tryIn(user, PASSWORD)).status).toBe(201);
    });

    test('is braked by address, whatever names it tries', async () => {
      const headers = { 'x-forwarded-for': `203.0.113.${names}` };
      for (let attempt = 0; attempt < 50; attempt += 1) await tryIn(`spray-${attempt}-${names}`, 'wrong', headers);
      const refused = await tryIn(user, PASSWORD, headers);
      expect([refused.status, refused.code, refused.headers['retry-after']]).toEqual([429, 'rate.limited', '900']);
      expect((await tryIn(user, PASSWORD)).status).toBe(201);
    });

    test('keeps no name or password of a failure anywhere', async () => {
      await tryIn('secret-name', 'secret-password');
      const rows = await alter('select * from sign_in_failure where last_at = $1', [server.clock.now()]);
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain('secret');
    });

    test('to a disabled account is refused like a wrong password', async () => {
      await alter(
        'update account set disabled_at = now() where id = (select account_id from account_credential where username = $1)',
        [user],
      );
      for (let attempt = 0; attempt < 5; attempt += 1)
        expect((await tryIn(user, PASSWORD)).code).toBe('session.wrong-credentials');
      expect((await tryIn(user, PASSWORD)).code).toBe('account.locked');
    });
  });

  describe('an access token', () => {
    let session: SignedIn;
    beforeEach(async () => {
      session = await signIn(server, user, PASSWORD);
    });
    const header = { alg: 'HS256', typ: 'JWT' };

    test('is needed where an endpoint is not public', async () => {
      expect((await ask(server, 'GET', '/me')).code).toBe('session.missing');
      expect((await ask(server, 'DELETE', '/session')).code).toBe('session.missing');
    });

    test('is answered for its own holder, however many ask at once', async () => {
      await server.app
        .get(AccountSeeding)
        .ensureAccounts([{ districtCode: DISTRICT, username: `${user}-b`, name: '李某', password: PASSWORD, assignments: [] }]);
      const other = await signIn(server, `${user}-b`, PASSWORD);
      const tokens = Array.from({ length: 24 }, (_, at) => [session.token, other.token, 'no-token'][at % 3] ?? '');
      const answers = await Promise.all(tokens.map((token) => me(token)));
      const expected = [session.me, other.me, expect.objectContaining({ code: 'session.invalid' })];
      for (const [at, { body }] of answers.entries()) expect(body).toEqual(expected[at % 3]);
    });

    test('expires after ten minutes', async () => {
      server.clock.forward(10 * MINUTE - SECOND);
      expect((await me(session.token)).status).toBe(200);
      server.clock.forward(SECOND);
      const expired = await me(session.token);
      expect([expired.status, expired.code]).toEqual([401, 'session.expired']);
    });

    test('that the test can forge with the right key is taken: what follows refuses for the reason it names', async () => {
      expect((await me(forge(header, claimsOf(session.token), server.secrets.tokenKey))).status).toBe(200);
    });

    test('is refused when it was altered', async () => {
      const [head, , signature] = session.token.split('.');
      const other = await signIn(server, user, PASSWORD);
      const altered = [head, encode({ ...claimsOf(session.token), sub: other.me.id, exp: 9_999_999_999 }), signature].join('.');
      for (const token of [altered, session.token.slice(0, -2), 'no-token', '..'])
        expect((await me(token)).code).toBe('session.invalid');
    });

    test('is refused without a signature, whatever it calls that', async () => {
      for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
        const body = `${encode({ alg, typ: 'JWT' })}.${encode(claimsOf(session.token))}`;
        for (const token of [`${body}.`, body, `${body}.${session.token.split('.')[2]}`])
          expect((await me(token)).code).toBe('session.invalid');
      }
    });

    test('is refused when signed with another key, another algorithm, or by another issuer', async () => {
      const claims = claimsOf(session.token);
      const forged = [
        forge(header, claims, Buffer.alloc(32)),
        forge({ ...header, alg: 'HS512' }, claims, server.secrets.tokenKey, 'sha512'),
        forge(header, { ...claims, iss: 'elsewhere' }, server.secrets.tokenKey),
      ];
      for (const token of forged) expect((await me(token)).code).toBe('session.invalid');
    });

    test('is refused without its claims, or with those of another account or version', async () => {
      const claims = claimsOf(session.token);
      const { sid: _, ...withoutSession } = claims;
      const { exp: __, ...withoutEnd } = claims;
      const stranger = '01900000-0000-7000-8000-000000000000';
      for (const wrong of [
        withoutSession,
        withoutEnd,
        { ...claims, sub: stranger },
        { ...claims, sid: stranger },
        { ...claims, ver: 2 },
        { ...claims, sid: "' or 1=1 --" },
      ]) {
        expect((await me(forge(header, wrong, server.secrets.tokenKey))).code).toBe('session.invalid');
      }
    });

    test('ends with signing out, at once and only that session', async () => {
      const other = await signIn(server, user, PASSWORD, 'phone');
      const answer = await ask(server, 'DELETE', '/session', { token: session.token });
      expect(answer.status).toBe(204);
      expect(answer.cookies.map(({ name, value }) => [name, value])).toEqual([
        ['wangge_refresh_console', ''],
        ['wangge_view_console', ''],
      ]);
      expect((await me(session.token)).code).toBe('session.invalid');
      expect((await refresh(session.refresh)).code).toBe('session.invalid');
      expect((await me(other.token)).status).toBe(200);
    });

    test('ends when the account is disabled, and stays so when it is enabled again', async () => {
      await alter('update account set disabled_at = now() where id = $1', [session.me.id]);
      expect((await me(session.token)).code).toBe('session.invalid');
      await alter('update account set disabled_at = null, version = version + 1 where id = $1', [session.me.id]);
      expect((await me(session.token)).code).toBe('session.invalid');
      expect((await refresh(session.refresh)).code).toBe('session.invalid');
    });

    test('shows changed roles at once', async () => {
      await alter(`update account_role set role = 'leader' where account_id = $1`, [session.me.id]);
      expect((await me(session.token)).body).toMatchObject({ permissions: expect.not.arrayContaining(['event.report']) });
    });
  });

  describe('refreshing', () => {
    let session: SignedIn;
    beforeEach(async () => {
      session = await signIn(server, user, PASSWORD);
    });
    const rotated = async (token: string) => cookieOf(await refresh(token), 'wangge_refresh_console');

    test('gives a new access token and a new cookie', async () => {
      server.clock.forward(11 * MINUTE);
      expect((await me(session.token)).code).toBe('session.expired');
      const answer = await refresh(session.refresh);
      expect(answer.status).toBe(200);
      const { accessToken } = z.object({ accessToken: z.string() }).parse(answer.body);
      expect((await me(accessToken)).status).toBe(200);
      expect(cookieOf(answer, 'wangge_refresh_console')).not.toBe(session.refresh);
    });

    test('asked again within half a minute gives the same cookie: an answer was lost, or two tabs asked', async () => {
      const [one, two] = await Promise.all([rotated(session.refresh), rotated(session.refresh)]);
      expect(one).toBe(two);
      server.clock.forward(30 * SECOND);
      expect(await rotated(session.refresh)).toBe(one);
      expect((await refresh(one)).status).toBe(200);
    });

    test('with an old cookie ends the session for whoever holds a copy', async () => {
      const next = await rotated(session.refresh);
      server.clock.forward(31 * SECOND);
      expect((await refresh(session.refresh)).code).toBe('session.invalid');
      expect((await refresh(next)).code).toBe('session.invalid');
      expect((await me(session.token)).code).toBe('session.invalid');
      expect(await alter('select ended_why from session where account_id = $1', [session.me.id])).toEqual([
        { ended_why: 'reused' },
      ]);
    });

    test('with the cookie before the last ends the session at once', async () => {
      await rotated(await rotated(session.refresh));
      expect((await refresh(session.refresh)).code).toBe('session.invalid');
      expect((await me(session.token)).code).toBe('session.invalid');
    });

    test('without a cookie, with a made-up one, or with that of another screen, is refused and ends nothing', async () => {
      expect((await ask(server, 'POST', '/session/refresh', { body: { screen: 'console' } })).code).toBe('session.missing');
      const [id, , proof] = session.refresh.split('.');
      for (const token of ['', 'x', `${id}.2.${proof}`, `${id}.1.${'0'.repeat(64)}`])
        expect((await refresh(token)).status).toBe(401);
      expect((await refresh(session.refresh, 'phone')).code).toBe('session.invalid');
      expect((await me(session.token)).status).toBe(200);
    });

    test('is possible for eight hours of silence, on the phone for twelve, and for seven days in all', async () => {
      const phone = await signIn(server, user, PASSWORD, 'phone');
      server.clock.forward(8 * HOUR);
      expect((await refresh(session.refresh)).code).toBe('session.expired');
      let token = cookieOf(await refresh(phone.refresh, 'phone'), 'wangge_refresh_phone');
      for (let hours = 16; hours < 7 * 24; hours += 8) {
        server.clock.forward(8 * HOUR);
        token = cookieOf(await refresh(token, 'phone'), 'wangge_refresh_phone');
      }
      server.clock.forward(8 * HOUR);
      expect((await refresh(token, 'phone')).code).toBe('session.expired');
    });
  });

  describe('the cookie for what a browser asks for itself', () => {
    let session: SignedIn;
    beforeEach(async () => {
      session = await signIn(server, user, PASSWORD);
    });
    const get = (path: string, cookies: Record<string, string>) => ask(server, 'GET', path, { cookies });

    test('opens reading of bytes on its own screen, also when the access token has expired', async () => {
      server.clock.forward(2 * HOUR);
      expect((await get('/probe/bytes?screen=console', { wangge_view_console: session.view })).status).toBe(200);
      expect((await get('/probe/bytes?screen=phone', { wangge_view_console: session.view })).code).toBe('session.missing');
      expect((await get('/probe/bytes', { wangge_view_console: session.view })).code).toBe('session.missing');
    });

    test('opens nothing else: neither data nor any writing', async () => {
      expect((await get('/probe/json?screen=console', { wangge_view_console: session.view })).code).toBe('session.missing');
      const write = await ask(server, 'POST', '/probe/bytes?screen=console', { cookies: { wangge_view_console: session.view } });
      expect(write.code).toBe('session.missing');
    });

    test('is no refresh token, and the other way round', async () => {
      expect((await refresh(session.view)).code).toBe('session.invalid');
      expect((await get('/probe/bytes?screen=console', { wangge_view_console: session.refresh })).code).toBe('session.invalid');
    });

    const open = () => get('/probe/bytes?screen=console', { wangge_view_console: session.view });

    test('ends with the session', async () => {
      expect((await open()).status).toBe(200);
      await ask(server, 'DELETE', '/session', { token: session.token });
      expect((await open()).code).toBe('session.invalid');
    });

    test('ends with the hours of silence, and with the seven days', async () => {
      server.clock.forward(8 * HOUR);
      expect((await open()).code).toBe('session.invalid');
      session = await signIn(server, user, PASSWORD);
      expect((await open()).status).toBe(200);
      await alter('update session set expires_at = $2 where account_id = $1', [session.me.id, server.clock.now()]);
      expect((await open()).code).toBe('session.invalid');
    });

    test('ends with any change of the account', async () => {
      await alter('update account set version = version + 1 where id = $1', [session.me.id]);
      expect((await open()).code).toBe('session.invalid');
    });
  });
});
