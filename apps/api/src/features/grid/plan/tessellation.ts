import { dissolve, type Edge, edgesOf, outerEdges } from './dissolve.js';
import { areaOf, boxOf, type Box, contains, type MultiPolygon, type Polygon, type Position, type Ring } from './geometry.js';
import { clip } from './outline.js';

/** The cells clipped to the outline, one shape each. They share borders position by position. */
export function tessellate(cells: readonly Ring[], outline: MultiPolygon): MultiPolygon[] {
  const edges = [...edgesOf([outline])].map(({ from, to }) => boxOf([from, to]));
  const pieces = cells.map((cell) => clipCell(cell, outline, edges));
  const shapes = giveFragmentsToNeighbours(pieces.map(largestFirst));
  assertComplete(shapes, outline);
  return shapes;
}

function clipCell(cell: Ring, outline: MultiPolygon, edges: readonly Box[]): MultiPolygon {
  const box = boxOf(cell);
  if (edges.some((edge) => overlap(box, edge))) return clip([cell], outline);
  const [x, y] = cell[0] ?? [Number.NaN, Number.NaN];
  return contains(outline, x, y) ? [[cell]] : [];
}

const overlap = (a: Box, b: Box) => a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

const largestFirst = (shape: MultiPolygon) => [...shape].sort((a, b) => areaOf([b]) - areaOf([a]));

interface Fragment {
  readonly piece: Polygon;
  readonly owner: number;
}

/**
 * A bay of the outline can cut a cell in two. The smaller pieces go to the neighbour with the longest common border,
 * so that a unit grid hangs together; only an island without neighbours stays with its own cell.
 */
function giveFragmentsToNeighbours(cells: readonly (readonly Polygon[])[]): MultiPolygon[] {
  const shapes = cells.map(([main]): MultiPolygon => (main ? [main] : []));
  let loose: Fragment[] = cells.flatMap((pieces, owner) => pieces.slice(1).map((piece) => ({ piece, owner })));
  for (let before = -1; loose.length !== before; ) {
    before = loose.length;
    const ownerOf = ownersOfEdges(shapes);
    loose = loose.filter(({ piece }) => {
      const neighbour = longestNeighbour(piece, ownerOf);
      const shape = neighbour === undefined ? undefined : shapes[neighbour];
      if (neighbour === undefined || !shape) return true;
      shapes[neighbour] = dissolve([shape, [piece]]);
      return false;
    });
  }
  for (const { piece, owner } of loose) shapes[owner] = [...(shapes[owner] ?? []), piece];
  return shapes;
}

const edgeKey = (from: Position, to: Position) => `${from[0]},${from[1]} ${to[0]},${to[1]}`;

function ownersOfEdges(shapes: readonly MultiPolygon[]): Map<string, number> {
  const owners = new Map<string, number>();
  shapes.forEach((shape, owner) => {
    for (const { from, to } of edgesOf([shape])) owners.set(edgeKey(from, to), owner);
  });
  return owners;
}

function longestNeighbour(piece: Polygon, ownerOf: ReadonlyMap<string, number>): number | undefined {
  const shared = new Map<number, number>();
  for (const { from, to } of edgesOf([[piece]])) {
    const owner = ownerOf.get(edgeKey(to, from));
    if (owner !== undefined) shared.set(owner, (shared.get(owner) ?? 0) + lengthOf({ from, to }));
  }
  return [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

export const lengthOf = ({ from, to }: Edge): number => Math.hypot(to[0] - from[0], to[1] - from[1]);

/** Thrown when rounding tore the cells apart, which another drawing of the sites avoids. */
export class TornTessellation extends Error {}

/** Every edge that only one cell has must lie on the outline, and nothing may be missing. */
function assertComplete(shapes: readonly MultiPolygon[], outline: MultiPolygon): void {
  const [whole, sum] = [areaOf(outline), shapes.reduce((total, shape) => total + areaOf(shape), 0)];
  if (Math.abs(sum - whole) > 1e-7 * whole) throw new TornTessellation(`${sum} of ${whole} covered`);
  const border = [...edgesOf([outline])].map((edge) => ({ edge, box: boxOf([edge.from, edge.to]) }));
  const onOutline = ([x, y]: Position) =>
    border.some(
      ({ edge, box }) =>
        x >= box.west - 2 && x <= box.east + 2 && y >= box.south - 2 && y <= box.north + 2 && distanceTo(edge, x, y) < 2,
    );
  const torn = outerEdges(shapes).find(({ from, to }) => !onOutline(from) || !onOutline(to));
  if (torn) throw new TornTessellation(`neighbours disagree near ${torn.from}`);
}

function distanceTo({ from, to }: Edge, x: number, y: number): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy);
}
