import { Delaunay } from 'd3-delaunay';
import type { Position } from './geometry.js';
import type { Random } from './random.js';

const ROUNDS = 30;

/**
 * Spreads `count` sites over the samples, closer where the density is higher (Lloyd's method): each site moves to
 * the middle of the samples nearest to it, until the areas around them are about as round as they can be.
 */
export function spreadSites(
  samples: readonly Position[],
  count: number,
  density: (position: Position) => number,
  random: Random,
): Position[] {
  const weights = samples.map(density);
  let sites = drawSites(samples, weights, count, random);
  for (let round = 0; round < ROUNDS; round++) sites = relax(sites, samples, weights);
  return sites;
}

/** Draws along the summed weights with a jittered comb, so that no part of the district is left out. */
function drawSites(samples: readonly Position[], weights: readonly number[], count: number, random: Random): Position[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sites: Position[] = [];
  let passed = 0;
  let next = random();
  samples.forEach((sample, i) => {
    passed += ((weights[i] ?? 0) / total) * count;
    if (passed >= next && sites.length < count) {
      sites.push(sample);
      next = sites.length + random();
    }
  });
  if (sites.length < count) throw new RangeError(`${samples.length} samples are too few for ${count} sites`);
  return sites;
}

function relax(sites: readonly Position[], samples: readonly Position[], weights: readonly number[]): Position[] {
  const sums = sites.map(() => ({ x: 0, y: 0, weight: 0 }));
  const nearest = Delaunay.from(
    sites,
    ([x]) => x,
    ([, y]) => y,
  );
  let owner = 0;
  samples.forEach(([x, y], i) => {
    owner = nearest.find(x, y, owner);
    const [sum, weight] = [sums[owner], weights[i] ?? 0];
    if (!sum) return;
    sum.x += x * weight;
    sum.y += y * weight;
    sum.weight += weight;
  });
  return sums.map(({ x, y, weight }, i) => (weight > 0 ? [x / weight, y / weight] : (sites[i] ?? [0, 0])));
}
