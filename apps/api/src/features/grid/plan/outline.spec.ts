import { describe, expect, test } from '@jest/globals';
import { areaOf, boxOf, toDegrees } from './geometry.js';
import { parseOutline } from './outline.js';

const SQUARE = [
  [130, 45],
  [130.1, 45],
  [130.1, 45.1],
  [130, 45.1],
  [130, 45],
];
const HOLE = [
  [130.04, 45.04],
  [130.04, 45.06],
  [130.06, 45.06],
  [130.06, 45.04],
  [130.04, 45.04],
];
const ISLAND = [
  [130.2, 45.2],
  [130.21, 45.2],
  [130.21, 45.21],
  [130.2, 45.2],
];

const read = (content: unknown, system: 'gcj02' | 'wgs84' = 'wgs84') =>
  parseOutline(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), system, '230302');

describe('boundary.geojson', () => {
  test('may be a geometry, a feature or a collection', () => {
    const geometry = { type: 'Polygon', coordinates: [SQUARE] };
    const feature = { type: 'Feature', properties: null, geometry };
    expect(read(feature)).toEqual(read(geometry));
    expect(read({ type: 'FeatureCollection', features: [feature] })).toEqual(read(geometry));
  });

  test('keeps islands and holes', () => {
    const outline = read({ type: 'MultiPolygon', coordinates: [[SQUARE, HOLE], [ISLAND]] });
    expect(outline.map((polygon) => polygon.length).sort()).toEqual([1, 2]);
    expect(areaOf(outline) / 1e14).toBeCloseTo(0.01 - 0.0004 + 0.00005, 10);
  });

  test('is moved from GCJ-02 by the few hundred metres between the two', () => {
    const [given, moved] = [
      read({ type: 'Polygon', coordinates: [SQUARE] }),
      read({ type: 'Polygon', coordinates: [SQUARE] }, 'gcj02'),
    ];
    const [a, b] = [boxOf(given.flat(2)), boxOf(moved.flat(2))];
    const offset = Math.hypot(toDegrees(a.west - b.west) * 78_700, toDegrees(a.south - b.south) * 111_000);
    expect(offset).toBeGreaterThan(300);
    expect(offset).toBeLessThan(900);
  });

  test('takes the district’s own feature out of a file of a whole city', () => {
    const feature = (adcode: number, ring: number[][]) => ({
      type: 'Feature',
      properties: { adcode },
      geometry: { type: 'Polygon', coordinates: [ring] },
    });
    const city = { type: 'FeatureCollection', features: [feature(230303, ISLAND), feature(230302, SQUARE)] };
    expect(read(city)).toEqual(read({ type: 'Polygon', coordinates: [SQUARE] }));
    expect(() => read({ type: 'FeatureCollection', features: city.features.slice(0, 1) })).toThrow('the outline is of 230303');
  });

  test.each([
    ['is not JSON', '{"type":', 'not valid JSON'],
    ['is a line', { type: 'LineString', coordinates: SQUARE }, 'must be GeoJSON'],
    ['is empty', { type: 'Polygon', coordinates: [] }, 'must be GeoJSON'],
    ['has a ring of two points', { type: 'Polygon', coordinates: [SQUARE.slice(0, 2)] }, 'must be GeoJSON'],
    [
      'has no area',
      {
        type: 'Polygon',
        coordinates: [
          [
            [130, 45],
            [130.1, 45],
            [130, 45],
          ],
        ],
      },
      'no area',
    ],
    ['has latitude first', { type: 'Polygon', coordinates: [SQUARE.map(([lng, lat]) => [lat, lng])] }, 'latitude first'],
    [
      'is in metres',
      { type: 'Polygon', coordinates: [SQUARE.map(([lng = 0, lat = 0]) => [lng * 1e5, lat * 1e5])] },
      'not in degrees',
    ],
  ])('is refused when it %s', (_, content, fault) => {
    expect(() => read(content)).toThrow(fault);
  });
});
