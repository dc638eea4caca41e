import { expect, test } from '@jest/globals';
import { describeOnBothDatabases } from '../../testing/index.js';

const WIDE = {
  name: 'values.wide',
  text: `
    select 1::int as "int", 2::bigint as "bigint", 3.5::float8 as "float", 4.50::numeric as "numeric", true as "yes",
      null::text as "nothing", '网格'::text as "text", 'ab'::char(3) as "char",
      '01999999-0000-7000-8000-000000000001'::uuid as "uuid", '\\x00ff'::bytea as "bytes",
      '2026-06-12T16:40:00.123+08'::timestamptz as "instant", '2026-06-12'::text as "day", '16:40'::time as "time",
      '{"b": [1, {"a": null}]}'::jsonb as "jsonb", '[1, "x"]'::json as "json",
      array['a', 'b,"c"', null] as "texts", array[1, 2]::int[] as "ints", array[[1, 2], [3, 4]] as "grid",
      '{01999999-0000-7000-8000-000000000001}'::uuid[] as "uuids",
      array['2026-06-12T16:40:00+08'::timestamptz] as "instants", '{}'::text[] as "none",
      count(*) as "count", count(*)::int as "counted", st_asgeojson(st_point(131, 45.3))::json as "point"`,
};

const EXPECTED = {
  int: 1,
  bigint: '2',
  float: 3.5,
  numeric: '4.50',
  yes: true,
  nothing: null,
  text: '网格',
  char: 'ab ',
  uuid: '01999999-0000-7000-8000-000000000001',
  bytes: Buffer.from([0, 255]),
  instant: new Date('2026-06-12T08:40:00.123Z'),
  day: '2026-06-12',
  time: '16:40:00',
  jsonb: { b: [1, { a: null }] },
  json: [1, 'x'],
  texts: ['a', 'b,"c"', null],
  ints: [1, 2],
  grid: [
    [1, 2],
    [3, 4],
  ],
  uuids: ['01999999-0000-7000-8000-000000000001'],
  instants: [new Date('2026-06-12T08:40:00Z')],
  none: [],
  count: '1',
  counted: 1,
  point: { type: 'Point', coordinates: [131, 45.3] },
};

describeOnBothDatabases('values', (getDatabase) => {
  test('come out as the same values of JavaScript', async () => {
    const [row] = await getDatabase().database.as({ kind: 'reference' }, (tx) => tx.query(WIDE));
    expect(row).toEqual(EXPECTED);
  });

  test('go in as they come out', async () => {
    const text = `
      select $1::timestamptz as instant, $2::jsonb as json, $3::text[] as texts, $4::uuid[] as uuids, $5::float8 as number,
        $6::bytea as bytes, $7::text as nothing, $8::boolean as yes, $9::text as long`;
    const given = {
      instant: new Date('2026-06-12T08:40:00.123Z'),
      json: { 名称: '网格', list: [1] },
      texts: ['a', 'b,"c"', null, '{}'],
      uuids: ['01999999-0000-7000-8000-000000000001'],
      number: 45.3,
      bytes: Buffer.from([0, 1, 255]),
      nothing: null,
      yes: true,
      long: '长'.repeat(2_000_000),
    };
    const [row] = await getDatabase().database.as({ kind: 'reference' }, (tx) =>
      tx.query({ name: 'values.given', text }, Object.values(given)),
    );
    expect(row).toEqual(given);
  });

  test('of a day in time are UTC', async () => {
    const [row] = await getDatabase().database.as({ kind: 'reference' }, (tx) =>
      tx.query({ name: 'values.zone', text: `select current_setting('timezone') as zone` }),
    );
    expect(row).toEqual({ zone: 'UTC' });
  });
});
