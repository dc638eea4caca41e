import { intersection, union } from 'polyclip-ts';
import { z } from 'zod';
import { type CoordinateSystem, toWgs84 } from '../../../platform/geo/coordinates.js';
import { areaOf, type MultiPolygon, type Polygon, type Position, type Ring, ringArea, toUnits } from './geometry.js';
import { GridInputError } from './input-error.js';

const FILE = 'boundary.geojson';

const Rings = z.array(z.array(z.array(z.number()).min(2)).min(3)).min(1);
const Area = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1) }),
]);
const Label = z
  .union([z.string(), z.number()])
  .optional()
  .catch(undefined)
  .transform((label) => String(label ?? ''));
const Properties = z.object({ adcode: Label, code: Label }).catch({ adcode: '', code: '' });
const Feature = z.object({ type: z.literal('Feature'), id: Label, properties: Properties, geometry: Area });
const Outline = z.union([
  z
    .object({ type: z.literal('FeatureCollection'), features: z.array(Feature).min(1) })
    .transform(({ features }) => features.map(toPart)),
  Feature.transform((feature) => [toPart(feature)]),
  Area.transform((area) => [{ area, owner: undefined }]),
]);

/** An area, and the district it says it belongs to. */
function toPart({ id, properties, geometry }: z.infer<typeof Feature>) {
  return { area: geometry, owner: [properties.adcode, properties.code, id].find((label) => /^\d{6}$/.test(label)) };
}

/** Reads the district's outline from `boundary.geojson` into WGS-84. Repeated points are cleaned, holes and islands kept. */
export function parseOutline(content: Uint8Array, system: CoordinateSystem, districtCode: string): MultiPolygon {
  const parsed = Outline.safeParse(parseJson(content));
  if (!parsed.success) {
    throw fault('应为 Polygon 或 MultiPolygon 的 GeoJSON', 'must be GeoJSON with Polygon or MultiPolygon geometry only');
  }
  const own = parsed.data.filter(({ owner }) => owner === undefined || owner === districtCode);
  if (own.length === 0) {
    const others = parsed.data.map(({ owner }) => owner).join(', ');
    throw fault(`边界属于 ${others}，不是 ${districtCode}`, `the outline is of ${others}, not of ${districtCode}`);
  }
  const polygons = own.flatMap(({ area }) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates));
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

function convert(place: readonly number[], system: CoordinateSystem): Position {
  const [lng = Number.NaN, lat = Number.NaN] = place;
  if (lat > 90 && lng <= 90) {
    throw fault(`坐标 ${lng},${lat} 的经纬度似乎颠倒`, `position ${lng},${lat} seems to have latitude first`);
  }
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
    throw fault(`坐标 ${lng},${lat} 不是经纬度`, `position ${lng},${lat} is not in degrees`);
  }
  const point = system === 'gcj02' ? toWgs84({ lng, lat }) : { lng, lat };
  return [toUnits(point.lng), toUnits(point.lat)];
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
