import { describe, expect, test } from '@jest/globals';
import { checkPhone } from './phone.js';

describe('a phone number', () => {
  test.each([
    ['13812341234', '13812341234'],
    ['+86 138-1234-1234', '13812341234'],
    ['１３８１２３４１２３４', '13812341234'],
    ['0467-2345678', '04672345678'],
    ['(010) 8234 5678', '01082345678'],
    ['021-52345678', '02152345678'],
  ])('%s is kept as %s', (text, value) => {
    expect(checkPhone(text)).toEqual({ value });
  });

  test.each([
    '',
    '1381234123',
    '138123412345',
    '23812341234',
    '2345678',
    '0467-1345678',
    '0467-234567',
    '１38a2341234',
    '0100-2345678',
  ])('%s is none', (text) => {
    expect(checkPhone(text)).toEqual({ rule: 'phone-form' });
  });
});
