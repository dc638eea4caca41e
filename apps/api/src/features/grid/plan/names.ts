import type { Position } from './geometry.js';

const SIDES = { 东: [1, 0], 西: [-1, 0], 南: [0, -1], 北: [0, 1] } as const;

/** The side a name speaks of: 东风街道 lies rather in the east. */
export function leanOf(name: string): Position | undefined {
  const letters = [...name].filter((letter): letter is keyof typeof SIDES => letter in SIDES);
  const [x, y] = letters.map((letter) => SIDES[letter]).reduce<Position>(([px, py], [dx, dy]) => [px + dx, py + dy], [0, 0]);
  const length = Math.hypot(x, y);
  return length > 0 ? [x / length, y / length] : undefined;
}

/** The place a committee is named after: 四海居社区居民委员会 → 四海居社区, 梁家村委会 → 梁家村. */
export function placeOf(committee: string): string {
  return committee.replace(/社区(居民委员会|居委会)$/, '社区').replace(/村(村民委员会|民委员会|委员会|委会)$/, '村');
}
