import { describe, expect, test } from '@jest/globals';
import { hourBins } from './hour-bins';

const day = Array.from({ length: 24 }, (_, hour) => ({ hour, reported: hour, closed: 1 }));

describe('the columns of the day', () => {
  test('are the night and each hour since, until the afternoon', () => {
    expect(hourBins(day, 14).map(({ label }) => label)).toEqual(['0–6', '7', '8', '9', '10', '11', '12', '13', '14']);
  });

  test('are never more than ten, at any hour, and add up to the day so far', () => {
    for (let now = 0; now < 24; now++) {
      const bins = hourBins(day.slice(0, now + 1), now);
      expect(bins.length).toBeLessThanOrEqual(10);
      expect(bins.reduce((sum, { closed }) => sum + closed, 0)).toBe(now + 1);
      expect(bins.reduce((sum, { reported }) => sum + reported, 0)).toBe((now * (now + 1)) / 2);
    }
  });

  test('show zero where nothing is known', () => {
    expect(hourBins([], 8).every(({ reported }) => reported === 0)).toBe(true);
  });
});
