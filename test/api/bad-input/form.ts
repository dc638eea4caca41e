import { expect, test } from '@jest/globals';
import { newId } from '../events.js';
import { type Ask } from '../wire.js';
import { type Trial, V1 } from './trial.js';

function bodiesOf(trial: Trial) {
  const { post } = trial;
  const raw = (body: string, type = 'application/json'): Ask => post('/events', body, { headers: { 'content-type': type } });
  return { raw };
}

function badBodies(trial: Trial): void {
  const { said, all } = trial;
  const { raw } = bodiesOf(trial);
  test('broken JSON and keys that reach for the prototype are bad requests', async () => {
    const whole = JSON.stringify({ id: newId(), description: '井盖', point: trial.point });
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
    const types = [
      'text/plain',
      'text/html',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      'image/jpeg',
      'application/octet-stream',
    ];
    const asks = {
      ...Object.fromEntries(types.map((type) => [type, raw('id=1', type)])),
      'json as a file': { method: 'PUT', path: `${V1}/files/${trial.photo.sha256}`, token: trial.worker.accessToken, body: {} },
      'a form as a file': {
        method: 'PUT',
        path: `${V1}/files/${trial.photo.sha256}`,
        token: trial.worker.accessToken,
        body: 'a=1',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      },
    };
    expect(await said(asks)).toEqual(all(asks, '415 request.unsupported-type'));
  });
}

function badAddresses(trial: Trial): void {
  const { post, get, said, all } = trial;
  test('an address or a method that is not there is not found', async () => {
    const asks = {
      delete: { ...get('/events'), method: 'DELETE' },
      put: { ...get(`/events/${trial.event.id}`), method: 'PUT' },
      patch: { ...get('/grids'), method: 'PATCH', body: {} },
      options: { ...get('/events'), method: 'OPTIONS' },
      nowhere: get('/nowhere'),
      longer: get(`/events/${trial.event.id}/actions/more`),
      'without its prefix': { path: '/events' },
      'a very long id': get(`/events/${'a'.repeat(2000)}`),
    };
    expect(await said(asks)).toEqual(all(asks, '404 not-found'));
  });

  test('addresses that cannot be read and heads too large are answered, not dropped', async () => {
    const huge = 'x'.repeat(40_000);
    expect(
      await said({
        'bad escape': get('/events/%zz'),
        'bad escape in a query': get('/events?q=%zz'),
        head: { ...get('/me'), headers: { 'x-large': huge } },
        cookie: { path: `${V1}/me`, headers: { cookie: `wangge_view_api=${huge}` } },
      }),
    ).toEqual({
      'bad escape': '400 request.invalid',
      'bad escape in a query': '200',
      head: '413 request.too-large',
      cookie: '413 request.too-large',
    });
  });

  test('a name to sign in with is only ever a text', async () => {
    const tries: Record<string, string> = {
      '\u0000': '400',
      "' or 1=1 --": '401',
      '😀': '401',
      '\ud800': '400',
      [`${'x'.repeat(65)}`]: '400',
      '': '400',
      'desk\u0000': '400',
      __proto__: '401',
    };
    for (const [username, status] of Object.entries(tries)) {
      expect([
        username,
        (await trial.wire.send(post('/session', { username, password: 'x' }, { token: undefined }))).said.slice(0, 3),
      ]).toEqual([username, status]);
    }
  });
}

export function badForm(trial: Trial): void {
  badBodies(trial);
  badAddresses(trial);
}
