import type { Adjacency } from './adjacency.js';
import { joinPieces, smoothBorders } from './border-moves.js';
import type { DistrictDivisions, StreetDivision } from './divisions.js';
import type { Position } from './geometry.js';
import { leanOf } from './names.js';
import { partition } from './partition.js';
import type { Random } from './random.js';
import { growTown } from './town-growth.js';

/** 001–099 are urban streets (街道); from 100 on towns, townships and the like. */
export const isUrban = ({ code }: { readonly code: string }): boolean => Number(code.slice(6, 9)) < 100;

/**
 * How many unit grids each street should have. A street with few communities gets somewhat larger ones,
 * or it would be lost between the others on the map.
 */
export function streetSizes({ streets }: Pick<DistrictDivisions, 'streets'>, perCommunity: number): number[] {
  const communities = streets.reduce((sum, street) => sum + street.communities.length, 0);
  const mean = communities / streets.length;
  const weights = streets.map(({ communities: own }) => own.length * (mean / own.length) ** 0.25);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight / total) * communities * perCommunity);
}

/** Towns take the rim, urban streets the middle; then each ring is divided by itself, and the borders made smooth together. */
export function planStreets(
  graph: Adjacency,
  streets: readonly StreetDivision[],
  sizes: readonly number[],
  distance: (position: Position) => number,
  random: Random,
): Map<number, number> {
  const all = graph.positions.map((_, member) => member);
  const parts = streets.map(({ name }, i) => ({ size: sizes[i] ?? 1, lean: leanOf(name) }));
  const streetOf = new Map<number, number>();
  for (const [members, urban] of splitTown(graph, all, streets, sizes, distance)) {
    const own = streets.map((_, i) => i).filter((i) => isUrban(streets[i] ?? { code: '' }) === urban);
    const ownParts = own.flatMap((i) => parts[i] ?? []);
    if (own.length === 0) continue;
    partition(graph, members, ownParts, random).forEach((group, k) => {
      for (const member of group) streetOf.set(member, own[k] ?? 0);
    });
  }
  joinPieces(graph, all, streetOf);
  smoothBorders(graph, all, streetOf, parts, 0);
  return streetOf;
}

/** The unit grids nearest to the town's middle are urban, as many as the urban streets want. */
function splitTown(
  graph: Adjacency,
  all: readonly number[],
  streets: readonly StreetDivision[],
  sizes: readonly number[],
  distance: (position: Position) => number,
): [members: number[], urban: boolean][] {
  const towns = sizes.filter((_, i) => !isUrban(streets[i] ?? { code: '' }));
  const rural = towns.reduce((sum, size) => sum + size, 0);
  const place = (member: number) => distance(graph.positions[member] ?? [0, 0]);
  const outwards = [...all].sort((a, b) => place(a) - place(b));
  const count = Math.round(all.length - rural);
  const town = growTown(graph, outwards, count, { towns: towns.length, smallest: Math.min(...towns) });
  return [
    [all.filter((member) => town.has(member)), true],
    [all.filter((member) => !town.has(member)), false],
  ];
}
