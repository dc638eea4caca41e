import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { BoundingBox, GridCode, queryInteger, queryList, queryNumber, ScopeCode, words } from './values.js';

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('codes of the tree', () => {
  test('have the digits of a level, and nothing else', () => {
    for (const code of ['23', '2303', '230302', '230302001', '230302001003', '230302001003002']) expect(takes(ScopeCode, code)).toBe(true);
    for (const code of ['', '2', '23030', '23030200', '230302001003002-2-01', '２３０３０２', '230302 ', "230302'--"]) {
      expect(takes(ScopeCode, code)).toBe(false);
    }
    expect(takes(GridCode, '2303')).toBe(false);
  });
});

describe('numbers in a query', () => {
  test('are plain digits within their bounds', () => {
    expect(queryInteger(1, 100).parse('25')).toBe(25);
    for (const text of ['0', '101', '1e2', '-1', '1.5', ' 1', '', 'NaN', '0x10']) expect(takes(queryInteger(1, 100), text)).toBe(false);
  });

  test('are never NaN, infinite or written with an exponent', () => {
    expect(queryNumber(-180, 180).parse('130.9712')).toBe(130.9712);
    for (const text of ['NaN', 'Infinity', '1e400', '1e2', '', '181', '--1', '1,2']) expect(takes(queryNumber(-180, 180), text)).toBe(false);
  });

  test('of a window say west, south, east, north', () => {
    expect(BoundingBox.parse('130.9,45.2,131.1,45.4')).toEqual([130.9, 45.2, 131.1, 45.4]);
    for (const text of ['131,45,130,46', '130,46,131,45', '130,45,131', '130,45,131,46,1', 'a,b,c,d']) expect(takes(BoundingBox, text)).toBe(false);
  });
});

test('a list has at least one and at most so many items', () => {
  const list = queryList(ScopeCode, 3);
  expect(list.parse('23,2303')).toEqual(['23', '2303']);
  for (const text of ['', '23,', '23,23,23,23']) expect(takes(list, text)).toBe(false);
});

describe('words', () => {
  test('are trimmed, and counted after that', () => {
    expect(words(10, 2).parse('  井盖 ')).toBe('井盖');
    expect(takes(words(10, 2), ' 井 ')).toBe(false);
    expect(takes(words(3), '四个字啊')).toBe(false);
  });

  test('keep line breaks and refuse control characters', () => {
    expect(words(20).parse('一行\n又一行')).toBe('一行\n又一行');
    for (const code of [0, 7, 27, 127]) expect(takes(words(20), `a${String.fromCharCode(code)}b`)).toBe(false);
  });
});
