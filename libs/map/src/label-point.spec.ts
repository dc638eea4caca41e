import type { Boundary } from '@wangge/contracts';
import { describe, expect, test } from '@jest/globals';
import { labelPoint } from './label-point.js';

const area = (geometry: Boundary['geometry']): Boundary => ({
  type: 'Feature',
  id: '230302001',
  properties: { code: '230302001', name: '甲街道', level: 'street', fictional: true },
  geometry,
});
const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('the point of a label', () => {
  test('is the middle of a plain area', () => {
    const { lng, lat } = labelPoint(area({ type: 'Polygon', coordinates: [box(130, 45, 130.2, 45.1)] }));
    expect(lat).toBeCloseTo(45.05, 2);
    expect(lng).toBeGreaterThan(130.04);
    expect(lng).toBeLessThan(130.16);
  });

  test('keeps out of holes', () => {
    const { lng } = labelPoint(area({ type: 'Polygon', coordinates: [box(0, 0, 10, 4), box(1, 0.2, 7, 3.8)] }));
    expect(lng).toBeGreaterThan(7);
  });

  test('lies in the largest part of several', () => {
    const { lng } = labelPoint(area({ type: 'MultiPolygon', coordinates: [[box(0, 0, 1, 1)], [box(5, 0, 9, 4)]] }));
    expect(lng).toBeCloseTo(7, 1);
  });

  test('stays inside a bow, where the middle would be outside', () => {
    const bow = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 8], [8, 8], [8, 2], [0, 2], [0, 0]];
    const { lng, lat } = labelPoint(area({ type: 'Polygon', coordinates: [bow] }));
    expect(lng > 8 || lat < 2 || lat > 8).toBe(true);
  });
});
