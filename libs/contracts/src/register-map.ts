import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { GridLevel } from './grids.js';
import { RegisterName } from './registers.js';
import { Total } from './search.js';
import { Shape } from './shapes.js';
import { BoundingBox, GridCode, Id, Point } from './values.js';

/** A record on the map, called by its title: masked as everywhere. */
export const MapRecord = z.strictObject({
  id: Id,
  title: z.string(),
  point: Point,
  /** At its own spot, at that of a record it points at, or somewhere in its unit grid. */
  how: z.enum(['own', 'linked', 'grid']),
  /** Its line or area, as coarse as the window allows; only where a window shows few enough to draw. */
  shape: Shape.optional(),
});
export type MapRecord = z.infer<typeof MapRecord>;

export const MapArea = z.strictObject({ code: GridCode, name: z.string(), point: Point, total: z.int() });
export type MapArea = z.infer<typeof MapArea>;

/** What a register shows in a window: too many records are counted by area, the rest are shown one by one. */
export const RegisterWindow = z.union([
  z.strictObject({ kind: z.literal('areas'), level: GridLevel, total: z.int(), items: z.array(MapArea) }),
  z.strictObject({
    kind: z.literal('points'),
    total: z.int(),
    /** False where even one unit grid has more than are shown. */
    complete: z.boolean(),
    items: z.array(MapRecord),
  }),
]);
export type RegisterWindow = z.infer<typeof RegisterWindow>;

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** The corners of an area that was drawn, longitude first; the last is joined with the first. */
export const Ring = z.array(Position).min(3).max(200);
export type Ring = z.infer<typeof Ring>;

const InRegister = z.strictObject({ register: RegisterName });

export const registerMapApi = {
  window: endpoint({
    method: 'GET',
    path: '/registers/:register/map',
    access: 'register.read',
    summary: 'The records of a register in a window of the map, or their counts by area where they are too many.',
    params: InRegister,
    query: z.strictObject({ bbox: BoundingBox }),
    reply: RegisterWindow,
  }),
  select: endpoint({
    method: 'POST',
    path: '/registers/:register/map/selection',
    access: 'register.read',
    summary: 'Which records lie in an area that was drawn.',
    params: InRegister,
    body: z.strictObject({ ring: Ring }),
    reply: z.strictObject({ ...Total, items: z.array(z.strictObject({ id: Id, title: z.string() })) }),
  }),
} as const;
