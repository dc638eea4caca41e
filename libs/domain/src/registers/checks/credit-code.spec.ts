import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkCreditCode, creditCodeCheckCharacter } from './credit-code.js';

const withCheck = (text: string) => text + creditCodeCheckCharacter(text);

describe('a unified social credit code', () => {
  test('of the standard is valid, also in small letters', () => {
    expect(checkCreditCode('91350100M000100Y43')).toEqual({ value: '91350100M000100Y43' });
    expect(checkCreditCode(' 91350100m000100y43')).toEqual({ value: '91350100M000100Y43' });
  });

  test.each([
    ['91350100M000100Y4', 'credit-code-form'],
    ['91350100M000100I43', 'credit-code-form'],
    ['91350100M000100Z43', 'credit-code-form'],
    ['91350100M000100Y44', 'credit-code-check-digit'],
    [withCheck('91990100M000100Y4'), 'credit-code-division'],
    [withCheck('91230398M000100Y4'), 'credit-code-division'],
  ])('%s breaks %s', (text, rule) => {
    expect(checkCreditCode(text)).toEqual({ rule });
  });

  test('may belong to a body of the whole country, and in a demo to its division', () => {
    expect(checkCreditCode(withCheck('91100000M000100Y4'))).toHaveProperty('value');
    expect(checkCreditCode(withCheck('91230398M000100Y4'), { allowDemoDivision: true })).toHaveProperty('value');
  });

  test('is refused when any single character is another', () => {
    const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    const code = fc.array(character, { minLength: 9, maxLength: 9 }).map((rest) => withCheck(`91230302${rest.join('')}`));
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 17 }), character, (value, place, other) => {
        fc.pre(value[place] !== other);
        expect(checkCreditCode(value)).toEqual({ value });
        expect(checkCreditCode(value.slice(0, place) + other + value.slice(place + 1))).toHaveProperty('rule');
      }),
    );
  });
});
