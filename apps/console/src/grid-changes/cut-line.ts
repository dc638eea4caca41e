import type { Boundary, LineShape } from '@wangge/contracts';

export interface StraightCut {
  /** Degrees from north, clockwise: 0 runs from north to south, 90 from west to east. */
  readonly direction: number;
  /** Where it crosses the grid, in per cent of its extent across the line. */
  readonly shift: number;
}

type Position = readonly [number, number];

/** A straight line that crosses the whole of a grid: what can be said in two numbers needs no mouse. */
export function straightCut({ geometry }: Pick<Boundary, 'geometry'>, { direction, shift }: StraightCut): LineShape | undefined {
  const corners = cornersOf(geometry);
  const [first] = corners;
  if (!first) return undefined;
  // A degree of longitude is shorter than one of latitude: reckoned as on the map.
  const scale = Math.cos((first[1] * Math.PI) / 180);
  const angle = (direction * Math.PI) / 180;
  const along: Position = [Math.sin(angle), Math.cos(angle)];
  // To the right of a line to the north lies the east, and of one to the east the south.
  const across: Position = [Math.cos(angle), -Math.sin(angle)];
  const flat = corners.map(([lng, lat]): Position => [lng * scale, lat]);
  const [from, to] = extent(flat, across);
  const [start, end] = extent(flat, along);
  const margin = (end - start) / 10;
  const offset = from + ((to - from) * shift) / 100;
  const at = (way: number): [number, number] => {
    const [x, y] = [across[0] * offset + along[0] * way, across[1] * offset + along[1] * way];
    return [round(x / scale), round(y)];
  };
  return { type: 'LineString', coordinates: [at(start - margin), at(end + margin)] };
}

function cornersOf(geometry: Boundary['geometry']): Position[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.flat().flatMap(([lng, lat]): Position[] => (lng === undefined || lat === undefined ? [] : [[lng, lat]]));
}

function extent(points: readonly Position[], [x, y]: Position): [number, number] {
  const ways = points.map((point) => point[0] * x + point[1] * y);
  return [Math.min(...ways), Math.max(...ways)];
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
