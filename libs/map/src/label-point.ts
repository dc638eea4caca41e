import type { Boundary, Point } from '@wangge/contracts';

type Ring = readonly (readonly number[])[];
interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** Distance to the outline: negative outside. */
  readonly room: number;
}

/** The point of an area with the most room around it, where a label is read as belonging to it. */
export function labelPoint(boundary: Boundary): Point {
  const rings = largestPolygon(boundary);
  const outer = rings[0] ?? [];
  const xs = outer.map(([x = 0]) => x);
  const ys = outer.map(([, y = 0]) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  // A degree of longitude is shorter than one of latitude: measured alike, the roundest spot is found.
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180) || 1;
  const flat = rings.map((ring) => ring.map(([x = 0, y = 0]) => [x * stretch, y] as const));
  const best = roomiest(flat, west * stretch, south, east * stretch, north);
  return { lng: best.x / stretch, lat: best.y };
}

function largestPolygon({ geometry }: Boundary): readonly Ring[] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  const areas = geometry.coordinates.map((rings) => Math.abs(signedArea(rings[0] ?? [])));
  return geometry.coordinates[areas.indexOf(Math.max(...areas))] ?? [];
}

function signedArea(ring: Ring): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** Quarters the cells that may still hold a better spot, down to a hundredth of the area's size. */
function roomiest(rings: readonly Ring[], west: number, south: number, east: number, north: number): Cell {
  const side = Math.min(east - west, north - south);
  let best = cellAt(rings, (west + east) / 2, (south + north) / 2, 0);
  if (!(side > 0)) return best;
  const half = side / 2;
  const queue: Cell[] = [];
  for (let x = west; x < east; x += side) for (let y = south; y < north; y += side) queue.push(cellAt(rings, x + half, y + half, half));
  for (let cell = queue.pop(); cell; cell = queue.pop()) {
    if (cell.room > best.room) best = cell;
    if (cell.room + cell.half * Math.SQRT2 - best.room <= side / 100) continue;
    const quarter = cell.half / 2;
    for (const dx of [-quarter, quarter]) for (const dy of [-quarter, quarter]) queue.push(cellAt(rings, cell.x + dx, cell.y + dy, quarter));
  }
  return best;
}

function cellAt(rings: readonly Ring[], x: number, y: number, half: number): Cell {
  let inside = false;
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
      const [ax = 0, ay = 0] = ring[index] ?? [];
      const [bx = 0, by = 0] = ring[before] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      least = Math.min(least, distanceToSide(x, y, ax, ay, bx, by));
    }
  }
  return { x, y, half, room: inside ? least : -least };
}

function distanceToSide(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
