import type { Position } from './geometry.js';

/**
 * Orders places as a page is read: in rows from north to south, each row from west to east.
 * Returns the indexes in reading order.
 */
export function readingOrder(places: readonly Position[]): number[] {
  const [norths, easts] = [places.map(([, y]) => y), places.map(([x]) => x)];
  const [top, height] = [Math.max(...norths), Math.max(...norths) - Math.min(...norths)];
  const width = Math.max(...easts) - Math.min(...easts);
  const rows = rowCount(places.length, width, height);
  const rowOf = (index: number) => Math.min(rows - 1, Math.floor(((top - (norths[index] ?? 0)) / (height || 1)) * rows));
  const indexes = places.map((_, index) => index);
  return indexes.sort((a, b) => rowOf(a) - rowOf(b) || (easts[a] ?? 0) - (easts[b] ?? 0) || a - b);
}

/** So many rows that a row is about as high as its places are wide. */
function rowCount(count: number, width: number, height: number): number {
  if (height === 0) return 1;
  if (width === 0) return count;
  return Math.max(1, Math.round(Math.sqrt((count * height) / width)));
}

/** Three digits counted up from 001, without the serials that were used before. */
export function* freeSerials(isUsed: (serial: string) => boolean): Generator<string> {
  for (let number = 1; number <= 999; number++) {
    const serial = String(number).padStart(3, '0');
    if (!isUsed(serial)) yield serial;
  }
}
