import { describe, expect, test } from '@jest/globals';
import { freshness } from './freshness';

describe('the age of the data', () => {
  test('is said in seconds, then in minutes', () => {
    expect(freshness(0, 3_400, true)).toEqual({ unit: 'seconds', count: 3, stale: false });
    expect(freshness(0, 125_000, true)).toEqual({ unit: 'minutes', count: 2, stale: true });
  });

  test('is stale at once when the server is away, whatever its age', () => {
    expect(freshness(0, 1_000, false).stale).toBe(true);
  });

  test('never runs backwards with the clock of the machine', () => {
    expect(freshness(10_000, 4_000, true)).toEqual({ unit: 'seconds', count: 0, stale: false });
  });
});
