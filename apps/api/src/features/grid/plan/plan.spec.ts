import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { intersection } from 'polyclip-ts';
import { dissolve } from './dissolve.js';
import { type DistrictDivisions, parseDivisions } from './divisions.js';
import { areaOf, boxOf, contains, type MultiPolygon, type Position } from './geometry.js';
import { parseOutline } from './outline.js';
import { planDistrict, type PlannedNode } from './plan.js';

const SEED = path.resolve(__dirname, '../../../../seed/jiguan');
const jiguan = parseDivisions(readFileSync(path.join(SEED, 'divisions.csv')));
const jiguanOutline = parseOutline(readFileSync(path.join(SEED, 'boundary.geojson')), 'gcj02', jiguan.code);

const blob = (lng: number, lat: number, radius: number, turn: 1 | -1 = 1): Position[] =>
  Array.from({ length: 120 }, (_, i) => {
    const angle = (turn * i * Math.PI) / 60;
    const reach = radius * (1 + 0.3 * Math.sin(3 * angle));
    return [Math.round((lng + reach * Math.cos(angle)) * 1e7), Math.round((lat + reach * Math.sin(angle)) * 1e7)];
  });

/** A district on two islands, one with a lake, in three streets and a town. */
const lakes: MultiPolygon = [[blob(104, 30, 0.1), blob(104.02, 30.01, 0.03, -1)], [blob(104.25, 30.05, 0.02)]];
const lakeDistrict: DistrictDivisions = {
  code: '510199',
  name: '湖区',
  streets: ['510199001', '510199002', '510199003', '510199200'].map((code, i) => ({
    code,
    name: `第${i}街道`,
    communities: [1, 2, 3].map((n) => ({ code: `${code}00${n}`, name: `第${n}社区居民委员会` })),
  })),
};

const toClipper = (shape: MultiPolygon) =>
  shape.map((rings) => rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));
const ofLevel = (nodes: readonly PlannedNode[], level: PlannedNode['level']) => nodes.filter((node) => node.level === level);
const shapesOf = (nodes: readonly PlannedNode[]) => nodes.map(({ shape }) => shape);

describe.each([
  ['鸡冠区', jiguan, jiguanOutline, 420],
  ['a district of islands and a lake', lakeDistrict, lakes, 144],
])('the plan of %s', (_, divisions, outline, count) => {
  let nodes: PlannedNode[];
  let grids: PlannedNode[];
  beforeAll(() => {
    nodes = planDistrict(divisions, outline);
    grids = ofLevel(nodes, 'grid');
  });

  test('has every division once, and about twelve unit grids a community', () => {
    const codes = divisions.streets.flatMap((street) => [street.code, ...street.communities.map(({ code }) => code)]);
    expect(nodes.filter(({ level }) => level !== 'grid').map(({ code }) => code)).toEqual([divisions.code, ...codes]);
    expect(grids).toHaveLength(count);
    for (const community of ofLevel(nodes, 'community')) {
      const own = grids.filter(({ code }) => code.startsWith(community.code));
      expect(own.length).toBeGreaterThanOrEqual(5);
      expect(own.length).toBeLessThanOrEqual(24);
    }
  });

  test('covers the outline without gaps', () => {
    const sum = grids.reduce((total, { shape }) => total + areaOf(shape), 0);
    expect(Math.abs(sum / areaOf(outline) - 1)).toBeLessThan(1e-6);
    const whole = dissolve(shapesOf(grids));
    expect(whole.flat()).toHaveLength(outline.flat().length);
  });

  test('has no two unit grids that overlap', () => {
    const boxes = grids.map(({ shape }) => boxOf(shape.flat(2)));
    const pairs = grids.flatMap((a, i) =>
      grids.slice(i + 1).flatMap((b, k) => {
        const [p, q] = [boxes[i], boxes[i + 1 + k]];
        return p && q && p.west < q.east && q.west < p.east && p.south < q.north && q.south < p.north ? [[a, b] as const] : [];
      }),
    );
    // The clipping library is slow: every seventh pair of neighbours stands for all; the sum of areas above holds the rest.
    for (const [a, b] of pairs.filter((__, i) => i % 7 === 0)) {
      expect(intersection(toClipper(a.shape), toClipper(b.shape))).toEqual([]);
    }
    expect(pairs.length).toBeGreaterThan(count);
  });

  test('stays inside the outline', () => {
    const common = areaOf(intersection(toClipper(dissolve(shapesOf(grids))), toClipper(outline)));
    expect(Math.abs(common / areaOf(outline) - 1)).toBeLessThan(1e-6);
  });

  test('makes each node of its children exactly', () => {
    for (const parent of nodes.filter(({ level }) => level !== 'grid')) {
      const below = nodes.filter(({ code }) => code.length === parent.code.length + 3 && code.startsWith(parent.code));
      expect(areaOf(dissolve(shapesOf(below)))).toBeCloseTo(areaOf(parent.shape), 0);
      expect(dissolve([...shapesOf(below), mirrored(parent.shape)])).toEqual([]);
    }
  });

  test('labels each node inside it', () => {
    for (const { shape, center } of nodes) expect(contains(shape, center[0], center[1])).toBe(true);
  });

  test('says that all but the district is made up', () => {
    expect(nodes.filter(({ fictional }) => !fictional).map(({ level }) => level)).toEqual(['district']);
  });

  test('is the same each time', () => {
    expect(planDistrict(divisions, outline)).toEqual(nodes);
  });
});

