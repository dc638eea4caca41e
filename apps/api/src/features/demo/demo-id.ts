import type { Random } from '../grid/index.js';

/** A UUID of version 7 that is the same each time. */
export function demoId(random: Random, at: string): string {
  const time = Date.parse(at).toString(16).padStart(12, '0');
  const bits = Array.from({ length: 20 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-a${bits.slice(3, 6)}-${bits.slice(6, 18)}`;
}
