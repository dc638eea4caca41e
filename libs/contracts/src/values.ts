import { z } from 'zod';

/** A UUID made by whoever creates the record (version 7: it sorts by time). */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/**
 * An instant with its offset, e.g. `2026-06-12T16:40:00+08:00` or `…Z`. Years no record is from and offsets no place
 * has are refused here: a database takes neither.
 */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => /^(19|20|21)/.test(text) && !/[+-](1[5-9]|2\d):\d\d$/.test(text), 'out-of-range');
export type Instant = z.infer<typeof Instant>;

/**
 * Longitude and latitude in degrees, WGS-84 (equal to CGCS2000 within a metre). A latitude past 90 is let through to
 * the locator, which can then say that the two were swapped.
 */
export const Point = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-180).max(180) });
export type Point = z.infer<typeof Point>;

/** A code of the tree: 2 province, 4 city, 6 district, 9 street, 12 community or 15 unit grid digits. */
export const ScopeCode = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$/);
export type ScopeCode = z.infer<typeof ScopeCode>;

/** A node of the five levels: district, street, community or unit grid. */
export const GridCode = z.string().regex(/^(\d{6}|\d{9}|\d{12}|\d{15})$/);
export type GridCode = z.infer<typeof GridCode>;

/** SHA-256 of a file's content, lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256 = z.infer<typeof Sha256>;

/**
 * Text typed by a person: trimmed, without control characters other than line breaks and tabs, and without halves of
 * characters, which no database stores.
 */
export const words = (most: number, least = 0) =>
  z
    .string()
    .max(most)
    .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text), 'control-character')
    .refine((text) => !/\p{Surrogate}/u.test(text), 'half-character')
    .transform((text) => text.trim())
    .refine((text) => text.length >= least, 'too-short');

/** A whole number in a query string. */
export const queryInteger = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

/** A decimal number in a query string; `NaN`, `Infinity` and exponents are refused. */
export const queryNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,12}(\.\d{1,12})?$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

/** `a,b,c` in a query string. */
export const queryList = <T extends z.ZodType<unknown, string>>(item: T, most = 100) =>
  z
    .string()
    .max(8000)
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(most));

/** `west,south,east,north` in degrees. */
export const BoundingBox = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,12})?(,-?\d{1,3}(\.\d{1,12})?){3}$/)
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
  .refine(([west, south, east, north]) => west < east && south < north, 'empty-box');
export type BoundingBox = z.infer<typeof BoundingBox>;

/** A page of a list. `total` is exact up to a cap; beyond it `totalIs` says `atLeast`. */
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    total: z.int(),
    totalIs: z.enum(['exact', 'atLeast']),
    /** Pass as `cursor` to read on; null at the end. */
    nextCursor: z.string().nullable(),
  });
