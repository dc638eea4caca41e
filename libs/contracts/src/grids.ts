import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { GridCode, Point, queryNumber, words } from './values.js';

export const GridLevel = z.enum(['district', 'street', 'community', 'grid']);
export type GridLevel = z.infer<typeof GridLevel>;

/** The place of a record in the tree, down to its unit grid. */
export const Chain = z.strictObject({
  districtCode: z.string(),
  streetCode: z.string(),
  communityCode: z.string(),
  gridCode: z.string(),
});
export type Chain = z.infer<typeof Chain>;

export const ChainNames = z.strictObject({
  district: z.string(),
  street: z.string(),
  community: z.string(),
  grid: z.string(),
});
export type ChainNames = z.infer<typeof ChainNames>;

export const GridNode = z.strictObject({
  code: GridCode,
  name: z.string(),
  level: GridLevel,
  parentCode: z.string().nullable(),
  childCount: z.int(),
  /** A point inside the node, for labels. */
  center: Point,
  /** Square kilometres. */
  area: z.number(),
  /** Generated for demonstration, not surveyed. */
  fictional: z.boolean(),
});
export type GridNode = z.infer<typeof GridNode>;

const Successor = z.strictObject({ code: GridCode, name: z.string(), on: z.iso.date() });
/** A day of the local calendar: the tree is told as it was in the course of that day. */
const AsOf = z.iso.date().optional();

export const GridDetail = GridNode.extend({
  /** From the district down to the node itself. */
  path: z.array(z.strictObject({ code: GridCode, name: z.string(), level: GridLevel })),
  workers: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  validFrom: z.iso.date(),
  /** The day from which it is no more; null while it is valid. */
  validTo: z.iso.date().nullable(),
  /** The unit grids it was made from, and those it became. */
  madeFrom: z.array(Successor),
  became: z.array(Successor),
});
export type GridDetail = z.infer<typeof GridDetail>;

export const Located = z.strictObject({
  chain: Chain,
  names: ChainNames,
  /** `inside` a unit grid, on a `border` (the lower code wins), or `near`: outside every one but within the tolerance. */
  how: z.enum(['inside', 'border', 'near']),
  /** Metres to the unit grid; 0 unless `near`. */
  distance: z.number(),
});
export type Located = z.infer<typeof Located>;

const Position = z.array(z.number()).min(2).max(3);
export const Boundary = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  properties: z.object({ code: z.string(), name: z.string(), level: GridLevel, fictional: z.boolean() }),
  geometry: z.union([
    z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
  ]),
});
export type Boundary = z.infer<typeof Boundary>;
export const Boundaries = z.object({ type: z.literal('FeatureCollection'), features: z.array(Boundary) });
export type Boundaries = z.infer<typeof Boundaries>;

export const gridsApi = {
  list: endpoint({
    method: 'GET',
    path: '/grids',
    access: 'grid.read',
    summary: 'Children of a node (without `parent`: the districts), or nodes found by name or code.',
    query: z.strictObject({ parent: GridCode.optional(), q: words(40, 1).optional(), asOf: AsOf }),
    reply: z.strictObject({ items: z.array(GridNode) }),
  }),
  locate: endpoint({
    method: 'GET',
    path: '/grids/locate',
    access: 'grid.read',
    summary: 'The unit grid of a point with its whole chain.',
    query: z.strictObject({ lng: queryNumber(-180, 180), lat: queryNumber(-180, 180) }),
    reply: Located,
    errors: ['grid.outside-district', 'grid.swapped-coordinates'],
  }),
  boundaries: endpoint({
    method: 'GET',
    path: '/grids/boundaries',
    access: 'grid.read',
    summary: 'Outlines as GeoJSON: of a node and its children, or of a level below a node.',
    query: z.strictObject({ parent: GridCode, level: GridLevel.optional(), asOf: AsOf }),
    reply: Boundaries,
  }),
  get: endpoint({
    method: 'GET',
    path: '/grids/:code',
    access: 'grid.read',
    summary: 'One node with its path, workers, validity and lineage; also one that has ended.',
    params: z.strictObject({ code: GridCode }),
    reply: GridDetail,
  }),
} as const;
