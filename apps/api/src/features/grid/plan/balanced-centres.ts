import type { Position } from './geometry.js';
import type { Random } from './random.js';
import { meanOf } from './town-centre.js';

/** One of the areas to be made out of unit grids. */
export interface Part {
  /** How many unit grids it should have, about. */
  readonly size: number;
  /** The side its name speaks of (东 east, 北 north), as a direction; undefined for most names. */
  readonly lean?: Position | undefined;
}

interface Centre {
  position: Position;
  /** A larger centre reaches further. */
  bonus: number;
}

const ROUNDS = 60;

/** Each member goes to the nearest centre; centres move to the middle of theirs, and those with too few reach further. */
export function balancedCentres(
  positions: readonly Position[],
  members: readonly number[],
  parts: readonly Part[],
  random: Random,
): Map<number, number> {
  const place = (member: number): Position => positions[member] ?? [0, 0];
  const centres = nameCentres(spreadCentres(members.map(place), parts.length, random), parts);
  let partOf = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round++) {
    partOf = new Map(members.map((member) => [member, nearest(centres, place(member))]));
    const groups = parts.map((_, part) => members.filter((member) => partOf.get(member) === part).map(place));
    balance(centres, groups, parts, 1 - round / ROUNDS);
  }
  return partOf;
}

/** Far apart from each other: each next centre is drawn with a chance that grows with the distance to those drawn before. */
function spreadCentres(places: readonly Position[], count: number, random: Random): Position[] {
  const centres: Position[] = [];
  while (centres.length < count) {
    const chances = places.map((place) => Math.min(1e12, ...centres.map((centre) => squared(place, centre))));
    centres.push(places[drawIndex(chances, random)] ?? [0, 0]);
  }
  return centres;
}

function drawIndex(chances: readonly number[], random: Random): number {
  let left = random() * chances.reduce((sum, chance) => sum + chance, 0);
  for (const [index, chance] of chances.entries()) {
    left -= chance;
    if (left <= 0) return index;
  }
  return 0;
}

/** Gives each part the free centre that lies furthest to the side of its name; parts without a side take what is left. */
function nameCentres(free: Position[], parts: readonly Part[]): Centre[] {
  const centres: Centre[] = parts.map(() => ({ position: [0, 0], bonus: 0 }));
  const order = parts.map((part, i) => ({ lean: part.lean, i })).sort((a, b) => Number(!a.lean) - Number(!b.lean) || a.i - b.i);
  for (const { lean, i } of order) {
    const [x, y] = lean ?? [0, 0];
    free.sort((a, b) => b[0] * x + b[1] * y - a[0] * x - a[1] * y);
    const position = free.shift();
    if (position) centres[i] = { position, bonus: 0 };
  }
  return centres;
}

function nearest(centres: readonly Centre[], place: Position): number {
  let [best, least] = [0, Infinity];
  centres.forEach(({ position, bonus }, i) => {
    const reach = squared(position, place) - bonus;
    if (reach < least) [best, least] = [i, reach];
  });
  return best;
}

function balance(centres: readonly Centre[], groups: readonly Position[][], parts: readonly Part[], heat: number): void {
  centres.forEach((centre, i) => {
    const [group, size] = [groups[i] ?? [], parts[i]?.size ?? 1];
    if (group.length > 0) centre.position = meanOf(group);
    const spread = group.length > 0 ? group.reduce((sum, place) => sum + squared(place, centre.position), 0) / group.length : 1;
    centre.bonus += heat * Math.max(-1, 1 - group.length / size) * Math.max(spread, 1);
  });
}

const squared = (a: Position, b: Position) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
