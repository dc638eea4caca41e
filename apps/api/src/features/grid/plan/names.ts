import type { Position } from './geometry.js';

const SIDES = { 东: [1, 0], 西: [-1, 0], 南: [0, -1], 北: [0, 1] } as const;

/** The side a name speaks of: 东风街道 lies rather in the east. */
export function leanOf(name: string): Position | undefined {
  const letters = [...name].filter((letter): letter is keyof typeof SIDES => letter in SIDES);
  const [x, y] = letters.map((letter) => SIDES[letter]).reduce<Position>(([px, py], [dx, dy]) => [px + dx, py + dy], [0, 0]);
  const length = Math.hypot(x, y);
  return length > 0 ? [x / length, y / length] : undefined;
}
