import type { RecordGeometry, Shape } from '@wangge/contracts';

/** More than any community's outline needs; what has more was not drawn by hand. */
export const MOST_SHAPE_VERTICES = 5000;

/** What can be wrong with a shape; each has its sentence in libs/texts. */
export const SHAPE_RULES = [
  'required',
  'shape-of-another-kind',
  'shape-too-many-vertices',
  'shape-too-few-vertices',
  'shape-open-ring',
  'shape-off-the-earth',
  'shape-self-crossing',
  'shape-broken',
] as const;
export type ShapeRule = (typeof SHAPE_RULES)[number];

type Position = readonly number[];

const KINDS: Readonly<Record<RecordGeometry, readonly Shape['type'][]>> = {
  none: [],
  point: [],
  line: ['LineString', 'MultiLineString'],
  area: ['Polygon', 'MultiPolygon'],
  any: ['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
};

/** The rule a shape breaks by itself. Whether it crosses itself, and where it lies, the database finds. */
export function shapeFault(geometry: RecordGeometry, shape: Shape): ShapeRule | undefined {
  if (!KINDS[geometry].includes(shape.type)) return 'shape-of-another-kind';
  const lines = linesOf(shape);
  const positions = lines.flat();
  if (positions.length > MOST_SHAPE_VERTICES) return 'shape-too-many-vertices';
  if (!positions.every(isOnEarth)) return 'shape-off-the-earth';
  if (positions.length === 0 || lines.some((line) => line.length < leastOf(shape))) return 'shape-too-few-vertices';
  return isArea(shape) && !lines.every(isClosed) ? 'shape-open-ring' : undefined;
}

/** Every line of a shape, rings among them; a point is a line of one. */
function linesOf(shape: Shape): readonly (readonly Position[])[] {
  switch (shape.type) {
    case 'Point':
      return [[shape.coordinates]];
    case 'LineString':
      return [shape.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates;
    case 'MultiPolygon':
      return shape.coordinates.flat();
  }
}

const isArea = ({ type }: Shape): boolean => type === 'Polygon' || type === 'MultiPolygon';
const leastOf = (shape: Shape): number => (isArea(shape) ? 4 : shape.type === 'Point' ? 1 : 2);
const isOnEarth = ([lng = Number.NaN, lat = Number.NaN]: Position): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}
