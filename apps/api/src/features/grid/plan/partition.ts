import type { Adjacency } from './adjacency.js';
import { balancedCentres, type Part } from './balanced-centres.js';
import { joinPieces, smoothBorders } from './border-moves.js';
import type { Position } from './geometry.js';
import type { Random } from './random.js';
import { meanOf } from './town-centre.js';

export type { Part } from './balanced-centres.js';

const TRIES = 12;

/**
 * Divides `members` into compact parts of about the wished sizes, each in one piece where the members allow it.
 * Several drawings are tried; the one with the shortest borders, the best balance and the places most like the names wins.
 */
export function partition(graph: Adjacency, members: readonly number[], parts: readonly Part[], random: Random): number[][] {
  if (parts.length === 1) return [[...members]];
  let best: { groups: number[][]; cost: number } | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const partOf = balancedCentres(graph.positions, members, parts, random);
    joinPieces(graph, members, partOf);
    smoothBorders(graph, members, partOf, parts);
    const groups = parts.map((_, part) => members.filter((member) => partOf.get(member) === part));
    const cost = costOf(graph, groups, partOf, parts);
    if (!best || cost < best.cost) best = { groups, cost };
  }
  return best?.groups ?? [];
}

function costOf(graph: Adjacency, groups: readonly number[][], partOf: ReadonlyMap<number, number>, parts: readonly Part[]): number {
  const all = groups.flat();
  let [cut, border] = [0, 0];
  for (const member of all) {
    for (const { to, length } of graph.neighbours[member] ?? []) {
      if (!partOf.has(to)) continue;
      border += length;
      if (partOf.get(to) !== partOf.get(member)) cut += length;
    }
  }
  const imbalance = parts.reduce((sum, { size }, i) => sum + ((groups[i]?.length ?? 0) / size - 1) ** 2, 0);
  const empty = groups.filter((group) => group.length === 0).length;
  return cut / (border || 1) + (0.5 * imbalance) / parts.length - 0.25 * likeness(graph, all, groups, parts) + 100 * empty;
}

/** How far the parts lie towards the sides that their names speak of, from -1 to 1. */
function likeness(graph: Adjacency, all: readonly number[], groups: readonly number[][], parts: readonly Part[]): number {
  const place = (members: readonly number[]) => meanOf(members.map((member) => graph.positions[member] ?? [0, 0]));
  const middle = place(all);
  const reach = Math.max(1, ...all.map((member) => distance(graph.positions[member] ?? middle, middle)));
  const leans = parts.flatMap(({ lean }, i) => {
    const group = groups[i];
    if (!lean || !group || group.length === 0) return [];
    const [x, y] = place(group);
    return [((x - middle[0]) * lean[0] + (y - middle[1]) * lean[1]) / reach];
  });
  return leans.reduce((sum, value) => sum + value, 0) / (leans.length || 1);
}

const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1]);
