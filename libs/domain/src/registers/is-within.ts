import type { Point, Ring } from '@wangge/contracts';

/** Whether a spot lies in an area, by how often a line to the east crosses the outline. The outline itself may be either. */
export function isWithin(ring: Ring, { lng, lat }: Point): boolean {
  let inside = false;
  ring.forEach(([x, y], index) => {
    const [px, py] = ring.at(index - 1) ?? [x, y];
    if (y > lat !== py > lat && lng < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
  });
  return inside;
}
