import * as gcoord from 'gcoord';
import { intersection, union } from 'polyclip-ts';
import { z } from 'zod';
import { areaOf, type MultiPolygon, type Polygon, type Position, type Ring, ringArea, toUnits } from './geometry.js';
import { GridInputError } from './input-error.js';

/** The system the file's coordinates are in; maps of Chinese vendors are in GCJ-02. */
export const CoordinateSystem = z.enum(['gcj02', 'wgs84']);
export type CoordinateSystem = z.infer<typeof CoordinateSystem>;

const FILE = 'boundary.geojson';

const Coordinates = z.array(z.number()).min(2);
const Area = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Coordinates)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Coordinates))) }),
]);
const Feature = z.object({ type: z.literal('Feature'), geometry: Area });
const Outline = z.union([
  z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature).min(1) }).transform(({ features }) => features.map(toArea)),
  Feature.transform((feature) => [toArea(feature)]),
  Area.transform((area) => [area]),
]);

function toArea({ geometry }: z.infer<typeof Feature>) {
  return geometry;
}

/** Reads `boundary.geojson` into WGS-84. Self-touching or repeated points are cleaned, holes and islands kept. */
export function parseOutline(content: Uint8Array, system: CoordinateSystem): MultiPolygon {
  const areas = Outline.safeParse(parseJson(content));
  if (!areas.success) {
    throw fault('应为 Polygon 或 MultiPolygon 的 GeoJSON', 'must be GeoJSON with Polygon or MultiPolygon geometry only');
  }
  const polygons = areas.data.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates));
  const outline = clean(polygons.map((rings) => rings.map((ring) => ring.map((place) => convert(place, system)))));
  if (areaOf(outline) <= 0) throw fault('边界没有面积', 'the outline has no area');
  return outline;
}

function parseJson(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch {
    throw fault('不是有效的 JSON', 'is not valid JSON');
  }
}

// The package's types describe its ES build; Node loads the CommonJS one, whose only export is the default's content.
const { transform, GCJ02, WGS84 } = gcoord.default as unknown as (typeof gcoord.default)['default'];

function convert(place: readonly number[], system: CoordinateSystem): Position {
  const [lng = Number.NaN, lat = Number.NaN] = place;
  if (lat > 90 && lng <= 90) {
    throw fault(`坐标 ${lng},${lat} 的经纬度似乎颠倒`, `position ${lng},${lat} seems to have latitude first`);
  }
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
    throw fault(`坐标 ${lng},${lat} 不是经纬度`, `position ${lng},${lat} is not in degrees`);
  }
  const [x, y] = system === 'gcj02' ? transform([lng, lat], GCJ02, WGS84) : [lng, lat];
  return [toUnits(x), toUnits(y)];
}

function clean(polygons: MultiPolygon): MultiPolygon {
  const [first, ...others] = polygons.map((polygon) => toClipper([polygon]));
  return first ? fromClipper(union(first, ...others)) : [];
}

/** The part of a polygon that lies inside the outline; empty where they do not meet. */
export const clip = (polygon: Polygon, outline: MultiPolygon): MultiPolygon =>
  fromClipper(intersection(toClipper([polygon]), toClipper(outline)));

const toClipper = (shape: MultiPolygon) =>
  shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));

/** Back to whole units; what collapses when rounded is dropped. */
function fromClipper(shape: ReturnType<typeof union>): MultiPolygon {
  return shape
    .map((rings) => rings.map((ring, index) => toRing(ring, index === 0)).filter((ring) => ring.length > 2))
    .filter((rings) => rings.length > 0);
}

function toRing(places: readonly (readonly number[])[], outer: boolean): Ring {
  const ring: Position[] = [];
  for (const [lng = 0, lat = 0] of places) {
    const position: Position = [Math.round(lng), Math.round(lat)];
    if (!same(position, ring.at(-1))) ring.push(position);
  }
  while (ring.length > 0 && same(ring.at(-1), ring[0])) ring.pop();
  const area = ringArea(ring);
  if (area === 0) return [];
  return area > 0 === outer ? ring : ring.reverse();
}

const same = (a?: Position, b?: Position) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

function fault(zh: string, en: string): GridInputError {
  return new GridInputError([{ file: FILE, line: null, zh, en }]);
}
