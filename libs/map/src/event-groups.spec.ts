import type { EventMarker } from '@wangge/contracts';
import { describe, expect, test } from '@jest/globals';
import { groupMarkers } from './event-groups.js';

const marker = (serial: number, light: EventMarker['light']): EventMarker => ({
  id: `0190a000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
  number: `20260612-${String(serial).padStart(4, '0')}`,
  point: { lng: 130.9, lat: 45.3 },
  status: 'handling',
  light,
  classCode: null,
});

describe('markers on one spot', () => {
  const heap = Array.from({ length: 40 }, (_, serial) => marker(serial, serial === 33 ? 'red' : 'green'));
  const groups = groupMarkers(heap, () => ({ x: 0, y: 0, width: 20, height: 20 }));

  test('give the place itself to the most urgent', () => {
    expect(groups[0]).toMatchObject({ group: { marker: { number: '20260612-0033' } }, offset: { dx: 0, dy: 0 } });
  });

  test('are all counted, drawn or not', () => {
    expect(groups.length).toBeLessThan(heap.length);
    expect(groups.reduce((sum, { group }) => sum + 1 + group.others.length, 0)).toBe(heap.length);
  });

  test('are drawn even where every place is taken', () => {
    const alone = groupMarkers(heap.slice(0, 1), () => ({ x: 0, y: 0, width: 20, height: 20 }), [
      { x: 0, y: 0, width: 200, height: 200 },
    ]);
    expect(alone).toHaveLength(1);
  });
});
