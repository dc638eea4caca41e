import * as gcoord from 'gcoord';
import { z } from 'zod';
import type { Point, Shape } from '@wangge/contracts';

/** The system coordinates are given in; maps of Chinese vendors are in GCJ-02. Only WGS-84 is stored. */
export const CoordinateSystem = z.enum(['gcj02', 'wgs84']);
export type CoordinateSystem = z.infer<typeof CoordinateSystem>;

// The package's types describe its ES build; Node loads the CommonJS one, whose only export is the default's content.
const { transform, GCJ02, WGS84 } = gcoord.default as unknown as (typeof gcoord.default)['default'];

export function toWgs84({ lng, lat }: Point): Point {
  const [x, y] = transform([lng, lat], GCJ02, WGS84);
  return { lng: x, lat: y };
}

/** Every position of a shape; heights are left out. */
export function shapeToWgs84(shape: Shape): Shape {
  const one = ([lng = 0, lat = 0]: readonly number[]): readonly number[] => {
    const moved = toWgs84({ lng, lat });
    return [moved.lng, moved.lat];
  };
  switch (shape.type) {
    case 'Point':
      return { type: 'Point', coordinates: one(shape.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: shape.coordinates.map(one) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: shape.coordinates.map((line) => line.map(one)) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: shape.coordinates.map((line) => line.map(one)) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: shape.coordinates.map((rings) => rings.map((line) => line.map(one))) };
  }
}
