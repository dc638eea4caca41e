import type { Point } from '@wangge/contracts';

const EARTH_METRES = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Metres along the great circle. */
export function distanceBetween(a: Point, b: Point): number {
  const lat = radians(b.lat - a.lat);
  const lng = radians(b.lng - a.lng);
  const h = Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lng / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Degrees from north, clockwise. */
export function bearingTo(from: Point, to: Point): number {
  const lng = radians(to.lng - from.lng);
  const y = Math.sin(lng) * Math.cos(radians(to.lat));
  const x =
    Math.cos(radians(from.lat)) * Math.sin(radians(to.lat)) -
    Math.sin(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.cos(lng);
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
}

export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export function directionTo(from: Point, to: Point): Direction {
  return DIRECTIONS[Math.round(bearingTo(from, to) / 45) % 8] ?? 'n';
}

/** "120 米" below a kilometre, rounded to ten; "1.3 公里" above. */
export function roundedDistance(metres: number): { readonly unit: 'metres' | 'kilometres'; readonly count: number } {
  if (metres < 995) return { unit: 'metres', count: Math.max(10, Math.round(metres / 10) * 10) };
  const kilometres = metres / 1000;
  return { unit: 'kilometres', count: kilometres < 10 ? Math.round(kilometres * 10) / 10 : Math.round(kilometres) };
}

/** Minutes on foot, as long as walking is what one would do. */
export function walkingMinutes(metres: number): number | null {
  return metres > 3000 ? null : Math.max(1, Math.round(metres / 75));
}
