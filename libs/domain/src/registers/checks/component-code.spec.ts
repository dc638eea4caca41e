import { describe, expect, test } from '@jest/globals';
import { checkComponentCode, componentClassOf } from './component-code.js';

describe('a component’s code', () => {
  test('is division, class and serial', () => {
    expect(checkComponentCode(' 230302 01001 000001')).toEqual({ value: '23030201001000001' });
    expect(componentClassOf('23030201001000001')).toBe('01001');
  });

  test.each([
    ['3205080101000001', 'component-code-form'],
    ['23030206001000001', 'component-code-form'],
    ['23030201000000001', 'component-code-form'],
    ['23030201001000000', 'component-code-form'],
    ['99030201001000001', 'component-code-division'],
    ['23039801001000001', 'component-code-division'],
  ])('%s breaks %s', (text, rule) => {
    expect(checkComponentCode(text)).toEqual({ rule });
  });

  test('names a class of the catalogue where there is one', () => {
    const isKnownClass = (code: string) => code === '01001';
    expect(checkComponentCode('23030201016000001', { isKnownClass })).toEqual({ rule: 'component-code-class' });
    expect(checkComponentCode('23030201001000001', { isKnownClass })).toHaveProperty('value');
  });
});
