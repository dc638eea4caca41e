import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { birthDateOf, checkIdentityNumber, identityCheckCharacter } from './identity-number.js';

const today = '2026-06-12';
const check = (text: string, more = {}) => checkIdentityNumber(text, { today, ...more });
const withCheck = (digits: string) => digits + identityCheckCharacter(digits);

describe('an identity number', () => {
  test.each(['11010519491231002X', '23030219900101001X', '230302198506150021'])('%s is valid', (value) => {
    expect(check(value)).toEqual({ value });
  });

  test('is taken with a small x, full-width digits and spaces', () => {
    expect(check(' 110105 19491231 002x ')).toEqual({ value: '11010519491231002X' });
    expect(check('１１０１０５１９４９１２３１００２Ｘ')).toEqual({ value: '11010519491231002X' });
  });

  test.each([
    ['', 'identity-form'],
    ['11010519491231002', 'identity-form'],
    ['110105194912310021', 'identity-check-digit'],
    ['X1010519491231002X', 'identity-form'],
    [withCheck('99010519491231002'), 'identity-division'],
    [withCheck('23030219900230001'), 'identity-date'],
    [withCheck('23030219000229001'), 'identity-date'],
    [withCheck('23030218991231001'), 'identity-date'],
    [withCheck('23030220260613001'), 'identity-date'],
    [withCheck('23039819900101001'), 'identity-division'],
  ])('%s breaks %s', (text, rule) => {
    expect(check(text)).toEqual({ rule });
  });

  test('of the demo’s division is taken only where that is allowed', () => {
    const value = withCheck('23039819900101001');
    expect(check(value, { allowDemoDivision: true })).toEqual({ value });
    expect(check(value, { isKnownDivision: () => true })).toEqual({ rule: 'identity-division' });
  });

  test('is held against the list of divisions where there is one', () => {
    expect(check('230302198506150021', { isKnownDivision: (code: string) => code === '110105' })).toEqual({
      rule: 'identity-division',
    });
  });

  test('has a birth date, today at the latest', () => {
    expect(birthDateOf('230302198506150021')).toBe('1985-06-15');
    expect(check(withCheck('23030220260612001'))).toHaveProperty('value');
  });

  test('is refused when any single digit is another', () => {
    const number = fc
      .tuple(
        fc.constantFrom('110105', '230302', '510104'),
        fc.integer({ min: 1900, max: 2020 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 999 }),
      )
      .map(([division, year, month, day, serial]) =>
        withCheck(`${division}${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`),
      );
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 17 }), fc.constantFrom(...'0123456789X'), (value, place, other) => {
        fc.pre(value[place] !== other);
        expect(check(value)).toEqual({ value });
        expect(check(value.slice(0, place) + other + value.slice(place + 1))).toHaveProperty('rule');
      }),
    );
  });
});

const two = (part: number) => String(part).padStart(2, '0');
