import type { MultiPolygon, Ring } from './geometry.js';

/** A shape as the database reads it, with all seven decimals and every ring closed. */
export function toText(shape: MultiPolygon): string {
  return `MULTIPOLYGON(${shape.map((polygon) => `(${polygon.map(ringText).join(',')})`).join(',')})`;
}

function ringText(ring: Ring): string {
  const closed = [...ring, ...ring.slice(0, 1)];
  return `(${closed.map(([lng, lat]) => `${decimal(lng)} ${decimal(lat)}`).join(',')})`;
}

const decimal = (units: number) => (units / 1e7).toFixed(7);
