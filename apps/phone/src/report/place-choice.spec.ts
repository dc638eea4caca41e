import { expect, test } from '@jest/globals';
import { emptyDraft } from '@wangge/offline';
import { placeToTake } from './place-choice';

const startedAt = new Date('2026-06-12T01:41:00.000Z');
const soon = new Date('2026-06-12T01:41:20.000Z');
const late = new Date('2026-06-12T01:51:00.000Z');
const fix = (accuracy: number, at: Date) =>
  ({ state: 'known', point: { lng: 130.97, lat: 45.3 }, accuracy, at: at.getTime() }) as const;
const empty = emptyDraft('worker', 'report', 'id', startedAt);
const placed = (accuracy: number | null) => ({
  ...empty,
  words: { text: '井盖没了' },
  place: { point: { lng: 130.9, lat: 45.2 }, accuracy },
});

test('the first position found is taken', () => {
  expect(placeToTake(empty, fix(80, late), late)).toEqual({ point: { lng: 130.97, lat: 45.3 }, accuracy: 80 });
  expect(placeToTake(empty, { state: 'asking' }, soon)).toBeUndefined();
});

test('a position of some minutes ago is not taken', () => {
  expect(placeToTake(empty, fix(6, soon), late)).toBeUndefined();
});

test('until there is a word or a photo, the place goes along with the worker', () => {
  expect(placeToTake({ ...placed(6), words: {} }, fix(60, late), late)?.accuracy).toBe(60);
});

test('a better fix replaces a worse one while the satellites settle', () => {
  expect(placeToTake(placed(60), fix(6, soon), soon)?.accuracy).toBe(6);
  expect(placeToTake(placed(6), fix(60, soon), soon)).toBeUndefined();
});

test('a draft taken up elsewhere keeps the spot where the thing was seen', () => {
  expect(placeToTake(placed(60), fix(6, late), late)).toBeUndefined();
});

test('what the worker has put by hand is never moved', () => {
  expect(placeToTake(placed(null), fix(3, soon), soon)).toBeUndefined();
  expect(placeToTake({ ...placed(null), words: {} }, fix(3, soon), soon)).toBeUndefined();
});
