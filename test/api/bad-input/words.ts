import { expect, test } from '@jest/globals';
import { eventsApi } from '@wangge/contracts';
import { newId } from '../events.js';
import { type Trial } from './trial.js';

function badTexts(trial: Trial): void {
  const { reporting, said, all } = trial;
  test('a text of a megabyte is too large, a long one too long', async () => {
    expect(await said({ megabyte: reporting({ description: '长'.repeat(350_000) }) })).toEqual({
      megabyte: '413 request.too-large',
    });
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
      'ten photos': reporting({
        photos: Array.from({ length: 10 }, (_, n) => ({ sha256: String(n).repeat(64), bytes: 1, type: 'image/png' })),
      }),
      'a photo of no size': reporting({ photos: [{ sha256: '0'.repeat(64), bytes: 0, type: 'image/png' }] }),
      'a photo of 60 MB': reporting({ photos: [{ sha256: '0'.repeat(64), bytes: 60_000_000, type: 'image/png' }] }),
      'a photo that is a page': reporting({ photos: [{ sha256: '0'.repeat(64), bytes: 9, type: 'text/html' }] }),
      'a photo from before all times': reporting({
        photos: [{ sha256: '0'.repeat(64), bytes: 9, type: 'image/png', takenAt: '0000-01-01T00:00:00Z' }],
      }),
    };
    expect(await said(asks)).toEqual(all(asks, '400 request.invalid'));
  });
}

function unknownClasses(trial: Trial): void {
  const { post, get, reporting, acting, said } = trial;
  test('a class or condition that does not exist is named', async () => {
    expect(
      await said({
        class: reporting({ classCode: '99999' }),
        resident: post(
          '/public/reports',
          { id: newId(), description: '井盖', point: trial.point, classCode: '99999' },
          { token: undefined },
        ),
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
}

function badQueries(trial: Trial): void {
  const { get, said, all } = trial;
  test('in queries nothing unknown, repeated, sorted by the wrong thing or made up is taken', async () => {
    const queries = [
      'foo=1',
      '__proto__=1',
      'constructor=1',
      'scope[$gt]=1',
      'status[]=filed',
      'status=filed&status=closed',
      'perPage=10&perPage=20',
      'perPage=0',
      'perPage=101',
      'perPage=-1',
      'perPage=1e1',
      'page=0',
      'page=41&perPage=25',
      'page=1&cursor=x',
      'sort=title',
      'sort=-dueAt',
      'sort=reported_at%20desc',
      'sort=(select%201)',
      'sort=id;drop%20table%20event',
      'status=lost',
      'status=',
      'scope=23030',
      "scope=230302'",
      'scope=%25',
      'lens=job',
      'classCode=1',
      'departmentId=1',
      'source=x',
      'light=blue',
      'from=2026',
      'from=0000-01-01T00:00:00Z',
      'to=2026-01-01T00:00:00%2B23:59',
      'from=+275760-09-13T00:00:00Z',
      'bbox=1,2,3',
      'bbox=NaN,1,2,3',
      'bbox=3,3,1,1',
      `ids=${newId()},x`,
      `ids=${Array(101).fill(newId()).join(',')}`,
      `q=${'x'.repeat(61)}`,
      'q=a%00b',
      'cursor=x',
      'cursor=e30',
      `cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
      `cursor=${Buffer.from(`["0000-01-01T00:00:00Z","${newId()}"]`).toString('base64url')}`,
      `cursor=${'A'.repeat(201)}`,
      `cursor=${encodeURIComponent("' or 1=1")}`,
    ];
    const asks = Object.fromEntries(queries.map((query) => [query, get(`/events?${query}`)]));
    expect(await said(asks)).toEqual(all(asks, '400 request.invalid'));
  });
}

function badSearches(trial: Trial): void {
  const { get } = trial;
  test('a text to search for is only ever a text', async () => {
    const words = [
      "'",
      '"',
      '%',
      '_',
      '\\',
      "\\'",
      '--',
      '/*',
      '$1',
      ';',
      '😀',
      'مرحبا',
      '\u202e事件',
      '井 盖',
      '%_%',
      "' or '1'='1",
      '${1}',
      '𠮷',
      '\uffff',
    ];
    const paths = words.flatMap((word) =>
      ['/events?q=', '/grids?q=', '/standards/classes?q=', '/events/map?q='].map((path) => path + encodeURIComponent(word)),
    );
    for (const path of paths) expect([path, (await trial.wire.send(get(path))).said]).toEqual([path, '200']);
    const everything = await trial.desk.call(eventsApi.list, { query: { q: '%' } });
    expect(everything.total).toBe(0);
    expect((await trial.desk.call(eventsApi.list, { query: { q: "' or '1'='1" } })).total).toBe(0);
  });
}

export function badWords(trial: Trial): void {
  badTexts(trial);
  unknownClasses(trial);
  badQueries(trial);
  badSearches(trial);
}
