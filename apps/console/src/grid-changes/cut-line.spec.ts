import { expect, test } from '@jest/globals';
import { straightCut } from './cut-line';

const grid = {
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [130, 45],
        [130.02, 45],
        [130.02, 45.01],
        [130, 45.01],
        [130, 45],
      ],
    ],
  },
};

test('a line from north to south stands at its share of the way from west to east, and reaches beyond both ends', () => {
  const line = straightCut(grid, { direction: 0, shift: 25 });
  for (const [lng] of line?.coordinates ?? []) expect(lng).toBeCloseTo(130.005, 6);
  const lats = (line?.coordinates ?? []).map(([, lat]) => lat).sort();
  expect([lats[0], lats[1]]).toEqual([44.999, 45.011]);
});

test('a line from west to east stands at its share of the way from north to south', () => {
  const line = straightCut(grid, { direction: 90, shift: 20 });
  for (const [, lat] of line?.coordinates ?? []) expect(lat).toBeCloseTo(45.008, 6);
});

test('a slanting line through the middle divides the grid in halves', () => {
  const [start, end] = straightCut(grid, { direction: 45, shift: 50 })?.coordinates ?? [];
  expect(((start?.[0] ?? 0) + (end?.[0] ?? 0)) / 2).toBeCloseTo(130.01, 6);
  expect(((start?.[1] ?? 0) + (end?.[1] ?? 0)) / 2).toBeCloseTo(45.005, 6);
});
