import type { Adjacency } from './adjacency.js';
import { balancedCentres, type Part } from './balanced-centres.js';
import { joinPieces, reach, smoothBorders } from './border-moves.js';
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
  const { mainland, islands } = setIslandsAside(graph, members, parts.length);
  let best: { groups: number[][]; cost: number } | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const groups = drawParts(graph, mainland, parts, random);
    const cost = costOf(graph, groups, parts);
    if (!best || cost < best.cost) best = { groups, cost };
  }
  const groups = best?.groups ?? [];
  for (const island of islands) nearestGroup(graph, groups, island).push(...island);
  return groups;
}

/** Pieces too small for half a part join the nearest one in the end: none has to make do with an island. */
function setIslandsAside(graph: Adjacency, members: readonly number[], parts: number) {
  const all = new Set(members);
  const [mainland, islands]: [number[], number[][]] = [[], []];
  for (const start of members) {
    if (!all.has(start)) continue;
    const piece = reach(graph, start, (member) => all.has(member));
    for (const member of piece) all.delete(member);
    if (piece.length < members.length / parts / 2) islands.push(piece);
    else mainland.push(...piece);
  }
  return { mainland, islands };
}

function nearestGroup(graph: Adjacency, groups: readonly number[][], island: readonly number[]): number[] {
  const place = (member: number) => graph.positions[member] ?? [0, 0];
  const middle = meanOf(island.map(place));
  const distances = groups.map((group) => ({
    group,
    least: Math.min(...group.map((member) => distance(place(member), middle))),
  }));
  return distances.sort((a, b) => a.least - b.least)[0]?.group ?? [];
}

function drawParts(graph: Adjacency, members: readonly number[], parts: readonly Part[], random: Random): number[][] {
  const partOf = balancedCentres(graph.positions, members, parts, random);
  joinPieces(graph, members, partOf);
  smoothBorders(graph, members, partOf, parts);
  return parts.map((_, part) => members.filter((member) => partOf.get(member) === part));
}

function costOf(graph: Adjacency, groups: readonly number[][], parts: readonly Part[]): number {
  const all = groups.flat();
  const partOf = new Map(groups.flatMap((group, part) => group.map((member) => [member, part] as const)));
  let [cut, border] = [0, 0];
  for (const member of all) {
    for (const { to, length } of graph.neighbours[member] ?? []) {
      if (!partOf.has(to)) continue;
      border += length;
      if (partOf.get(to) !== partOf.get(member)) cut += length;
    }
  }
  const imbalances = parts.map(({ size }, i) => Math.abs(Math.log(Math.max(groups[i]?.length ?? 0, 0.01) / size)));
  return cut / (border || 1) + 0.4 * Math.max(...imbalances) - 0.25 * likeness(graph, all, groups, parts);
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
