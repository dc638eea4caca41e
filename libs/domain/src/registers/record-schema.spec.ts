import { describe, expect, test } from '@jest/globals';
import type { FieldValues } from '@wangge/contracts';
import type { RegisterDefinition } from './definition.js';
import { choices, label } from './dictionaries/choices.js';
import { parseValues, type ParseMode } from './record-schema.js';

const words = label('名', 'Word');
const REGISTER: RegisterDefinition = {
  name: 'samples',
  element: 'objects',
  label: words,
  geometry: 'none',
  titleField: 'title',
  fields: [
    { name: 'title', kind: 'text', label: words, dataClass: 'L1', required: true, most: 5 },
    { name: 'note', kind: 'long-text', label: words, dataClass: 'L1' },
    { name: 'count', kind: 'integer', label: words, dataClass: 'L1', range: [1, 10] },
    { name: 'area', kind: 'number', label: words, dataClass: 'L1' },
    { name: 'day', kind: 'date', label: words, dataClass: 'L1' },
    { name: 'until', kind: 'date', label: words, dataClass: 'L1', mayLieAhead: true },
    { name: 'at', kind: 'instant', label: words, dataClass: 'L1' },
    { name: 'kinds', kind: 'choices', label: words, dataClass: 'L1', choices: choices(['a', '甲', 'A'], ['b', '乙', 'B']) },
    {
      name: 'hours',
      kind: 'number',
      label: words,
      dataClass: 'L1',
      sumOf: { register: 'others', by: 'sampleId', field: 'hours' },
    },
    { name: 'isGood', kind: 'boolean', label: words, dataClass: 'L1' },
    { name: 'state', kind: 'choice', label: words, dataClass: 'L1', choices: choices(['a', '甲', 'A']) },
    { name: 'identityNumber', kind: 'identity-number', label: words, dataClass: 'L4', mask: 'identity-number' },
    { name: 'phone', kind: 'phone', label: words, dataClass: 'L4', mask: 'phone' },
    { name: 'creditCode', kind: 'credit-code', label: words, dataClass: 'L1' },
    { name: 'code', kind: 'component-code', label: words, dataClass: 'L1' },
    { name: 'buildingId', kind: 'reference', label: words, dataClass: 'L1', references: 'buildings' },
  ],
};
const options = { allowDemoDivision: false, today: '2026-06-12' };
const parse = (values: FieldValues, mode: ParseMode = 'create') => parseValues(REGISTER, values, mode, options);
const faultOf = (name: string, value: FieldValues[string]) => parse({ title: '楼', [name]: value });

describe('the values of a record', () => {
  test('are trimmed and brought into one form', () => {
    const given = {
      title: '  东  楼 ',
      note: ' 第一行\n第二行 ',
      count: 3,
      area: 12.5,
      day: '2026-06-13',
      until: '2030-01-01',
      at: '2026-06-12 08:30',
      kinds: 'b, a,b',
      isGood: false,
      state: 'a',
      identityNumber: '11010519491231002x',
      phone: '0467-2345678',
      creditCode: '91350100m000100y43',
      code: '230302 01001 000001',
      buildingId: '0190A1B2-0000-7000-8000-000000000001',
    };
    expect(parse(given)).toEqual({
      values: {
        ...given,
        title: '东 楼',
        note: '第一行\n第二行',
        at: '2026-06-12T00:30:00.000Z',
        kinds: 'a,b',
        hours: 0,
        identityNumber: '11010519491231002X',
        phone: '04672345678',
        creditCode: '91350100M000100Y43',
        code: '23030201001000001',
        buildingId: '0190a1b2-0000-7000-8000-000000000001',
      },
    });
  });

  test.each([
    ['title', '一二三四五六', 'too-long'],
    ['title', 5, 'wrong-kind'],
    ['title', null, 'required'],
    ['title', '   ', 'required'],
    ['note', 'a\u0000b', 'control-character'],
    ['note', '\ud800', 'half-character'],
    ['count', 11, 'number-out-of-range'],
    ['count', 0, 'number-out-of-range'],
    ['count', 1.5, 'wrong-kind'],
    ['count', '3', 'wrong-kind'],
    ['area', -1, 'number-out-of-range'],
    ['area', Number.NaN, 'wrong-kind'],
    ['area', Number.POSITIVE_INFINITY, 'wrong-kind'],
    ['day', '2026-02-30', 'not-a-date'],
    ['day', '20260612', 'not-a-date'],
    ['day', '1899-12-31', 'date-out-of-range'],
    ['day', '2026-06-14', 'date-out-of-range'],
    ['until', '2300-01-01', 'date-out-of-range'],
    ['at', '2026-06-12', 'not-an-instant'],
    ['at', '2026-02-30 08:00', 'not-an-instant'],
    ['at', '2026-06-15T00:00:00Z', 'date-out-of-range'],
    ['kinds', 'a,c', 'not-a-choice'],
    ['hours', 3, 'by-system'],
    ['isGood', 'true', 'wrong-kind'],
    ['state', 'b', 'not-a-choice'],
    ['identityNumber', '110105194912310021', 'identity-check-digit'],
    ['identityNumber', '1'.repeat(61), 'too-long'],
    ['phone', '110', 'phone-form'],
    ['creditCode', 'x', 'credit-code-form'],
    ['code', '1', 'component-code-form'],
    ['buildingId', 'x', 'not-a-reference'],
    ['other', 1, 'unknown-field'],
    ['constructor', 1, 'unknown-field'],
  ] as const)('are refused where %s is %j: %s', (path, value, rule) => {
    expect(faultOf(path, value)).toEqual({ faults: [{ path, rule }] });
  });

  test('are all asked for that are required, to create; to change, only what is given counts', () => {
    expect(parse({})).toEqual({ faults: [{ path: 'title', rule: 'required' }] });
    expect(parse({}, 'change')).toEqual({ values: {} });
    expect(parse({ title: null }, 'change')).toEqual({ faults: [{ path: 'title', rule: 'required' }] });
    expect(parse({ title: '' }, 'change')).toEqual({ faults: [{ path: 'title', rule: 'required' }] });
  });

  test('are cleared by null or an empty text; a new record has nothing to clear', () => {
    expect(parse({ note: '', phone: null }, 'change')).toEqual({ values: { note: null, phone: null } });
    expect(parse({ title: '楼', note: ' ', phone: null })).toEqual({ values: { title: '楼', hours: 0 } });
  });

  test('are told all their faults at once', () => {
    expect(parse({ count: 99, state: 'z', nobody: 1 })).toEqual({
      faults: expect.arrayContaining([
        { path: 'title', rule: 'required' },
        { path: 'count', rule: 'number-out-of-range' },
        { path: 'state', rule: 'not-a-choice' },
        { path: 'nobody', rule: 'unknown-field' },
      ]),
    });
  });

  test('do not reach the prototype', () => {
    expect(parse(JSON.parse('{"title":"楼","__proto__":{"x":1}}'))).toEqual({
      faults: [{ path: '__proto__', rule: 'unknown-field' }],
    });
  });
});
