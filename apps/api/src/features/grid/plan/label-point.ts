import { boxOf, contains, flatten, type Frame, type MultiPolygon, type Position } from './geometry.js';

const FIRST_DIVISIONS = 12;
const REFINEMENTS = 6;

/** A point well inside a shape, where a label has room: the middle of the best square, divided again and again. */
export function labelPoint(shape: MultiPolygon, frame: Frame): Position {
  const flat = flatten(shape, frame);
  const { west, south, east, north } = boxOf(flat[0]?.[0] ?? []);
  let best: { position: Position; depth: number } = { position: flat[0]?.[0]?.[0] ?? [0, 0], depth: -Infinity };
  let [middle, width, height]: [Position, number, number] = [[(west + east) / 2, (south + north) / 2], east - west, north - south];
  for (let round = 0; round <= REFINEMENTS; round++) {
    for (const position of lattice(middle, width, height)) {
      if (!contains(flat, position[0], position[1])) continue;
      const depth = depthOf(flat, position);
      if (depth > best.depth) best = { position, depth };
    }
    middle = best.position;
    width /= FIRST_DIVISIONS / 4;
    height /= FIRST_DIVISIONS / 4;
  }
  return [frame.lng(best.position[0]), frame.lat(best.position[1])];
}

function* lattice([x, y]: Position, width: number, height: number): Generator<Position> {
  for (let row = 0; row < FIRST_DIVISIONS; row++) {
    for (let column = 0; column < FIRST_DIVISIONS; column++) {
      yield [x + ((column + 0.5) / FIRST_DIVISIONS - 0.5) * width, y + ((row + 0.5) / FIRST_DIVISIONS - 0.5) * height];
    }
  }
}

/** The distance to the nearest edge, squared. */
function depthOf(shape: MultiPolygon, [x, y]: Position): number {
  let least = Infinity;
  for (const ring of shape.flat()) {
    let before = ring[ring.length - 1];
    for (const position of ring) {
      if (before) least = Math.min(least, squaredDistance(before, position, x, y));
      before = position;
    }
  }
  return least;
}

function squaredDistance(from: Position, to: Position, x: number, y: number): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / squared));
  return (x - from[0] - t * dx) ** 2 + (y - from[1] - t * dy) ** 2;
}
