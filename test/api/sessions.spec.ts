import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Screen, SessionView } from '@wangge/contracts';
import { KINDS, RunningServer } from './running-server.js';
import { type Answer, type Ask, Wire } from './wire.js';

jest.setTimeout(240_000);

const V1 = '/api/v1';
const SCREENS = ['console', 'phone', 'wall'] as const satisfies readonly Screen[];

interface Cookie {
  readonly value: string;
  readonly attributes: readonly string[];
}

/** The cookies of one browser. */
class Jar {
  readonly cookies = new Map<string, Cookie>();

  keep({ headers }: Answer): void {
    for (const line of headers['set-cookie'] ?? []) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, { value, attributes });
    }
  }

  get header(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ') };
  }

  value(name: string): string {
    return this.cookies.get(name)?.value ?? '';
  }
}

describe.each(KINDS)('sessions, on %s', (kind) => {
  let server: RunningServer;
  let wire: Wire;
  let jar: Jar;
  beforeAll(async () => {
    server = await RunningServer.start(kind, { WANGGE_TRUST_PROXY: 'on' });
    wire = new Wire(server);
  });
  beforeEach(() => {
    jar = new Jar();
  });
  afterAll(() => server.stop());

  const post = (path: string, body: object, headers: Record<string, string> = {}): Ask => ({
    method: 'POST',
    path: V1 + path,
    body,
    headers,
  });
  const tryIn = (username: string, password: string, screen: Screen = 'console', headers: Record<string, string> = {}) =>
    wire.send(post('/session', { username, password, screen }, headers));
  const signIn = async (username: string, screen: Screen = 'console') => {
    const answer = await tryIn(username, (await server.account(username)).password, screen);
    jar.keep(answer);
    return SessionView.parse(JSON.parse(answer.text)).accessToken;
  };
  const refreshWith = (cookie: Record<string, string>, screen: Screen = 'console') =>
    wire.send(post('/session/refresh', { screen }, cookie));
  const refresh = async (screen: Screen = 'console') => {
    const answer = await refreshWith(jar.header, screen);
    jar.keep(answer);
    return answer;
  };
  const me = async (token: string) => (await wire.send({ path: `${V1}/me`, token })).said;
  const ended = '401 session.invalid';

  test('live in cookies that no script reads and no other site sends, each for its own paths', async () => {
    await signIn('worker1', 'phone');
    expect([...jar.cookies.keys()]).toEqual(['wangge_refresh_phone', 'wangge_view_phone']);
    for (const [name, { attributes }] of jar.cookies) {
      expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict']));
      expect(attributes).toContain(name.includes('refresh') ? `Path=${V1}/session` : `Path=${V1}`);
      expect(attributes.some((attribute) => /^(domain|secure)/i.test(attribute))).toBe(false);
      const until = Date.parse(attributes.find((attribute) => attribute.startsWith('Expires='))?.slice(8) ?? '');
      expect(until - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
      expect(until - Date.now()).toBeLessThan(7.1 * 86_400_000);
    }
    const { password } = await server.account('worker1');
    const safe = await tryIn('worker1', password, 'phone', { 'x-forwarded-proto': 'https' });
    for (const line of safe.headers['set-cookie'] ?? []) expect(line).toContain('; Secure');
    expect(safe.headers['set-cookie']).toHaveLength(2);
    expect(safe.text).not.toContain(/wangge_refresh_phone=([^;]+)/.exec(safe.headers['set-cookie']?.[0] ?? '')?.[1]);
  });

  test('go on with a new cookie and a new token; the one before is answered the same for a moment', async () => {
    await signIn('worker1');
    const first = jar.header;
    const answer = await refresh();
    expect(answer.said).toBe('200');
    expect(await me(SessionView.parse(JSON.parse(answer.text)).accessToken)).toBe('200');
    const second = jar.value('wangge_refresh_console');
    expect(first.cookie).not.toContain(second);
    const lost = await refreshWith(first);
    expect([lost.said, lost.headers['set-cookie']?.some((line) => line.includes(second))]).toEqual(['200', true]);
    expect((await refresh()).said).toBe('200');
  });

  test('end for whoever holds a copy when an old cookie is used again', async () => {
    const token = await signIn('worker2');
    const elsewhere = await signIn('worker2', 'phone');
    const stolen = jar.header;
    await refresh();
    const fresh = await refresh();
    expect((await refreshWith(stolen)).said).toBe(ended);
    expect((await refresh()).said).toBe(ended);
    for (const dead of [token, SessionView.parse(JSON.parse(fresh.text)).accessToken]) expect(await me(dead)).toBe(ended);
    expect(await me(elsewhere)).toBe('200');
  });

  test('are not refreshed without a cookie, with a made-up one, or with that of another screen', async () => {
    const token = await signIn('worker1');
    const cookie = jar.value('wangge_refresh_console');
    expect((await refreshWith({})).said).toBe('401 session.missing');
    for (const wrong of [
      'x',
      cookie.slice(0, -1),
      cookie.replace('.1.', '.2.'),
      `${cookie}0`,
      jar.value('wangge_view_console'),
    ]) {
      expect((await refreshWith({ cookie: `wangge_refresh_console=${wrong}` })).said).toBe(ended);
    }
    expect((await refreshWith({ cookie: `wangge_refresh_phone=${cookie}` }, 'phone')).said).toBe(ended);
    expect(await me(token)).toBe('200');
  });

  test('are locked after five failures, for the right password too, and an unknown name is answered the same', async () => {
    const { password } = await server.account('gridleader');
    const open = await signIn('gridleader', 'wall');
    const [known, unknown]: [Answer[], Answer[]] = [[], []];
    for (let attempt = 0; attempt < 5; attempt += 1) known.push(await tryIn('gridleader', `wrong-${attempt}`));
    known.push(await tryIn('gridleader', password));
    for (let attempt = 0; attempt < 6; attempt += 1) unknown.push(await tryIn('nobody-of-this-name', `wrong-${attempt}`));
    expect(known.map(({ said }) => said)).toEqual([...Array(5).fill('401 session.wrong-credentials'), '429 account.locked']);
    const without = ({ status, text }: Answer) => [status, text.replace(/"requestId":"[^"]*"/, '')];
    expect(unknown.map(without)).toEqual(known.map(without));
    for (const answer of [known.at(-1), unknown.at(-1)]) {
      const wait = Number(answer?.headers['retry-after']);
      expect(wait).toBeGreaterThan(14 * 60);
      expect(wait).toBeLessThanOrEqual(15 * 60);
    }
    expect(await me(open)).toBe('200');
    expect((await refresh('wall')).said).toBe('200');
    expect((await tryIn('GridLeader', password)).said).toBe('429 account.locked');
    expect((await tryIn('streetleader', (await server.account('streetleader')).password)).said).toBe('201');
  });

  test('of three screens live side by side in one browser, and end one by one', async () => {
    const people = { console: 'desk', phone: 'worker1', wall: 'leader' } as const;
    const tokens = new Map<Screen, string>();
    for (const screen of SCREENS) tokens.set(screen, await signIn(people[screen], screen));
    expect(jar.cookies.size).toBe(6);
    const whoIs = async (screen: Screen) => SessionView.parse(JSON.parse((await refresh(screen)).text)).me.username;
    for (const screen of SCREENS) expect(await whoIs(screen)).toBe(people[screen]);
    const opens = async (screen: Screen) =>
      (await wire.send({ path: `${V1}/files/${'0'.repeat(64)}?screen=${screen}`, headers: jar.header })).said;
    // The picture does not exist; that it is looked for shows that the cookie was taken.
    for (const screen of SCREENS) expect(await opens(screen)).toBe('404 not-found');
    expect(await opens('api')).toBe('401 session.missing');
    expect((await wire.send({ path: `${V1}/events`, headers: jar.header })).said).toBe('401 session.missing');

    const answer = await wire.send({ method: 'DELETE', path: `${V1}/session`, token: tokens.get('phone'), headers: jar.header });
    const copy = { ...jar.header };
    jar.keep(answer);
    expect(answer.said).toBe('204');
    expect([...jar.cookies.keys()].sort()).toEqual([
      'wangge_refresh_console',
      'wangge_refresh_wall',
      'wangge_view_console',
      'wangge_view_wall',
    ]);
    expect((await refreshWith(copy, 'phone')).said).toBe(ended);
    expect((await wire.send({ path: `${V1}/files/${'0'.repeat(64)}?screen=phone`, headers: copy })).said).toBe(ended);
    expect(await me(tokens.get('phone') ?? '')).toBe(ended);
    for (const screen of ['console', 'wall'] as const) {
      expect(await me(tokens.get(screen) ?? '')).toBe('200');
      expect(await whoIs(screen)).toBe(people[screen]);
    }
  });

  test('fail never', () => expect(wire.failures).toEqual([]));
});
