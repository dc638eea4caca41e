import { describe, expect, test } from '@jest/globals';
import { registerForTests } from '../register-for-tests';
import { filterOf, lastOf, ltOf, mayStandInAddress, sortOf, sortWords } from './record-filter';

const register = registerForTests();
const field = (name: string) => register.fields.find((one) => one.name === name) ?? register.fields[0];

describe('a list of records', () => {
  test('takes from an address only what its register can be asked', () => {
    const search = new URLSearchParams(
      'q=王&scope=230302&usage=shop&storeys.gte=3&storeys=3&secret=1&sort=name&page=2&builtOn.lt=',
    );
    expect(filterOf(search, register)).toEqual({ q: '王', scope: '230302', usage: 'shop', 'storeys.gte': '3' });
  });

  test('keeps whole numbers of persons out of the address', () => {
    expect(mayStandInAddress('王')).toBe(true);
    expect(mayStandInAddress('3单元201')).toBe(true);
    expect(mayStandInAddress('13900000000')).toBe(false);
    expect(mayStandInAddress('李 11010519491231002X')).toBe(false);
  });

  test('takes the last day and the last number with it', () => {
    const day = field('builtOn');
    const number = field('storeys');
    if (!day || !number) throw new Error('fields are missing');
    expect(ltOf(day, '2026-02-28')).toBe('2026-03-01');
    expect(lastOf(day, '2026-03-01')).toBe('2026-02-28');
    expect(ltOf(number, '6')).toBe('7');
    expect(lastOf(number, '7')).toBe('6');
    expect([ltOf(day, ''), lastOf(number, '')]).toEqual(['', '']);
  });

  test('is sorted by a field that sorts, else the newest first', () => {
    expect(sortOf('-name', register)).toEqual({ field: 'name', order: 'DESC' });
    expect(sortWords(sortOf('name', register))).toBe('name');
    expect(sortWords(sortOf('usage', register))).toBe('-createdAt');
    expect(sortWords(sortOf(null, register))).toBe('-createdAt');
  });
});
