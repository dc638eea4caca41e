import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Position } from './geometry.js';
import { freeSerials, readingOrder } from './numbering.js';

describe('the order of unit grids', () => {
  test('runs from west to east and then from north to south', () => {
    const places: Position[] = [
      [10, 0],
      [0, 10],
      [10, 10],
      [0, 0],
      [20, 1],
      [20, 9],
    ];
    expect(readingOrder(places)).toEqual([1, 2, 5, 3, 0, 4]);
  });

  test('never goes back to the north or, within a row, to the west', () => {
    const place = fc.tuple(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.double({ min: -1e4, max: 1e4, noNaN: true }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (places) => {
        let [rowEnd, lastX, lowest] = [Infinity, -Infinity, Infinity];
        for (const index of readingOrder(places)) {
          const [x, y] = places[index] ?? [Number.NaN, Number.NaN];
          if (x < lastX) [rowEnd, lowest] = [lowest, Infinity];
          expect(y).toBeLessThanOrEqual(rowEnd);
          [lastX, lowest] = [x, Math.min(lowest, y)];
        }
      }),
    );
  });

  test('leave out serials that were used before and ends at 999', () => {
    const serials = [...freeSerials((serial) => serial < '997')];
    expect(serials).toEqual(['997', '998', '999']);
  });
});
