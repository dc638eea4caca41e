import { describe, expect, test } from '@jest/globals';
import { arrange, AT_HOME, moved, offsetsAround, overlap, type Placeable } from './collision.js';

const square = (x: number, y: number, ...distances: number[]): Placeable => ({
  x,
  y,
  width: 20,
  height: 20,
  offsets: offsetsAround(...distances),
});

describe('the collision rule', () => {
  test('leaves things that are apart where they are', () => {
    expect(arrange([square(0, 0), square(20, 0), square(400, 300)])).toEqual(Array(3).fill({ kind: 'placed', offset: AT_HOME }));
  });

  test('moves the later of two that meet', () => {
    const [first, second] = arrange([square(0, 0, 20), square(4, 0, 20)]);
    expect(first).toEqual({ kind: 'placed', offset: AT_HOME });
    expect(second).toMatchObject({ kind: 'placed', offset: { dx: 20, dy: 0 } });
  });

  test('lets the nearest one speak for what finds no room', () => {
    const places = arrange([square(0, 0), square(100, 0), square(90, 5)]);
    expect(places[2]).toEqual({ kind: 'crowded', by: 1 });
  });

  test('keeps clear of boxes that are taken, though nobody is there to speak', () => {
    expect(arrange([square(0, 0)], [{ x: 5, y: 5, width: 40, height: 40 }])).toEqual([{ kind: 'crowded', by: undefined }]);
  });

  test('never lets two drawn boxes overlap, also across cells and below zero', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const items = Array.from({ length: 400 }, () => square(random() * 500 - 250, random() * 300 - 150, 10, 20));
    const boxes = arrange(items).flatMap((place, index) => {
      const item = items[index];
      return place.kind === 'placed' && item ? [moved(item, place.offset)] : [];
    });
    expect(boxes.length).toBeGreaterThan(150);
    const pairs = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => overlap(a, b)));
    expect(pairs).toEqual([]);
  });
});
