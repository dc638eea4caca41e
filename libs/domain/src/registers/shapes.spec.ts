import { describe, expect, test } from '@jest/globals';
import { MOST_SHAPE_VERTICES, shapeFault } from './shapes.js';

const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const line = (count: number) => ({
  type: 'LineString' as const,
  coordinates: Array.from({ length: count }, (_, at) => [at / 1e5, 0]),
});

describe('a shape', () => {
  test.each([
    ['area', { type: 'Polygon' as const, coordinates: [SQUARE] }],
    ['line', line(MOST_SHAPE_VERTICES)],
    ['any', { type: 'Point' as const, coordinates: [1, 2, 3] }],
  ] as const)('of the register’s kind is taken: %s', (geometry, shape) => {
    expect(shapeFault(geometry, shape)).toBeUndefined();
  });

  test.each([
    ['line', { type: 'Polygon' as const, coordinates: [SQUARE] }, 'shape-of-another-kind'],
    ['point', { type: 'Point' as const, coordinates: [1, 2] }, 'shape-of-another-kind'],
    ['line', line(MOST_SHAPE_VERTICES + 1), 'shape-too-many-vertices'],
    ['line', line(1), 'shape-too-few-vertices'],
    ['area', { type: 'Polygon' as const, coordinates: [] }, 'shape-too-few-vertices'],
    ['area', { type: 'Polygon' as const, coordinates: [[...SQUARE.slice(0, 3), [9, 9]]] }, 'shape-open-ring'],
    ['any', { type: 'Point' as const, coordinates: [45, 131] }, 'shape-off-the-earth'],
    ['any', { type: 'Point' as const, coordinates: [Number.NaN, 0] }, 'shape-off-the-earth'],
  ] as const)('is refused: %s %j %s', (geometry, shape, rule) => {
    expect(shapeFault(geometry, shape)).toBe(rule);
  });
});
