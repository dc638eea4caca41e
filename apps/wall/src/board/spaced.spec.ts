import { describe, expect, test } from '@jest/globals';
import { spaced, type Timers } from './spaced';

/** A clock that only moves when told. */
function handClock() {
  let now = 0;
  let waiting: { at: number; run: () => void }[] = [];
  const timers: Timers = {
    now: () => now,
    after: (ms, run) => {
      const entry = { at: now + ms, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const advance = async (ms: number) => {
    const end = now + ms;
    for (;;) {
      await settle();
      const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      now = Math.max(now, next.at);
      waiting = waiting.filter((other) => other !== next);
      next.run();
    }
    now = end;
    await settle();
  };
  return { timers, advance, now: () => now };
}

describe('fetching the board', () => {
  test('happens at once, then at most every two seconds however much is asked', async () => {
    const clock = handClock();
    const starts: number[] = [];
    const fetching = spaced(async () => void starts.push(clock.now()), 2_000, clock.timers);
    for (let second = 0; second < 10; second++) {
      for (let n = 0; n < 50; n++) fetching.ask();
      await clock.advance(1_000);
    }
    expect(starts).toEqual([0, 2_000, 4_000, 6_000, 8_000, 10_000]);
  });

  test('answers a request made while one is under way with one more', async () => {
    const clock = handClock();
    let finish = () => {};
    let runs = 0;
    const fetching = spaced(
      () => {
        runs += 1;
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
      2_000,
      clock.timers,
    );
    fetching.ask();
    await clock.advance(5_000);
    fetching.ask();
    await clock.advance(5_000);
    expect(runs).toBe(1);
    finish();
    await clock.advance(1);
    expect(runs).toBe(2);
  });

  test('ends when stopped', async () => {
    const clock = handClock();
    let runs = 0;
    const count = async () => {
      runs += 1;
    };
    const fetching = spaced(count, 2_000, clock.timers);
    fetching.ask();
    fetching.stop();
    await clock.advance(10_000);
    expect(runs).toBe(0);
  });
});
