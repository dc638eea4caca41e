import { boxOf, type MultiPolygon, type Position } from './geometry.js';
import type { Random } from './random.js';

/** Points spread evenly over a shape, each standing for the same area. Rows are scanned, so large outlines stay cheap. */
export function sampleShape(shape: MultiPolygon, spacing: number, random: Random): Position[] {
  const { south, north } = boxOf(shape.flat(2));
  const samples: Position[] = [];
  for (let y = south + spacing / 2; y < north; y += spacing) {
    for (const [from, to] of insideIntervals(shape, y)) {
      const first = Math.ceil(from / spacing) * spacing;
      for (let x = first; x < to; x += spacing) samples.push([x + (random() - 0.5) * 0.8 * spacing, y]);
    }
  }
  return samples.filter(([x]) => Number.isFinite(x));
}

function insideIntervals(shape: MultiPolygon, y: number): [number, number][] {
  const crossings: number[] = [];
  for (const ring of shape.flat()) {
    let before = ring[ring.length - 1];
    for (const position of ring) {
      if (before && before[1] > y !== position[1] > y) {
        crossings.push(before[0] + ((y - before[1]) / (position[1] - before[1])) * (position[0] - before[0]));
      }
      before = position;
    }
  }
  crossings.sort((a, b) => a - b);
  const intervals: [number, number][] = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) intervals.push([crossings[i] ?? 0, crossings[i + 1] ?? 0]);
  return intervals;
}
