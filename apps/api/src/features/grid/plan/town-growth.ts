import type { Adjacency } from './adjacency.js';
import { reach } from './border-moves.js';

/** Of the countryside so much may be cut off by the town and then belongs to it. */
const SMALL_CORNER = 0.04;
/** How much of a smallest town a part of the countryside must hold to stand alone. */
const STANDS_ALONE = 0.7;

/** The towns around: how many there are, and how many unit grids the smallest of them should have. */
export interface Countryside {
  readonly towns: number;
  readonly smallest: number;
}

/**
 * Grows the town from the first member, always by the next one in order that touches it, to about `count` members. It may
 * reach the outline and part the countryside, but only into pieces that are large enough for a town each.
 */
export function growTown(graph: Adjacency, outwards: readonly number[], count: number, around: Countryside): Set<number> {
  const town = new Set<number>(outwards.slice(0, Math.min(1, count)));
  const refused = new Set<number>();
  let cuts = 0;
  while (town.size < count) {
    const next = outwards.find((member) => !town.has(member) && !refused.has(member) && touches(graph, member, town));
    if (next === undefined) break;
    const sides = otherSides(graph, town, next);
    const corners = sides.filter((side) => side.length <= SMALL_CORNER * (outwards.length - count));
    const pieces = sides.length - corners.length;
    const viable = sides.every((side) => corners.includes(side) || side.length >= STANDS_ALONE * around.smallest);
    if (!viable || cuts + pieces >= around.towns) {
      refused.add(next);
      continue;
    }
    cuts += pieces;
    for (const member of [next, ...corners.flat()]) town.add(member);
  }
  return town;
}

function touches(graph: Adjacency, member: number, town: ReadonlySet<number>): boolean {
  return (graph.neighbours[member] ?? []).some(({ to }) => town.has(to));
}

/** What would no longer hang together with the larger rest of the countryside, piece by piece. */
function otherSides(graph: Adjacency, town: ReadonlySet<number>, next: number): number[][] {
  const isFree = (member: number) => member !== next && !town.has(member);
  const pieces: number[][] = [];
  for (const { to } of graph.neighbours[next] ?? []) {
    if (isFree(to) && !pieces.some((piece) => piece.includes(to))) pieces.push(reach(graph, to, isFree));
  }
  return pieces.sort((a, b) => b.length - a.length).slice(1);
}
