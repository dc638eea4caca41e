import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { OneAtATime } from './one-at-a-time.js';

describe('work of one key', () => {
  test('runs in the order in which it came, each after the last has ended', async () => {
    const lines = new OneAtATime();
    const seen: string[] = [];
    const work = (name: string, milliseconds: number) => async () => {
      seen.push(`${name} begins`);
      await pause(milliseconds);
      seen.push(`${name} ends`);
    };
    await Promise.all([lines.run('key', work('one', 20)), lines.run('key', work('two', 1))]);
    expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  test('does not wait for another key', async () => {
    const lines = new OneAtATime();
    const endless = lines.run('slow', () => new Promise<never>(() => undefined));
    expect(await Promise.race([lines.run('quick', async () => 'done'), endless])).toBe('done');
  });

  test('goes on after a failure, which only its own caller meets', async () => {
    const lines = new OneAtATime();
    const failing = lines.run('key', () => Promise.reject(new Error('broken')));
    const next = lines.run('key', async () => 'done');
    await expect(failing).rejects.toThrow('broken');
    await expect(next).resolves.toBe('done');
  });

  test('is turned away when ten are in the line already', async () => {
    const lines = new OneAtATime();
    let finish = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const waiting = Array.from({ length: 10 }, () => lines.run('key', () => first));
    await expect(lines.run('key', async () => undefined)).rejects.toMatchObject({ code: 'server.busy' });
    finish();
    await Promise.all(waiting);
    await expect(lines.run('key', async () => 'done')).resolves.toBe('done');
  });
});
