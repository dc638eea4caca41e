import type { Boundary, Point } from '@wangge/contracts';

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** From degrees to pixels of a small picture, north up. */
export interface Projection {
  readonly metresPerPixel: number;
  at(point: Point): { readonly x: number; readonly y: number };
}

const METRES_PER_DEGREE = 111_320;
/** Closer than this a picture shows nothing but the pin. */
const LEAST_METRES = 160;

/** Fits these points into the frame, with a margin on every side. */
export function projectionOf(points: readonly Point[], { width, height }: Frame, margin = 0.16): Projection {
  const lngs = points.map(({ lng }) => lng);
  const lats = points.map(({ lat }) => lat);
  const centre = { lng: middle(lngs), lat: middle(lats) };
  const shrink = Math.cos((centre.lat * Math.PI) / 180);
  const wide = Math.max(span(lngs) * METRES_PER_DEGREE * shrink, LEAST_METRES);
  const high = Math.max(span(lats) * METRES_PER_DEGREE, LEAST_METRES);
  const metresPerPixel = Math.max(wide / width, high / height) / (1 - 2 * margin);
  return {
    metresPerPixel,
    at: ({ lng, lat }) => ({
      x: width / 2 + ((lng - centre.lng) * METRES_PER_DEGREE * shrink) / metresPerPixel,
      y: height / 2 - ((lat - centre.lat) * METRES_PER_DEGREE) / metresPerPixel,
    }),
  };
}

export function ringsOf({ geometry }: Boundary): readonly (readonly Point[])[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ring.map(([lng = 0, lat = 0]) => ({ lng, lat })));
}

/** The `d` of a path: every ring closed. */
export function pathOf(boundary: Boundary, projection: Projection): string {
  const line = (ring: readonly Point[]) =>
    ring
      .map(projection.at)
      .map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
      .join('L');
  return ringsOf(boundary)
    .map((ring) => `M${line(ring)}Z`)
    .join('');
}

const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const middle = (values: readonly number[]) => (Math.max(...values) + Math.min(...values)) / 2;
