import { describe, expect, test } from '@jest/globals';
import type { Boundary } from '@wangge/contracts';
import { labelPoint } from './label-point.js';

const areaOf = (...rings: number[][][]): Boundary => ({
  type: 'Feature',
  id: '1',
  properties: { code: '230302001', name: '西郊乡', level: 'street', fictional: false },
  geometry: { type: 'Polygon', coordinates: rings },
});

describe('where a name has the most room', () => {
  test('in a hook it is the wide arm, not the empty middle', () => {
    const hook = areaOf([
      [0, 0],
      [10, 0],
      [10, 3],
      [2, 3],
      [2, 10],
      [0, 10],
      [0, 0],
    ]);
    const point = labelPoint(hook);
    expect(point?.lng).toBeCloseTo(5);
    expect(point?.lat).toBeLessThan(3);
  });

  test('beside a hole it is the broader side', () => {
    const ring = areaOf(
      [
        [0, 0],
        [10, 0],
        [10, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [1, -1],
        [4, -1],
        [4, 5],
        [1, 5],
        [1, -1],
      ],
    );
    expect(labelPoint(ring)?.lng).toBeCloseTo(7);
  });

  test('without an outline there is none', () => {
    expect(labelPoint(areaOf([]))).toBeUndefined();
  });
});
