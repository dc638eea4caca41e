import { beforeAll, describe, expect, test } from '@jest/globals';
import { PasswordHasher } from './password-hasher.js';
import { WorkGate } from '../../../platform/work/work-gate.js';

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

describe('a gate for heavy work', () => {
  const pending = () => {
    let finish = () => undefined as void;
    const promise = new Promise<void>((resolve) => {
      finish = resolve;
    });
    return { promise, finish: () => finish() };
  };

  test('lets two run, twenty wait, and turns the next away until there is room', async () => {
    const gate = new WorkGate(2, 20);
    const work = pending();
    let running = 0;
    const all = Array.from({ length: 22 }, () =>
      gate.run(async () => {
        running += 1;
        await work.promise;
      }),
    );
    await expect(gate.run(async () => undefined)).rejects.toMatchObject({ code: 'server.busy' });
    expect(running).toBe(2);
    work.finish();
    await Promise.all(all);
    expect(running).toBe(22);
    await expect(gate.run(async () => 'done')).resolves.toBe('done');
  });

  test('goes on after work that failed', async () => {
    const gate = new WorkGate(1, 1);
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(gate.run(async () => 'done')).resolves.toBe('done');
  });
});
