import type { Adjacency } from './adjacency.js';
import type { Part } from './balanced-centres.js';

const MOST_PASSES = 40;
/** What an imbalance costs against the length of borders. */
const BALANCE = 0.9;

/** Gives pieces that are cut off from the rest of their part to the neighbouring part with the longest common border. */
export function joinPieces(graph: Adjacency, members: readonly number[], partOf: Map<number, number>): void {
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const loose = piecesOf(graph, members, partOf).filter((piece) => !piece.isMain);
    const moved = loose.filter(({ members: piece, part }) => {
      const target = bestNeighbour(graph, piece, partOf, part);
      if (target === undefined) return false;
      for (const member of piece) partOf.set(member, target);
      return true;
    });
    if (moved.length === 0) return;
  }
}

interface Piece {
  readonly part: number;
  readonly members: readonly number[];
  readonly isMain: boolean;
}

function piecesOf(graph: Adjacency, members: readonly number[], partOf: ReadonlyMap<number, number>): Piece[] {
  const seen = new Set<number>();
  const pieces: { part: number; members: number[] }[] = [];
  for (const start of members) {
    const part = partOf.get(start);
    if (seen.has(start) || part === undefined) continue;
    const piece = reach(graph, start, (member) => partOf.get(member) === part);
    for (const member of piece) seen.add(member);
    pieces.push({ part, members: piece });
  }
  pieces.sort((a, b) => b.members.length - a.members.length);
  const met = new Set<number>();
  return pieces.map((piece) => {
    const isMain = !met.has(piece.part);
    met.add(piece.part);
    return { ...piece, isMain };
  });
}

/** Everything that hangs together with `start` through allowed members. */
export function reach(graph: Adjacency, start: number, allowed: (member: number) => boolean): number[] {
  const found = [start];
  const seen = new Set(found);
  for (const member of found) {
    for (const { to } of graph.neighbours[member] ?? []) {
      if (seen.has(to) || !allowed(to)) continue;
      seen.add(to);
      found.push(to);
    }
  }
  return found;
}

function bestNeighbour(graph: Adjacency, piece: readonly number[], partOf: ReadonlyMap<number, number>, own: number) {
  const shared = new Map<number, number>();
  for (const member of piece) {
    for (const [part, length] of bordersOf(graph, member, partOf)) {
      if (part !== own) shared.set(part, (shared.get(part) ?? 0) + length);
    }
  }
  return [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

function bordersOf(graph: Adjacency, member: number, partOf: ReadonlyMap<number, number>): Map<number, number> {
  const borders = new Map<number, number>();
  for (const { to, length } of graph.neighbours[member] ?? []) {
    const part = partOf.get(to);
    if (part !== undefined) borders.set(part, (borders.get(part) ?? 0) + length);
  }
  return borders;
}

/** Moves single members across a border while that makes the borders shorter or the sizes fairer; never tears a part. */
export function smoothBorders(
  graph: Adjacency,
  members: readonly number[],
  partOf: Map<number, number>,
  parts: readonly Part[],
  balance: number = BALANCE,
): void {
  const counts = parts.map((_, part) => members.filter((member) => partOf.get(member) === part).length);
  const surplus = (part: number) =>
    (balance * ((counts[part] ?? 0) - (parts[part]?.size ?? 1))) / Math.sqrt(parts[part]?.size ?? 1);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let moves = 0;
    for (const member of members) {
      const from = partOf.get(member) ?? 0;
      const to = betterPart(graph, member, from, partOf, surplus);
      if (to === undefined || tears(graph, member, from, partOf)) continue;
      partOf.set(member, to);
      counts[from] = (counts[from] ?? 0) - 1;
      counts[to] = (counts[to] ?? 0) + 1;
      moves++;
    }
    if (moves === 0) return;
  }
}

function betterPart(
  graph: Adjacency,
  member: number,
  from: number,
  partOf: ReadonlyMap<number, number>,
  surplus: (part: number) => number,
): number | undefined {
  const borders = bordersOf(graph, member, partOf);
  const around = [...borders.values()].reduce((sum, length) => sum + length, 0) || 1;
  const gainOf = (to: number) =>
    ((borders.get(to) ?? 0) - (borders.get(from) ?? 0)) / around + surplus(from) - surplus(to) - 0.05;
  const [best] = [...borders.keys()]
    .filter((part) => part !== from)
    .map((part) => ({ part, gain: gainOf(part) }))
    .sort((a, b) => b.gain - a.gain || a.part - b.part);
  return best && best.gain > 0 ? best.part : undefined;
}

/** Whether the part would fall into pieces, or vanish, without the member. */
function tears(graph: Adjacency, member: number, part: number, partOf: ReadonlyMap<number, number>): boolean {
  const same = (graph.neighbours[member] ?? []).filter(({ to }) => partOf.get(to) === part).map(({ to }) => to);
  const [first, ...others] = same;
  if (first === undefined) return true;
  if (others.length === 0) return false;
  const reached = new Set(reach(graph, first, (to) => to !== member && partOf.get(to) === part));
  return others.some((to) => !reached.has(to));
}
