import { areaOf, type MultiPolygon, type Polygon, type Position, type Ring, ringArea, ringContains } from './geometry.js';

/**
 * Unites shapes that share their borders position by position: an edge that two of them walk in opposite directions is
 * inside the union and disappears. Nothing is computed with coordinates, so the union's border is exactly theirs.
 */
export function dissolve(shapes: Iterable<MultiPolygon>): MultiPolygon {
  return toPolygons(toRings(outerEdges(shapes)));
}

export interface Edge {
  readonly from: Position;
  readonly to: Position;
}

const key = (position: Position): string => `${position[0]},${position[1]}`;

/** The edges that only one of the shapes has. */
export function outerEdges(shapes: Iterable<MultiPolygon>): Edge[] {
  const edges = new Map<string, Edge>();
  for (const edge of edgesOf(shapes)) {
    const [from, to] = [key(edge.from), key(edge.to)];
    if (!edges.delete(`${to} ${from}`)) edges.set(`${from} ${to}`, edge);
  }
  return [...edges.values()];
}

export function* edgesOf(shapes: Iterable<MultiPolygon>): Generator<Edge> {
  for (const shape of shapes) {
    for (const ring of shape.flat()) {
      let from = ring[ring.length - 1];
      for (const to of ring) {
        if (from) yield { from, to };
        from = to;
      }
    }
  }
}

/** Chains edges to rings. Where a walk meets its own track, the loop is cut off: rings touch themselves nowhere. */
function toRings(edges: readonly Edge[]): Ring[] {
  const outgoing = new Map<string, Position[]>();
  for (const { from, to } of edges) {
    const known = outgoing.get(key(from));
    if (known) known.push(to);
    else outgoing.set(key(from), [to]);
  }
  const rings: Ring[] = [];
  for (const { from } of edges) {
    const track: Position[] = [from];
    const placeOnTrack = new Map([[key(from), 0]]);
    for (let next = take(outgoing, from); next; next = take(outgoing, next)) {
      const place = placeOnTrack.get(key(next));
      if (place === undefined) {
        placeOnTrack.set(key(next), track.push(next) - 1);
        continue;
      }
      for (const passed of track.slice(place + 1)) placeOnTrack.delete(key(passed));
      rings.push(track.splice(place, track.length - place, next));
    }
  }
  return rings;
}

function take(outgoing: Map<string, Position[]>, from: Position): Position | undefined {
  return outgoing.get(key(from))?.pop();
}

function toPolygons(rings: readonly Ring[]): MultiPolygon {
  const outer = rings.filter((ring) => ringArea(ring) > 0).map((ring) => ({ ring, area: ringArea(ring), holes: [] as Ring[] }));
  outer.sort((a, b) => a.area - b.area);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0)) {
    outer.find(({ ring, area }) => area > -ringArea(hole) && surrounds(ring, hole))?.holes.push(hole);
  }
  return outer.map(({ ring, holes }): Polygon => [ring, ...holes]).sort((a, b) => areaOf([b]) - areaOf([a]));
}

/** Rings may share single positions: a point beside the middle of one of the hole's edges decides. */
function surrounds(ring: Ring, hole: Ring): boolean {
  const [a, b] = hole;
  if (!a || !b) return false;
  return ringContains(ring, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
}
