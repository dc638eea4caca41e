import { beforeAll, describe, expect, test } from '@jest/globals';
import { PasswordHasher } from './password-hasher.js';

describe('hashing of passwords', () => {
  const hasher = new PasswordHasher();
  beforeAll(() => hasher.onModuleInit());

  test('is argon2id at the agreed cost, salted', async () => {
    const [one, two] = [await hasher.hash('Correct-horse-7'), await hasher.hash('Correct-horse-7')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  test('knows the right password, in either spelling of Unicode, and no other', async () => {
    const hash = await hasher.hash('Caf\u00e9-und-7');
    expect(await hasher.isRight('Cafe\u0301-und-7', hash)).toBe(true);
    expect(await hasher.isRight('Cafe-und-7', hash)).toBe(false);
  });

  test('without a hash computes one all the same, and is never right', async () => {
    const started = process.hrtime.bigint();
    expect(await hasher.isRight('Correct-horse-7', null)).toBe(false);
    const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
    expect(milliseconds).toBeGreaterThan(5);
  });
});
