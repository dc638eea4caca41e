import { describe, expect, test } from '@jest/globals';
import { WorkGate } from './work-gate.js';

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
