import { placeNameOf } from '@wangge/domain';
import { adjacencyOf, type Adjacency } from './adjacency.js';
import { drawCells } from './cells.js';
import { dissolve } from './dissolve.js';
import type { DistrictDivisions, Division, StreetDivision } from './divisions.js';
import { areaOf, boxOf, flatten, type Frame, frameOf, type MultiPolygon, type Position } from './geometry.js';
import { GridInputError } from './input-error.js';
import { labelPoint } from './label-point.js';
import { leanOf } from './names.js';
import { freeSerials, readingOrder } from './numbering.js';
import { partition } from './partition.js';
import { type Random, seededRandom } from './random.js';
import { sampleShape } from './samples.js';
import { spreadSites } from './sites.js';
import { isUrban, planStreets, streetSizes } from './streets-plan.js';
import { tessellate, TornTessellation } from './tessellation.js';
import { findTownCentre } from './town-centre.js';

export interface PlannedNode {
  readonly code: string;
  readonly name: string;
  readonly level: 'district' | 'street' | 'community' | 'grid';
  readonly shape: MultiPolygon;
  /** A point well inside, for labels. */
  readonly center: Position;
  /** The outline of a district is real; what lies within is made up. */
  readonly fictional: boolean;
}

export interface PlanOptions {
  /** Unit grids a community, on average. */
  readonly gridsPerCommunity?: number;
  /** Codes of unit grids that were used before and stay free. */
  readonly usedCodes?: ReadonlySet<string>;
}

const TRIES = 6;
const SAMPLES_PER_GRID = 40;

/** Divides a district into streets, communities and unit grids. The same input gives the same plan on every machine. */
export function planDistrict(district: DistrictDivisions, outline: MultiPolygon, options: PlanOptions = {}): PlannedNode[] {
  const streets = district.streets.filter(({ communities }) => communities.length > 0);
  if (streets.length === 0) throw nothingToDivide();
  for (let attempt = 0; ; attempt++) {
    try {
      return drawPlan({ ...district, streets }, outline, options, seededRandom(`${district.code}/${attempt}`));
    } catch (error) {
      if (!(error instanceof TornTessellation) || attempt + 1 === TRIES) throw error;
    }
  }
}

function drawPlan(district: DistrictDivisions, outline: MultiPolygon, options: PlanOptions, random: Random): PlannedNode[] {
  const frame = frameOf(boxOf(outline.flat(2)));
  const sizes = streetSizes(district, options.gridsPerCommunity ?? 12);
  const count = Math.round(sizes.reduce((sum, size) => sum + size, 0));
  const flat = flatten(outline, frame);
  const samples = sampleShape(flat, Math.sqrt(areaOf(flat) / (count * SAMPLES_PER_GRID)), random);
  const urban = sizes.reduce((sum, size, i) => sum + (isUrban(district.streets[i] ?? district) ? size : 0), 0);
  const town = findTownCentre(flat, samples, urban / count);

  const sites = spreadSites(samples, count, town.density, random);
  const shapes = tessellate(drawCells(sites, frame, random), outline);
  const grids: Leaves = { shapes, graph: adjacencyOf(shapes, sites, frame), frame };
  const streetOf = planStreets(grids.graph, district.streets, sizes, town.distance, random);
  return [
    node(district, 'district', dissolve(shapes), frame),
    ...district.streets.flatMap((street, i) => {
      const members = [...streetOf].filter(([, owner]) => owner === i).map(([member]) => member);
      return planStreet(street, members, grids, options, random);
    }),
  ];
}

interface Leaves {
  readonly shapes: readonly MultiPolygon[];
  readonly graph: Adjacency;
  readonly frame: Frame;
}

function planStreet(
  street: StreetDivision,
  members: number[],
  grids: Leaves,
  options: PlanOptions,
  random: Random,
): PlannedNode[] {
  const size = members.length / street.communities.length;
  const parts = street.communities.map(({ name }) => ({ size, lean: leanOf(name) }));
  const groups = partition(grids.graph, members, parts, random);
  const communities = street.communities.map((community, i) => planCommunity(community, groups[i] ?? [], grids, options));
  const shape = dissolve(members.map((member) => grids.shapes[member] ?? []));
  return [node(street, 'street', shape, grids.frame), ...communities.flat()];
}

function planCommunity(
  community: Division,
  members: readonly number[],
  grids: Leaves,
  { usedCodes }: PlanOptions,
): PlannedNode[] {
  if (members.length === 0) throw new TornTessellation(`nothing is left for ${community.code}`);
  const { shapes, graph, frame } = grids;
  const serials = freeSerials((serial) => usedCodes?.has(community.code + serial) ?? false);
  const order = readingOrder(members.map((member) => graph.positions[member] ?? [0, 0]));
  const leaves = order.map((index, i) => {
    const serial = serials.next().value;
    if (serial === undefined) throw new RangeError(`no serials are left in ${community.code}`);
    const name = `${placeNameOf(community.name)}第${i + 1}网格`;
    return node({ code: community.code + serial, name }, 'grid', shapes[members[index] ?? -1] ?? [], frame);
  });
  return [node(community, 'community', dissolve(leaves.map(({ shape }) => shape)), frame), ...leaves];
}

function node({ code, name }: Division, level: PlannedNode['level'], shape: MultiPolygon, frame: Frame): PlannedNode {
  return { code, name, level, shape, center: labelPoint(shape, frame), fictional: level !== 'district' };
}

function nothingToDivide(): GridInputError {
  const [zh, en] = ['文件中没有任何社区', 'there is no community in the file'];
  return new GridInputError([{ file: 'divisions.csv', line: null, zh, en }]);
}
