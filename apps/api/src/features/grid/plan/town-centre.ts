import type { MultiPolygon, Position } from './geometry.js';

/** Where the town lies in a district: unit grids are small within `radius` of it and grow towards the rim. */
export interface TownCentre {
  readonly distance: (position: Position) => number;
  /** How many unit grids an area holds here, compared with the rim. */
  readonly density: (position: Position) => number;
}

const RURAL_TO_URBAN_AREA = 2.2;

/**
 * The middle of the town is where the district is broadest. `urbanShare` is the part of the unit grids in urban streets;
 * from it follows the part of the area, and so the radius.
 */
export function findTownCentre(outline: MultiPolygon, samples: readonly Position[], urbanShare: number): TownCentre {
  const middle = findMiddle(outline, samples);
  const distance = (position: Position) => Math.hypot(position[0] - middle[0], position[1] - middle[1]);
  const areaShare = urbanShare / (urbanShare + (1 - urbanShare) * RURAL_TO_URBAN_AREA);
  const radius = samples.map(distance).sort((a, b) => a - b)[Math.floor(areaShare * (samples.length - 1))] ?? 0;
  const mixed = urbanShare > 0 && urbanShare < 1;
  return { distance, density: (position) => (mixed ? fade(distance(position) / radius) : 1) };
}

/** From RURAL_TO_URBAN_AREA within the town down to 1, without a step. */
function fade(relative: number): number {
  const outwards = Math.min(1, Math.max(0, (relative - 0.8) / 0.5));
  return RURAL_TO_URBAN_AREA + (1 - RURAL_TO_URBAN_AREA) * outwards * outwards * (3 - 2 * outwards);
}

/** Far from the outline, and not far from the centroid. */
function findMiddle(outline: MultiPolygon, samples: readonly Position[]): Position {
  const centroid = meanOf(samples);
  const corners = outline.flat(2);
  let [best, bestScore]: [Position, number] = [centroid, -Infinity];
  const step = Math.max(1, Math.floor(samples.length / 1500));
  for (let i = 0; i < samples.length; i += step) {
    const sample = samples[i] ?? centroid;
    const depth = Math.sqrt(Math.min(...corners.map(([x, y]) => (x - sample[0]) ** 2 + (y - sample[1]) ** 2)));
    const score = depth - 0.5 * Math.hypot(sample[0] - centroid[0], sample[1] - centroid[1]);
    if (score > bestScore) [best, bestScore] = [sample, score];
  }
  return best;
}

export function meanOf(positions: readonly Position[]): Position {
  const sum = positions.reduce(([x, y], [px, py]) => [x + px, y + py] as const, [0, 0] as const);
  return [sum[0] / positions.length, sum[1] / positions.length];
}
