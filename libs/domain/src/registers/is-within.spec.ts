import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWithin } from './is-within.js';

/** Open at the east. */
const BAY: [number, number][] = [
  [0, 0],
  [10, 0],
  [4, 5],
  [10, 10],
  [0, 10],
];

test('a spot in a bay of the outline is outside, beside it inside', () => {
  expect(isWithin(BAY, { lng: 7, lat: 5 })).toBe(false);
  expect(isWithin(BAY, { lng: 2, lat: 5 })).toBe(true);
  expect(isWithin(BAY, { lng: 7, lat: 1 })).toBe(true);
});

test('of a rectangle it says what the sides say', () => {
  const rectangle: [number, number][] = [
    [1, 1],
    [3, 1],
    [3, 2],
    [1, 2],
  ];
  const off = fc.double({ min: 0, max: 4, noNaN: true }).filter((n) => ![1, 2, 3].includes(n));
  fc.assert(
    fc.property(off, off, (lng, lat) => {
      expect(isWithin(rectangle, { lng, lat })).toBe(lng > 1 && lng < 3 && lat > 1 && lat < 2);
    }),
  );
});
