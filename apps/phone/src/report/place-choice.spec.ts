import { expect, test } from '@jest/globals';
import { placeToTake } from './place-choice';

const startedAt = '2026-06-12T01:41:00.000Z';
const soon = new Date('2026-06-12T01:41:20.000Z');
const late = new Date('2026-06-12T01:51:00.000Z');
const fix = (accuracy: number) => ({ state: 'known', point: { lng: 130.97, lat: 45.3 }, accuracy, at: 0 }) as const;
const placed = (accuracy: number | null) => ({ startedAt, place: { point: { lng: 130.9, lat: 45.2 }, accuracy } });

test('the first position found is taken', () => {
  expect(placeToTake({ startedAt, place: null }, fix(80), late)).toEqual({ point: fix(80).point, accuracy: 80 });
  expect(placeToTake({ startedAt, place: null }, { state: 'asking' }, soon)).toBeUndefined();
});

test('a better fix replaces a worse one while the satellites settle', () => {
  expect(placeToTake(placed(60), fix(6), soon)?.accuracy).toBe(6);
  expect(placeToTake(placed(6), fix(60), soon)).toBeUndefined();
});

test('a draft taken up elsewhere keeps the spot where the thing was seen', () => {
  expect(placeToTake(placed(60), fix(6), late)).toBeUndefined();
});

test('what the worker has put by hand is never moved', () => {
  expect(placeToTake(placed(null), fix(3), soon)).toBeUndefined();
});
