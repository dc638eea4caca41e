import { describe, expect, test } from '@jest/globals';
import { isStrongPassword } from './password-strength.js';

describe('a password', () => {
  test.each(['Correct-horse-7', 'lowerUPPER9876', '鸡冠Wangge2026', 'aB!aB!aB!aB!'])(
    'is strong with ten characters of three kinds: %s',
    (password) => {
      expect(isStrongPassword(password, 'zhang.min')).toBe(true);
    },
  );

  test('is weak with fewer than ten characters, counted as a reader counts them', () => {
    expect(isStrongPassword('aB3!aB3!a', 'zhang.min')).toBe(false);
    expect(isStrongPassword('aB3😀😀😀', 'zhang.min')).toBe(false);
  });

  test.each(['onlylowercase1', 'ALLUPPER12345', '12345678901!', 'onlyletters!!'])('is weak with two kinds: %s', (password) => {
    expect(isStrongPassword(password, 'zhang.min')).toBe(false);
  });

  test('is weak when it holds the user name, in whatever case', () => {
    expect(isStrongPassword('xx-Zhang.Min-77', 'zhang.min')).toBe(false);
  });
});
