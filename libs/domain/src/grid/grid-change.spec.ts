import { describe, expect, test } from '@jest/globals';
import type { PolygonShape, Role } from '@wangge/contracts';
import fc from 'fast-check';
import {
  communityOfChange,
  drawingFault,
  gridsOf,
  lineageOf,
  mayChangeGrids,
  mayUndo,
  nextGridCodes,
  startOfChange,
  successorsOf,
} from './grid-change.js';
import { gridNameOf } from './grid-name.js';

const COMMUNITY = '230302004002';
const viewer = (role: Role, scope: string) => ({ assignments: [{ role, scope }] });

describe('a change of unit grids', () => {
  test('stays within one community', () => {
    expect(communityOfChange([`${COMMUNITY}001`, `${COMMUNITY}002`])).toBe(COMMUNITY);
    for (const codes of [[`${COMMUNITY}001`, '230302004003001'], [COMMUNITY], [`${COMMUNITY}001`, COMMUNITY], []]) {
      expect(() => communityOfChange(codes)).toThrow('grid.not-one-community');
    }
  });

  test('counts a grid that is named twice once', () => {
    expect(gridsOf({ kind: 'merge', codes: [`${COMMUNITY}002`, `${COMMUNITY}001`, `${COMMUNITY}002`], names: [] })).toEqual([
      `${COMMUNITY}001`,
      `${COMMUNITY}002`,
    ]);
  });

  test('is made by the supervision of the street or above, and by no administrator', () => {
    for (const scope of ['2303', '230302', '230302004'])
      expect(mayChangeGrids(viewer('supervisor', scope), COMMUNITY)).toBe(true);
    for (const scope of ['230302001', '230382', COMMUNITY, `${COMMUNITY}001`])
      expect(mayChangeGrids(viewer('supervisor', scope), COMMUNITY)).toBe(false);
    for (const role of ['system-admin', 'security-admin', 'leader', 'community-staff', 'grid-leader'] as const)
      expect(mayChangeGrids(viewer(role, '230302'), COMMUNITY)).toBe(false);
  });

  test('holds from the beginning of its local day, and at once where that is today', () => {
    // Past midnight in Shanghai, still the day before in London.
    const now = '2026-06-11T16:30:00.000Z';
    expect(startOfChange('2026-06-12', now)).toBe(now);
    expect(startOfChange('2026-06-13', now)).toBe('2026-06-12T16:00:00.000Z');
    for (const day of ['2026-06-11', '2025-12-31', '2028-06-20', '9999-12-31', '2026-02-30'])
      expect(() => startOfChange(day, now)).toThrow('grid.change-date');
  });

  test('can be taken back only while it is planned', () => {
    expect((['planned', 'effective', 'undone', 'lapsed'] as const).filter((status) => mayUndo({ status }))).toEqual(['planned']);
  });
});

describe('codes', () => {
  test('are the lowest that were never used', () => {
    const taken = new Set(['001', '002', '004'].map((serial) => COMMUNITY + serial));
    expect(nextGridCodes(COMMUNITY, taken, 2)).toEqual([`${COMMUNITY}003`, `${COMMUNITY}005`]);
  });

  test('never come back, whatever was used before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 })), fc.integer({ min: 1, max: 20 }), (used, count) => {
        const taken = new Set(used.map((serial) => COMMUNITY + String(serial).padStart(3, '0')));
        if (999 - taken.size < count) {
          expect(() => nextGridCodes(COMMUNITY, taken, count)).toThrow('grid.serials-used-up');
          return;
        }
        const codes = nextGridCodes(COMMUNITY, taken, count);
        expect(new Set(codes).size).toBe(count);
        expect(codes.every((code) => !taken.has(code) && /^\d{15}$/.test(code))).toBe(true);
      }),
    );
  });

  test('name a grid as the seed does', () => {
    expect(gridNameOf('四海居社区居民委员会', `${COMMUNITY}012`)).toBe('四海居社区第12网格');
  });
});

describe('lineage', () => {
  test('leads from what ends to what is new, and nowhere where codes go on', () => {
    expect(lineageOf('split', ['a'], ['b', 'c'])).toEqual([
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
    ]);
    expect(lineageOf('merge', ['a', 'b'], ['c'])).toHaveLength(2);
    expect(lineageOf('redraw', ['a', 'b'], ['a', 'b'])).toEqual([]);
    expect(successorsOf('b', lineageOf('merge', ['a', 'b'], ['c']))).toEqual(['c']);
  });
});

describe('a drawing', () => {
  const ring = (corners: number): PolygonShape => ({
    type: 'Polygon',
    coordinates: [Array.from({ length: corners + 1 }, (_, at): [number, number] => [(at % corners) / 1e4, 0])],
  });

  test('has no more than five thousand vertices', () => {
    expect(drawingFault(ring(4999))).toBeUndefined();
    expect(() => drawingFault(ring(5000))).toThrow('grid.too-many-vertices');
    expect(() => drawingFault({ type: 'MultiPolygon', coordinates: [ring(3000).coordinates, ring(3000).coordinates] })).toThrow(
      'grid.too-many-vertices',
    );
  });

  test('is closed, if it is an area', () => {
    expect(
      drawingFault({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      }),
    ).toBe('not-closed');
    expect(
      drawingFault({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 0],
        ],
      }),
    ).toBeUndefined();
  });
});
