import type { Boundary, Point } from '@wangge/contracts';

type Ring = readonly (readonly number[])[];
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly lat: number;
}

const LINES = 15;

/** Where a name has the most room in an area: the middle of its widest stretch from west to east. The centre of a bent area may lie outside of it. */
export function labelPoint({ geometry }: Boundary): Point | undefined {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const stretches = polygons.flatMap((rings) => linesThrough(rings).flatMap((lat) => stretchesAt(rings, lat)));
  const [first, ...others] = stretches;
  if (!first) return undefined;
  const widest = others.reduce((best, stretch) => (widthOf(stretch) > widthOf(best) ? stretch : best), first);
  return { lng: (widest.from + widest.to) / 2, lat: widest.lat };
}

const widthOf = ({ from, to }: Stretch) => to - from;

/** Latitudes at even distances, none of them at the very top or bottom. */
function linesThrough(rings: readonly Ring[]): readonly number[] {
  const lats = (rings[0] ?? []).map(([, lat = 0]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return Array.from({ length: LINES }, (_, index) => south + ((north - south) * (index + 1)) / (LINES + 1));
}

/** Between every second pair of crossings one is inside; holes cross too. */
function stretchesAt(rings: readonly Ring[], lat: number): readonly Stretch[] {
  const crossings = rings.flatMap((ring) => crossingsOf(ring, lat)).sort((a, b) => a - b);
  return crossings.flatMap((from, index) => {
    const to = crossings[index + 1];
    return index % 2 === 0 && to !== undefined ? [{ from, to, lat }] : [];
  });
}

function crossingsOf(ring: Ring, lat: number): readonly number[] {
  return ring.flatMap(([lng = 0, y = 0], index) => {
    const [nextLng = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    if (y > lat === nextY > lat) return [];
    return [lng + ((lat - y) / (nextY - y)) * (nextLng - lng)];
  });
}
