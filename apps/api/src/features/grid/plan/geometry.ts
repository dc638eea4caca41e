/** A position in whole units of 1e-7 degrees (about a centimetre): equal points are equal numbers. */
export type Position = readonly [lng: number, lat: number];
/** Open ring: the last position is not repeated. Outer rings run counter-clockwise, holes clockwise. */
export type Ring = readonly Position[];
export type Polygon = readonly Ring[];
export type MultiPolygon = readonly Polygon[];

export const UNITS_PER_DEGREE = 1e7;

export const toUnits = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE);
export const toDegrees = (units: number): number => units / UNITS_PER_DEGREE;

/** Signed: positive where the ring runs counter-clockwise. */
export function ringArea(ring: Ring): number {
  const origin = ring[0];
  if (!origin) return 0;
  let twice = 0;
  let [px, py] = [0, 0];
  for (const [lng, lat] of ring) {
    const x = lng - origin[0];
    const y = lat - origin[1];
    twice += px * y - x * py;
    [px, py] = [x, y];
  }
  return twice / 2;
}

export const areaOf = (shape: MultiPolygon): number => shape.flat().reduce((sum, ring) => sum + ringArea(ring), 0);

/** Even-odd rule; what lies exactly on an edge may fall on either side. */
export function ringContains(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  let before = ring[ring.length - 1];
  for (const position of ring) {
    if (before && position[1] > y !== before[1] > y) {
      const crossing = ((before[0] - position[0]) * (y - position[1])) / (before[1] - position[1]) + position[0];
      if (x < crossing) inside = !inside;
    }
    before = position;
  }
  return inside;
}

export const contains = (shape: MultiPolygon, x: number, y: number): boolean =>
  shape.flat().reduce((inside, ring) => inside !== ringContains(ring, x, y), false);

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function boxOf(positions: Iterable<Position>): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

/** A flat map in metres around a district; true enough over some tens of kilometres. */
export interface Frame {
  readonly x: (lng: number) => number;
  readonly y: (lat: number) => number;
  readonly lng: (x: number) => number;
  readonly lat: (y: number) => number;
}

const METRES_PER_UNIT = 111_320 / UNITS_PER_DEGREE;

export function frameOf({ west, south, east, north }: Box): Frame {
  const [lng0, lat0] = [(west + east) / 2, (south + north) / 2];
  const perLng = METRES_PER_UNIT * Math.cos((toDegrees(lat0) * Math.PI) / 180);
  return {
    x: (lng) => (lng - lng0) * perLng,
    y: (lat) => (lat - lat0) * METRES_PER_UNIT,
    lng: (x) => Math.round(x / perLng + lng0),
    lat: (y) => Math.round(y / METRES_PER_UNIT + lat0),
  };
}

/** The same shape on the flat map. */
export const flatten = (shape: MultiPolygon, frame: Frame): MultiPolygon =>
  shape.map((polygon) => polygon.map((ring) => ring.map(([lng, lat]) => [frame.x(lng), frame.y(lat)])));
