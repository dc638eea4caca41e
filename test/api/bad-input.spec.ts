import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { ACTION_INPUT, accountsApi, eventsApi, type EventView, filesApi, type Point } from '@wangge/contracts';
import sharp from 'sharp';
import { blackPng, HALF_HTML, HTML, SVG } from './bad-pictures.js';
import { act, file, newId, pointOf, report, sha256 } from './events.js';
import { KINDS, RunningServer } from './running-server.js';
import { type Ask, claimsOf, forge, Wire } from './wire.js';

jest.setTimeout(300_000);

const V1 = '/api/v1';
const SEA = { lng: 140, lat: 38 };
const TEN_KB = Buffer.alloc(10_000, 7);

describe.each(KINDS)('bad input, on %s', (kind) => {
  let server: RunningServer;
  let wire: Wire;
  let worker: ApiClient;
  let stranger: ApiClient;
  let desk: ApiClient;
  let point: Point;
  let event: EventView;
  let before: number;
  const photo = { sha256: '' };

  beforeAll(async () => {
    server = await RunningServer.start(kind);
    wire = new Wire(server);
    [worker, stranger, desk] = [await server.as('worker1'), await server.as('worker3'), await server.as('desk')];
    point = await pointOf(server, worker, 'worker1');
    const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#484' } }).jpeg().toBuffer();
    photo.sha256 = sha256(picture);
    event = await report(worker, point, { photos: [{ ...photo, bytes: picture.length, type: 'image/jpeg' }] });
    await worker.upload(filesApi.put, { params: photo }, new Uint8Array(picture));
    before = await countEvents();
  });
  afterAll(() => server.stop());

  const countEvents = async () => (await desk.call(eventsApi.list, { query: {} })).total;
  const viewOf = (id: string) => desk.call(eventsApi.get, { params: { id } });
  const post = (path: string, body: unknown, more: Partial<Ask> = {}): Ask => ({ method: 'POST', path: V1 + path, token: worker.accessToken, body, ...more });
  const get = (path: string, token = worker.accessToken): Ask => ({ path: V1 + path, token });
  const reporting = (change: object): Ask => post('/events', { id: newId(), description: '井盖', point, ...change });
  const acting = (change: object, token = desk.accessToken, id = event.id): Ask => post(`/events/${id}/actions`, { action: 'reject', version: event.version, reason: '不属实', ...change }, { token });
  /** What the server says to each, one after the other. */
  const said = async (asks: Readonly<Record<string, Ask>>) => {
    const answers: Record<string, string> = {};
    for (const [name, ask] of Object.entries(asks)) answers[name] = (await wire.send(ask)).said;
    return answers;
  };
  const all = (asks: Readonly<Record<string, unknown>>, answer: string) => Object.fromEntries(Object.keys(asks).map((name) => [name, answer]));

  describe('of a place', () => {
    test('outside the district, in the sea or nowhere is refused by name', async () => {
      const asks = {
        beijing: reporting({ point: { lng: 116.4, lat: 39.9 } }),
        sea: reporting({ point: SEA }),
        'where the axes meet': reporting({ point: { lng: 0, lat: 0 } }),
        'beyond the pole': reporting({ point: { lng: 130.9, lat: 120 } }),
        'in the other system': reporting({ point: SEA, coordinates: 'gcj02' }),
        'by a resident': post('/public/reports', { id: newId(), description: '井盖', point: SEA }, { token: undefined }),
        located: get(`/grids/locate?lng=${SEA.lng}&lat=${SEA.lat}`),
      };
      expect(await said(asks)).toEqual(all(asks, '422 grid.outside-district'));
    });

    test('with longitude and latitude exchanged is told so', async () => {
      const swapped = { lng: point.lat, lat: point.lng };
      const asks = {
        reported: reporting({ point: swapped }),
        'in the other system': reporting({ point: swapped, coordinates: 'gcj02' }),
        'by a resident': post('/public/reports', { id: newId(), description: '井盖', point: swapped }, { token: undefined }),
        located: get(`/grids/locate?lng=${swapped.lng}&lat=${swapped.lat}`),
      };
      expect(await said(asks)).toEqual(all(asks, '422 grid.swapped-coordinates'));
    });

    test('that is no place is a bad request', async () => {
      const points = [null, 'NaN', [130, 45], {}, { lng: null, lat: null }, { lng: 'NaN', lat: 'NaN' }, { lng: '130.9', lat: '45.3' }, { lng: 181, lat: 45 }, { ...point, alt: 3 }];
      const queries = ['lng=NaN&lat=NaN', 'lng=Infinity&lat=45', 'lng=1e2&lat=45', 'lng=0x82&lat=45', 'lng=&lat=', 'lng=130', 'lng=130,9&lat=45,3', 'lng=130&lng=131&lat=45', 'lng=130&lat=45&z=1'];
      const asks = {
        ...Object.fromEntries(points.map((wrong) => [JSON.stringify(wrong), reporting({ point: wrong })])),
        'more than a number holds': post('/events', `{"id":"${newId()}","description":"x","point":{"lng":1e999,"lat":45}}`, { headers: { 'content-type': 'application/json' } }),
        ...Object.fromEntries(queries.map((query) => [query, get(`/grids/locate?${query}`)])),
      };
      expect(await said(asks)).toEqual(all(asks, '400 request.invalid'));
    });
  });

  describe('of words and numbers', () => {
    test('a text of a megabyte is too large, a long one too long', async () => {
      expect(await said({ megabyte: reporting({ description: '长'.repeat(350_000) }) })).toEqual({ megabyte: '413 request.too-large' });
      const asks = {
        long: reporting({ description: '长'.repeat(2001) }),
        empty: reporting({ description: '' }),
        blank: reporting({ description: ' \n\t ' }),
        'a character of control': reporting({ description: 'a\u0000b' }),
        'half a character': reporting({ description: '井盖\ud83d' }),
        'half a character in another field': reporting({ place: '\udc00井盖' }),
        'a number': reporting({ description: 12 }),
        'no id': reporting({ id: undefined }),
        'an id of words': reporting({ id: "1' or '1'='1" }),
        'an unknown field': reporting({ status: 'closed' }),
        'an unknown urgency': reporting({ urgency: 'panic' }),
        'a time of no clock': reporting({ occurredAt: 'yesterday' }),
        'a time before all times': reporting({ occurredAt: '0000-01-01T00:00:00Z' }),
        'a time of no place on earth': reporting({ occurredAt: '2026-06-12T08:00:00+23:59' }),
        'ten photos': reporting({ photos: Array.from({ length: 10 }, (_, n) => ({ sha256: String(n).repeat(64), bytes: 1, type: 'image/png' })) }),
        'a photo of no size': reporting({ photos: [{ sha256: '0'.repeat(64), bytes: 0, type: 'image/png' }] }),
        'a photo of 60 MB': reporting({ photos: [{ sha256: '0'.repeat(64), bytes: 60_000_000, type: 'image/png' }] }),
        'a photo that is a page': reporting({ photos: [{ sha256: '0'.repeat(64), bytes: 9, type: 'text/html' }] }),
        'a photo from before all times': reporting({ photos: [{ sha256: '0'.repeat(64), bytes: 9, type: 'image/png', takenAt: '0000-01-01T00:00:00Z' }] }),
      };
      expect(await said(asks)).toEqual(all(asks, '400 request.invalid'));
    });

    test('a class or condition that does not exist is named', async () => {
      expect(
        await said({
          class: reporting({ classCode: '99999' }),
          resident: post('/public/reports', { id: newId(), description: '井盖', point, classCode: '99999' }, { token: undefined }),
          conditions: get('/standards/classes/99999/conditions'),
          filed: acting({ action: 'file', reason: undefined, conditionId: 'general-01003', classCode: '99999' }),
          condition: acting({ action: 'file', reason: undefined, conditionId: "x' --" }),
          'condition of another class': acting({ action: 'file', reason: undefined, conditionId: 'general-01037' }),
          form: reporting({ classCode: "01003'" }),
        }),
      ).toEqual({
        class: '422 class.unknown',
        resident: '422 class.unknown',
        conditions: '422 class.unknown',
        filed: '422 class.unknown',
        condition: '422 condition.unknown',
        'condition of another class': '422 condition.other-class',
        form: '400 request.invalid',
      });
    });

    test('in queries nothing unknown, repeated, sorted by the wrong thing or made up is taken', async () => {
      const queries = [
        'foo=1', '__proto__=1', 'constructor=1', 'scope[$gt]=1', 'status[]=filed', 'status=filed&status=closed', 'perPage=10&perPage=20', 'perPage=0', 'perPage=101', 'perPage=-1', 'perPage=1e1',
        'page=0', 'page=41&perPage=25', 'page=1&cursor=x', 'sort=title', 'sort=-dueAt', 'sort=reported_at%20desc', 'sort=(select%201)', 'sort=id;drop%20table%20event', 'status=lost', 'status=',
        'scope=23030', "scope=230302'", 'scope=%25', 'lens=job', 'classCode=1', 'departmentId=1', 'source=x', 'light=blue', 'from=2026', 'from=0000-01-01T00:00:00Z', 'to=2026-01-01T00:00:00%2B23:59',
        'from=+275760-09-13T00:00:00Z', 'bbox=1,2,3', 'bbox=NaN,1,2,3', 'bbox=3,3,1,1', `ids=${newId()},x`, `ids=${Array(101).fill(newId()).join(',')}`, `q=${'x'.repeat(61)}`, 'q=a%00b',
        'cursor=x', 'cursor=e30', `cursor=${Buffer.from('["x","y"]').toString('base64url')}`, `cursor=${Buffer.from(`["0000-01-01T00:00:00Z","${newId()}"]`).toString('base64url')}`,
        `cursor=${'A'.repeat(201)}`, `cursor=${encodeURIComponent("' or 1=1")}`,
      ];
      const asks = Object.fromEntries(queries.map((query) => [query, get(`/events?${query}`)]));
      expect(await said(asks)).toEqual(all(asks, '400 request.invalid'));
    });

    test('a text to search for is only ever a text', async () => {
      const words = ["'", '"', '%', '_', '\\', "\\'", '--', '/*', '$1', ';', '😀', 'مرحبا', '\u202e事件', '井 盖', '%_%', "' or '1'='1", '${1}', '𠮷', '\uffff'];
      const paths = words.flatMap((word) => ['/events?q=', '/grids?q=', '/standards/classes?q=', '/events/map?q='].map((path) => path + encodeURIComponent(word)));
      for (const path of paths) expect([path, (await wire.send(get(path))).said]).toEqual([path, '200']);
      const everything = await desk.call(eventsApi.list, { query: { q: '%' } });
      expect(everything.total).toBe(0);
      expect((await desk.call(eventsApi.list, { query: { q: "' or '1'='1" } })).total).toBe(0);
    });
  });

  describe('of files', () => {
    const declare = async (content: Buffer, change: { bytes?: number; sha256?: string } = {}) => {
      const declared = { sha256: sha256(content), bytes: content.length, type: 'image/png', ...change };
      before += 1;
      return (await report(worker, point, { photos: [declared] })).id;
    };
    const put = (content: Buffer, hash = sha256(content), more: Partial<Ask> = {}): Ask => ({ method: 'PUT', path: `${V1}/files/${hash}`, token: worker.accessToken, body: content, ...more });
    const sent = async (content: Buffer, change: { bytes?: number; sha256?: string } = {}, more: Partial<Ask> = {}) => {
      const id = await declare(content, change);
      const answer = (await wire.send(put(content, change.sha256, more))).said;
      const { photos } = await viewOf(id);
      expect(photos.map(({ ready }) => ready)).toEqual([false]);
      return answer;
    };

    test('a page, a drawing with a script or half a picture is no photo', async () => {
      for (const content of [HTML, SVG, HALF_HTML, Buffer.from('\u0000'), blackPng(64).subarray(0, 60)]) expect(await sent(content)).toBe('422 file.not-an-image');
    });

    test('a picture of 30,000 × 30,000 is never decoded', async () => {
      const huge = blackPng(30_000);
      expect(huge.length).toBeLessThan(1_000_000);
      const started = Date.now();
      expect(await sent(huge)).toBe('422 file.too-many-pixels');
      expect(Date.now() - started).toBeLessThan(5000);
      expect(await said({ 'a little too large': put(Buffer.from('')) })).toEqual({ 'a little too large': '404 file.not-declared' });
    });

    test('60 MB are refused, whether the sender says so or not', async () => {
      const large = Buffer.alloc(60_000_000);
      expect(await sent(large, { bytes: 20_000_000 })).toBe('413 file.too-large');
      expect(await sent(large, { bytes: 19_000_000, sha256: 'e'.repeat(64) }, { isChunked: true })).toBe('413 file.too-large');
    });

    test('content of another size or hash than declared is refused', async () => {
      expect(await sent(TEN_KB, { bytes: 100 })).toBe('413 file.too-large');
      expect(await sent(TEN_KB, { sha256: 'd'.repeat(64) })).toBe('422 file.hash-mismatch');
      const short = Buffer.alloc(10_000, 9);
      await declare(short, { bytes: 20_000 });
      expect(await said({ less: put(short), state: get(`/files/${sha256(short)}/state`) })).toEqual({ less: '200', state: '200' });
      expect(await said({ gap: put(short, sha256(short), { path: `${V1}/files/${sha256(short)}?offset=15000` }) })).toEqual({ gap: '409 file.incomplete' });
      expect(await said({ minus: put(short, sha256(short), { path: `${V1}/files/${sha256(short)}?offset=-1` }) })).toEqual({ minus: '400 request.invalid' });
    });

    test('nothing but a hash is a name of a file', async () => {
      const names = ['..%2f..%2fsecrets.json', `${'a'.repeat(63)}%00`, 'A'.repeat(64), 'a'.repeat(63), 'a'.repeat(65), '..\\..\\secrets.json', '%5c..%5csecrets.json', '.', '%2F'];
      const asks: Record<string, Ask> = {};
      for (const name of names) {
        asks[`get ${name}`] = get(`/files/${name}`);
        asks[`state ${name}`] = get(`/files/${name}/state`);
        asks[`put ${name}`] = put(TEN_KB, name);
        asks[`photo ${name}`] = { ...put(TEN_KB, undefined, { token: undefined }), path: `${V1}/public/reports/photos/${name}` };
      }
      expect(await said(asks)).toEqual(all(asks, '404 not-found'));
    });

    test('the screens’ own files are no way to others', async () => {
      const paths = ['/../.data/secrets.json', '/..%2f..%2f..%2fpackage.json', '/console/..%2f..%2fpackage.json', '/console/%2e%2e/%2e%2e/package.json', '/phone/..\\..\\package.json', '/wall//etc/passwd', '/report/%00', '/api/v1/files/../secrets.json', '/api/v1/files/%2e%2e/secrets.json'];
      for (const path of paths) {
        const answer = await wire.send({ path });
        expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
        expect(answer.text).not.toContain('"dependencies"');
      }
    });

    test('what was never declared, or by somebody else, is taken from nobody', async () => {
      expect(await said({ never: put(Buffer.from('never')), 'by another': put(TEN_KB, 'd'.repeat(64), { token: stranger.accessToken }) })).toEqual({
        never: '404 file.not-declared',
        'by another': '404 file.not-declared',
      });
    });
  });

  describe('of steps', () => {
    test('that the state does not know, on an old version, or of no form, are refused and change nothing', async () => {
      const { version } = await viewOf(event.id);
      expect(
        await said({
          unavailable: acting({ action: 'close', reason: undefined, conditionMet: true }),
          stale: acting({ version: version + 1 }),
          'far ahead': acting({ version: Number.MAX_SAFE_INTEGER }),
          'not his': acting({}, worker.accessToken),
          'merged into itself': acting({ action: 'merge', reason: undefined, targetId: event.id }),
          'merged into nothing': acting({ action: 'merge', reason: undefined, targetId: newId() }),
        }),
      ).toEqual({
        unavailable: '409 event.action-unavailable',
        stale: '409 record.stale',
        'far ahead': '409 record.stale',
        'not his': '403 permission.denied',
        'merged into itself': '422 event.merge-target',
        'merged into nothing': '422 event.merge-target',
      });
      const changes = [{ version: 0 }, { version: 1.5 }, { version: '1' }, { version: undefined }, { action: 'submit' }, { action: 'drop' }, { action: undefined }, { reason: '' }, { reason: 'x' }, { score: 5 }, { commandId: 'x' }];
      const asks = Object.fromEntries(changes.map((change) => [JSON.stringify(change), acting(change)]));
      expect(await said(asks)).toEqual(all(asks, '400 request.invalid'));
      expect(await viewOf(event.id)).toMatchObject({ version, status: 'reported', timeline: [{ action: 'submit' }] });
    });

    test('that suspend until a time that cannot be are refused', async () => {
      before += 1;
      const [dispatcher, handler] = [await server.as('dispatcher'), await server.as('handler')];
      const filed = await file(desk, await report(worker, point));
      const { departmentId } = await server.account('handler');
      expect(await said({ nobody: post(`/events/${filed.id}/actions`, { action: 'dispatch', version: filed.version, departmentId: newId() }, { token: dispatcher.accessToken }) })).toEqual({ nobody: '422 department.unknown' });
      const handling = await act(handler, await act(dispatcher, filed, 'dispatch', { departmentId }), 'accept');
      const until = (instant: string) => post(`/events/${handling.id}/actions`, { action: 'suspend', version: handling.version, reason: '待料', until: instant }, { token: handler.accessToken });
      expect(await said({ past: until('2020-01-01T00:00:00Z'), far: until('2199-01-01T00:00:00Z'), never: until('0000-01-01T00:00:00Z') })).toEqual({
        past: '422 event.until-invalid',
        far: '422 event.until-invalid',
        never: '400 request.invalid',
      });
    });
  });

  test('a foreign event is like none, at every address that takes an id', async () => {
    const inputs: Record<string, object> = { 'send-verify': {}, verify: { verification: 'exists' }, file: { conditionId: 'general-01003' }, merge: { targetId: newId() }, dispatch: { departmentId: newId() }, suspend: { reason: '待料', until: '2026-12-01T00:00:00Z' }, close: { conditionMet: true }, rate: { score: 5 }, 'self-handle': { note: 'x' }, finish: { note: 'x' } };
    const token = stranger.accessToken;
    const asksOf = (id: string): Record<string, Ask> => ({
      get: get(`/events/${id}`, token),
      nearby: get(`/events/${id}/nearby`, token),
      ...Object.fromEntries(
        Object.keys(ACTION_INPUT).map((action) => [action, post(`/events/${id}/actions`, { action, version: 1, ...(inputs[action] ?? (ACTION_INPUT[action as keyof typeof ACTION_INPUT].safeParse({}).success ? {} : { reason: '不行' })) }, { token })]),
      ),
    });
    for (const id of [event.id, newId(), event.id.toUpperCase(), 'x', "' or 1=1"]) expect(await said(asksOf(encodeURIComponent(id)))).toEqual(all(asksOf(id), '404 not-found'));
    expect(await said({ workers: get(`/events/${event.id}/workers`, token), photo: get(`/files/${photo.sha256}`, token), state: get(`/files/${photo.sha256}/state`, token), own: get(`/files/${photo.sha256}`) })).toEqual({
      workers: '403 permission.denied',
      photo: '404 not-found',
      state: '404 file.not-declared',
      own: '200',
    });
  });

  describe('of tokens', () => {
    const me = (token: string, headers: Record<string, string> = {}): Ask => ({ ...get('/me', token), headers });

    test('that are expired, altered, of another key or of none are told apart from missing ones only by their code', async () => {
      const token = (await server.as('worker2')).accessToken ?? '';
      const claims = claimsOf(token);
      const [head, content] = token.split('.');
      const past = { ...claims, iat: 1_700_000_000, exp: 1_700_000_600 };
      const other = { ...claims, sub: claimsOf(desk.accessToken ?? '').sub };
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
      expect(
        await said({
          'forged as it should be': me(await forge(server, claims)),
          expired: me(await forge(server, past)),
          altered: me([head, encode(other), token.split('.')[2]].join('.')),
          'half of it': me(token.slice(0, 40)),
          none: me(`${encode({ alg: 'none', typ: 'JWT' })}.${content}.`),
          'of another key': me(await forge(server, claims, undefined, Buffer.alloc(32))),
          'of another account': me(await forge(server, other)),
          'of no session': me(await forge(server, { ...claims, sid: newId() })),
          'of another version': me(await forge(server, { ...claims, ver: 99 })),
          basic: me('', { authorization: 'Basic d29ya2VyMTp4' }),
          words: me('', { authorization: "Bearer ' or 1=1 --" }),
          missing: { path: `${V1}/me` },
        }),
      ).toEqual({
        'forged as it should be': '200',
        expired: '401 session.expired',
        altered: '401 session.invalid',
        'half of it': '401 session.invalid',
        none: '401 session.invalid',
        'of another key': '401 session.invalid',
        'of another account': '401 session.invalid',
        'of no session': '401 session.invalid',
        'of another version': '401 session.invalid',
        basic: '401 session.invalid',
        words: '401 session.invalid',
        missing: '401 session.missing',
      });
    });

    test('end with the session that was signed out', async () => {
      const leaving = await server.as('worker2');
      const token = leaving.accessToken ?? '';
      expect(await said({ before: me(token) })).toEqual({ before: '200' });
      await leaving.signOut();
      expect(await said({ after: me(token) })).toEqual({ after: '401 session.invalid' });
    });

    test('of an account that is disabled end at once, and its stream within fifteen seconds', async () => {
      const admin = await server.as('secadmin');
      const disabled = await server.as('gridleader');
      const token = disabled.accessToken ?? '';
      const ear = await fetch(`${server.origin}${V1}/stream`, { headers: { authorization: `Bearer ${token}` } });
      const [account] = (await admin.call(accountsApi.list, { query: { q: 'gridleader' } })).items;
      const params = { id: account?.id ?? '' };
      const closed = ear.text();
      await admin.call(accountsApi.change, { params, body: { version: account?.version ?? 0, disabled: true } });
      const at = Date.now();
      expect(await said({ me: me(token), report: { ...reporting({}), token }, list: get('/events', token), stream: get('/stream', token) })).toEqual(
        all({ me: 0, report: 0, list: 0, stream: 0 }, '401 session.invalid'),
      );
      expect(await closed).toContain('event: hello');
      expect(Date.now() - at).toBeLessThan(15_000);
      const { password } = await server.account('gridleader');
      expect(await said({ again: post('/session', { username: 'gridleader', password }, { token: undefined }) })).toEqual({ again: '401 session.wrong-credentials' });
      await admin.call(accountsApi.change, { params, body: { version: (account?.version ?? 0) + 1, disabled: false } });
      expect(await said({ old: me(token) })).toEqual({ old: '401 session.invalid' });
    });
  });

  describe('of form', () => {
    const raw = (body: string, type = 'application/json'): Ask => post('/events', body, { headers: { 'content-type': type } });

    test('broken JSON and keys that reach for the prototype are bad requests', async () => {
      const whole = JSON.stringify({ id: newId(), description: '井盖', point });
      const asks = {
        broken: raw('{"id":'),
        empty: raw(''),
        'no object': raw('[]'),
        'a word': raw('"x"'),
        nothing: raw('null'),
        'not JSON': raw(whole.replaceAll('"', "'")),
        __proto__: raw(whole.replace('{', '{"__proto__":{"isAdmin":true},')),
        constructor: raw(whole.replace('{', '{"constructor":{"prototype":{"isAdmin":true}},')),
        'constructor alone': raw(whole.replace('{', '{"constructor":1,')),
        'deep within': raw(whole.replace('{"lng"', '{"__proto__":{},"lng"')),
        deep: raw(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
        'deep in a field': raw(whole.replace('"井盖"', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)),
        'a body of bytes': raw('\u0000\u0001'),
      };
      expect(await said(asks)).toEqual(all(asks, '400 request.invalid'));
    });

    test('other types than JSON, and JSON for a file, are refused', async () => {
      const types = ['text/plain', 'text/html', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'image/jpeg', 'application/octet-stream'];
      const asks = {
        ...Object.fromEntries(types.map((type) => [type, raw('id=1', type)])),
        'json as a file': { method: 'PUT', path: `${V1}/files/${photo.sha256}`, token: worker.accessToken, body: {} },
        'a form as a file': { method: 'PUT', path: `${V1}/files/${photo.sha256}`, token: worker.accessToken, body: 'a=1', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      };
      expect(await said(asks)).toEqual(all(asks, '415 request.unsupported-type'));
    });

    test('an address or a method that is not there is not found', async () => {
      const asks = {
        delete: { ...get('/events'), method: 'DELETE' },
        put: { ...get(`/events/${event.id}`), method: 'PUT' },
        patch: { ...get('/grids'), method: 'PATCH', body: {} },
        options: { ...get('/events'), method: 'OPTIONS' },
        nowhere: get('/nowhere'),
        longer: get(`/events/${event.id}/actions/more`),
        'without its prefix': { path: '/events' },
        'a very long id': get(`/events/${'a'.repeat(2000)}`),
      };
      expect(await said(asks)).toEqual(all(asks, '404 not-found'));
    });

    test('addresses that cannot be read and heads too large are answered, not dropped', async () => {
      const huge = 'x'.repeat(40_000);
      expect(await said({ 'bad escape': get('/events/%zz'), 'bad escape in a query': get('/events?q=%zz'), head: { ...get('/me'), headers: { 'x-large': huge } }, cookie: { path: `${V1}/me`, headers: { cookie: `wangge_view_api=${huge}` } } })).toEqual({
        'bad escape': '400 request.invalid',
        'bad escape in a query': '200',
        head: '413 request.too-large',
        cookie: '413 request.too-large',
      });
    });

    test('a name to sign in with is only ever a text', async () => {
      const tries: Record<string, string> = { '\u0000': '400', "' or 1=1 --": '401', '😀': '401', '\ud800': '400', [`${'x'.repeat(65)}`]: '400', '': '400', 'desk\u0000': '400', __proto__: '401' };
      for (const [username, status] of Object.entries(tries)) {
        expect([username, (await wire.send(post('/session', { username, password: 'x' }, { token: undefined }))).said.slice(0, 3)]).toEqual([username, status]);
      }
    });
  });

  test('after all of it nothing is half-done, nothing failed, and the server is ready', async () => {
    expect(await countEvents()).toBe(before);
    expect(await viewOf(event.id)).toMatchObject({ version: event.version, status: 'reported' });
    expect(wire.count).toBeGreaterThan(250);
    expect(wire.failures).toEqual([]);
    expect((await fetch(`${server.origin}/api/health/ready`)).status).toBe(200);
    expect(server.printed).not.toMatch(/QueryFailed|Unhandled|TypeError/);
  });

  test('a class that was retired is named as such, and stays on what was filed under it', async () => {
    await server.alter(`update matter_class set retired = true where code = '01003'`);
    const asks = {
      reported: reporting({ classCode: '01003' }),
      'by a resident': post('/public/reports', { id: newId(), description: '井盖', point, classCode: '01003' }, { token: undefined }),
      filed: acting({ action: 'file', reason: undefined, conditionId: 'general-01003' }),
    };
    expect(await said(asks)).toEqual(all(asks, '422 class.retired'));
    expect(await viewOf(event.id)).toMatchObject({ classCode: '01003', status: 'reported' });
    expect(await countEvents()).toBe(before);
    expect(wire.failures).toEqual([]);
  });
});
