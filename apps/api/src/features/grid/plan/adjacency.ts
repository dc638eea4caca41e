import { edgesOf } from './dissolve.js';
import type { Frame, MultiPolygon, Position } from './geometry.js';

export interface Neighbour {
  readonly to: number;
  /** Metres of common border. */
  readonly length: number;
}
/** Unit grids as nodes, their common borders as weighted edges. */
export interface Adjacency {
  readonly neighbours: readonly (readonly Neighbour[])[];
  readonly positions: readonly Position[];
}

export function adjacencyOf(shapes: readonly MultiPolygon[], positions: readonly Position[], frame: Frame): Adjacency {
  const owners = new Map<string, number>();
  const shared = shapes.map(() => new Map<number, number>());
  shapes.forEach((shape, owner) => {
    for (const { from, to } of edgesOf([shape])) {
      owners.set(`${from} ${to}`, owner);
      const other = owners.get(`${to} ${from}`);
      if (other === undefined || other === owner) continue;
      const metres = Math.hypot(frame.x(to[0]) - frame.x(from[0]), frame.y(to[1]) - frame.y(from[1]));
      for (const [a, b] of [
        [owner, other],
        [other, owner],
      ] as const) {
        shared[a]?.set(b, (shared[a]?.get(b) ?? 0) + metres);
      }
    }
  });
  return { positions, neighbours: shared.map((lengths) => [...lengths].map(([to, length]) => ({ to, length }))) };
}
