/** A rectangle in pixels: its middle and its size. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Offset {
  readonly dx: number;
  readonly dy: number;
}
/** Something to be drawn, with the offsets it may take, the best first. */
export interface Placeable extends Box {
  readonly offsets: readonly Offset[];
}
/** Where a thing went; or, where no room was left, the nearest one placed before it, if there is any, to speak for it. */
export type Placement =
  | { readonly kind: 'placed'; readonly offset: Offset }
  | { readonly kind: 'crowded'; readonly by: number | undefined };

export const AT_HOME: Offset = { dx: 0, dy: 0 };

/** Home first, then rings of eight directions at the given distances. */
export function offsetsAround(...distances: readonly number[]): readonly Offset[] {
  const ring = (distance: number) =>
    Array.from({ length: 8 }, (_, eighth) => ({
      dx: Math.round(Math.cos((eighth * Math.PI) / 4) * distance),
      dy: Math.round(Math.sin((eighth * Math.PI) / 4) * distance),
    }));
  return [AT_HOME, ...distances.flatMap(ring)];
}

export function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

const CELL = 64;

/** Boxes by the cells they touch, so that a thousand of them are not compared with each other. */
class Field {
  private readonly cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  isFree(box: Box): boolean {
    return this.keys(box).every((key) => !this.cells.get(key)?.some((other) => overlap(other, box)));
  }

  private keys({ x, y, width, height }: Box): string[] {
    const keys: string[] = [];
    for (let column = Math.floor((x - width / 2) / CELL); column <= Math.floor((x + width / 2) / CELL); column++) {
      for (let row = Math.floor((y - height / 2) / CELL); row <= Math.floor((y + height / 2) / CELL); row++) {
        keys.push(`${column}:${row}`);
      }
    }
    return keys;
  }
}

export function moved(box: Box, { dx, dy }: Offset): Box {
  return { x: box.x + dx, y: box.y + dy, width: box.width, height: box.height };
}

/**
 * The collision rule of labels and markers: in the order given, each takes the first of its offsets that is free.
 * What finds no room is never drawn over others; the caller lets its neighbour count it, so that nothing is lost.
 */
export function arrange(items: readonly Placeable[], taken: readonly Box[] = []): readonly Placement[] {
  const field = new Field();
  for (const box of taken) field.add(box);
  const placed: { readonly index: number; readonly box: Box }[] = [];
  return items.map((item, index) => {
    const offset = item.offsets.find((candidate) => field.isFree(moved(item, candidate)));
    if (!offset) return { kind: 'crowded', by: nearest(placed, item) };
    const box = moved(item, offset);
    field.add(box);
    placed.push({ index, box });
    return { kind: 'placed', offset };
  });
}

function nearest(placed: readonly { readonly index: number; readonly box: Box }[], item: Box): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { index, box } of placed) {
    const distance = (box.x - item.x) ** 2 + (box.y - item.y) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