/** The same rings walked the other way: united with the original, every edge is walked both ways and nothing is left. */
const mirrored = (shape: MultiPolygon): MultiPolygon => shape.map((polygon) => polygon.map((ring) => [...ring].reverse()));

describe('the plan of 鸡冠区', () => {
  let nodes: PlannedNode[];
  beforeAll(() => {
    nodes = planDistrict(jiguan, jiguanOutline);
  });

  test('keeps every node in one piece', () => {
    for (const { shape, name } of nodes) expect([name, shape.length]).toEqual([name, 1]);
  });

  test('makes towns at the rim larger than urban streets', () => {
    const grids = ofLevel(nodes, 'grid');
    const mean = (some: readonly PlannedNode[]) => some.reduce((sum, { shape }) => sum + areaOf(shape), 0) / some.length;
    const isTown = ({ code }: PlannedNode) => code[6] === '2';
    expect(mean(grids.filter(isTown))).toBeGreaterThan(1.4 * mean(grids.filter((node) => !isTown(node))));
  });
});

describe('a plan', () => {
  const [first, ...others] = lakeDistrict.streets.map((street) => ({ ...street, communities: street.communities.slice(0, 1) }));
  const small = { ...lakeDistrict, streets: [first, ...others].flatMap((street) => street ?? []) };

  test('numbers unit grids from 001 on, without serials that were used before', () => {
    const community = '510199001001';
    const usedCodes = new Set([`${community}001`, `${community}003`]);
    const codes = planDistrict(small, lakes, { usedCodes })
      .map(({ code }) => code)
      .filter((code) => code.length === 15);
    expect(codes.filter((code) => code.startsWith(community)).slice(0, 3)).toEqual(
      ['002', '004', '005'].map((s) => community + s),
    );
    expect(codes).toContain('510199002001001');
  });

  test('leaves out a street without communities', () => {
    const streets = [{ code: '510199001', name: '空街道', communities: [] }, ...others];
    expect(planDistrict({ ...small, streets }, lakes).some(({ name }) => name === '空街道')).toBe(false);
  });

  test('of a district without any community is refused', () => {
    expect(() => planDistrict({ ...small, streets: [] }, lakes)).toThrow('no community');
  });

  test('can have fewer or more unit grids a community', () => {
    expect(ofLevel(planDistrict(small, lakes, { gridsPerCommunity: 5 }), 'grid')).toHaveLength(20);
  });
});
