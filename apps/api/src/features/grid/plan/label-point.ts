import { boxOf, contains, flatten, type Frame, type MultiPolygon, type Position } from './geometry.js';

const DIVISIONS = 9;
const REFINEMENTS = 5;

/** A point well inside a shape, where a label has room: the middle of the best square, divided again and again. */
export function labelPoint(shape: MultiPolygon, frame: Frame): Position {
  const flat = flatten(shape, frame);
  const { west, south, east, north } = boxOf(flat[0]?.[0] ?? []);
  let best: { position: Position; depth: number } = { position: flat[0]?.[0]?.[0] ?? [0, 0], depth: -Infinity };
  let [middle, width, height]: [Position, number, number] = [
    [(west + east) / 2, (south + north) / 2],
    east - west,
    north - south,
  ];
  for (let round = 0; round <= REFINEMENTS; round++) {
    for (const position of lattice(middle, width, height)) {
      if (!contains(flat, position[0], position[1])) continue;
      const depth = depthOf(flat, position);
      if (depth > best.depth) best = { position, depth };
    }
    middle = best.position;
    width /= DIVISIONS / 3;
    height /= DIVISIONS / 3;
  }
  return [frame.lng(best.position[0]), frame.lat(best.position[1])];
}

function* lattice([x, y]: Position, width: number, height: number): Generator<Position> {
  for (let row = 0; row < DIVISIONS; row++) {
    for (let column = 0; column < DIVISIONS; column++) {
      yield [x + ((column + 0.5) / DIVISIONS - 0.5) * width, y + ((row + 0.5) / DIVISIONS - 0.5) * height];
    }
  }
}

/** The distance to the nearest edge, squared. The loop is hot: no calls in it. */
function depthOf(shape: MultiPolygon, [x, y]: Position): number {
  let least = Infinity;
  for (const polygon of shape) {
    for (const ring of polygon) {
      let [px, py] = ring[ring.length - 1] ?? [0, 0];
      for (const [qx, qy] of ring) {
        const [dx, dy] = [qx - px, qy - py];
        const along = (x - px) * dx + (y - py) * dy;
        const squared = dx * dx + dy * dy;
        const t = along <= 0 ? 0 : along >= squared ? 1 : along / squared;
        const distance = (x - px - t * dx) ** 2 + (y - py - t * dy) ** 2;
        if (distance < least) least = distance;
        [px, py] = [qx, qy];
      }
    }
  }
  return least;
}
