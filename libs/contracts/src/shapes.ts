import { z } from 'zod';

/** GeoJSON positions, WGS-84; a height that some files carry is left out when it is stored. */
const Position = z.array(z.number()).min(2).max(3).readonly();
const Line = z.array(Position).readonly();
const Rings = z.array(Line).readonly();

/** A point, a line or an area (RFC 7946), as it is drawn or imported. */
export const Shape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: Position }),
  z.strictObject({ type: z.literal('LineString'), coordinates: Line }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: Rings }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: Rings }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).readonly() }),
]);
export type Shape = z.infer<typeof Shape>;
