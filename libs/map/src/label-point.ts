import type { Boundary, Point } from '@wangge/contracts';

type Ring = readonly (readonly number[])[];
interface Candidate {
  readonly point: Point;
  /** How broad a name fits there. */
  readonly room: number;
}

const LINES = 15;
/** A name is about so many times as broad as it is high. */
const BREADTH = 3;

/**
 * Where a name has the most room in an area: in the middle of a stretch from west to east, far from the outline above and
 * below. The centre of a bent area may lie outside of it.
 */
export function labelPoint({ geometry }: Boundary): Point | undefined {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const [first, ...others] = polygons.flatMap((rings) => linesThrough(rings).flatMap((lat) => candidatesAt(rings, lat)));
  return first && others.reduce((best, candidate) => (candidate.room > best.room ? candidate : best), first).point;
}

/** Latitudes at even distances, none of them at the very top or bottom. */
function linesThrough(rings: readonly Ring[]): readonly number[] {
  const lats = (rings[0] ?? []).map(([, lat = 0]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return Array.from({ length: LINES }, (_, index) => south + ((north - south) * (index + 1)) / (LINES + 1));
}

/** Between every second pair of crossings one is inside; holes cross too. */
function candidatesAt(rings: readonly Ring[], lat: number): readonly Candidate[] {
  const crossings = crossingsOf(rings, 'lat', lat).sort((a, b) => a - b);
  return crossings.flatMap((from, index) => {
    const to = crossings[index + 1];
    if (index % 2 === 1 || to === undefined) return [];
    const lng = (from + to) / 2;
    const above = Math.min(...crossingsOf(rings, 'lng', lng).map((crossing) => Math.abs(crossing - lat)));
    return [{ point: { lng, lat }, room: Math.min(to - from, 2 * BREADTH * above) }];
  });
}

/** Where the outline crosses a line of one coordinate, in the other coordinate. */
function crossingsOf(rings: readonly Ring[], across: 'lng' | 'lat', at: number): number[] {
  const [along, over] = across === 'lat' ? [0, 1] : [1, 0];
  return rings.flatMap((ring) =>
    ring.flatMap((corner, index) => {
      const next = ring[(index + 1) % ring.length] ?? corner;
      const [a = 0, b = 0] = [corner[over], next[over]];
      const [from = 0, to = 0] = [corner[along], next[along]];
      return a > at === b > at ? [] : [from + ((at - a) / (b - a)) * (to - from)];
    }),
  );
}
