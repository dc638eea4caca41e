const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const SPACE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A value of a JSON text by where it stands, and how deep it is nested. Nothing has been made of it yet. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/** The text ends, or goes on, where JSON does not. */
export class BrokenJson extends Error {
  override readonly name = 'BrokenJson';
}

/**
 * Finds the members of an object and the elements of a list in a JSON text, one after the other: however long the text
 * and however deep its values, no more is in memory than what its reader makes of one.
 */
export class JsonSlices {
  readonly start: number;

  constructor(private readonly bytes: Buffer) {
    this.start = this.skipSpace(bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0);
  }

  isObject({ start }: Pick<Slice, 'start'> = this): boolean {
    return this.bytes[start] === OPEN_OBJECT;
  }

  isList({ start }: Pick<Slice, 'start'>): boolean {
    return this.bytes[start] === OPEN_LIST;
  }

  text({ start, end }: Slice): string {
    return this.bytes.toString('utf8', start, end);
  }

  /** The text as one value. */
  whole(): Slice {
    return this.valueAt(this.start);
  }

  *members(at: number): Generator<readonly [name: string, value: Slice]> {
    let position = this.first(at, OPEN_OBJECT, CLOSE_OBJECT);
    while (position !== undefined) {
      const name = this.nameAt(position);
      const value = this.valueAt(name.valueStart);
      yield [name.text, value];
      position = this.next(value.end, CLOSE_OBJECT);
    }
  }

  *elements(at: number): Generator<Slice> {
    let position = this.first(at, OPEN_LIST, CLOSE_LIST);
    while (position !== undefined) {
      const value = this.valueAt(position);
      yield value;
      position = this.next(value.end, CLOSE_LIST);
    }
  }

  private first(at: number, open: number, close: number): number | undefined {
    if (this.bytes[at] !== open) throw new BrokenJson();
    const position = this.skipSpace(at + 1);
    return this.bytes[position] === close ? undefined : position;
  }

  /** Where the next part begins; undefined where there is none. */
  private next(end: number, close: number): number | undefined {
    const position = this.skipSpace(end);
    if (this.bytes[position] === close) return undefined;
    if (this.bytes[position] !== COMMA) throw new BrokenJson();
    return this.skipSpace(position + 1);
  }

  private nameAt(start: number): { readonly text: string; readonly valueStart: number } {
    if (this.bytes[start] !== QUOTE) throw new BrokenJson();
    const end = this.stringEnd(start);
    const colon = this.skipSpace(end);
    if (this.bytes[colon] !== COLON) throw new BrokenJson();
    return { text: this.bytes.toString('utf8', start + 1, end - 1), valueStart: this.skipSpace(colon + 1) };
  }

  private valueAt(start: number): Slice {
    let [position, depth, deepest] = [start, 0, 0];
    for (;;) {
      const byte = this.bytes[position];
      if (byte === undefined) throw new BrokenJson();
      if (byte === QUOTE) position = this.stringEnd(position);
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        depth += 1;
        deepest = Math.max(deepest, depth);
        position += 1;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth === 0) throw new BrokenJson();
        depth -= 1;
        position += 1;
      } else if (depth === 0) position = this.wordEnd(position);
      else position += 1;
      if (depth === 0) return { start, end: position, depth: deepest };
    }
  }

  private stringEnd(start: number): number {
    for (let position = start + 1; position < this.bytes.length; position += 1) {
      const byte = this.bytes[position];
      if (byte === QUOTE) return position + 1;
      if (byte === BACKSLASH) position += 1;
    }
    throw new BrokenJson();
  }

  /** A number, `true`, `false`, `null`: whatever it is, it ends at the next mark. */
  private wordEnd(start: number): number {
    let position = start;
    while (position < this.bytes.length && !this.isMark(position)) position += 1;
    if (position === start) throw new BrokenJson();
    return position;
  }

  private isMark(position: number): boolean {
    const byte = this.bytes[position] ?? 0;
    return byte === COMMA || byte === COLON || byte === CLOSE_OBJECT || byte === CLOSE_LIST || SPACE.has(byte);
  }

  private skipSpace(start: number): number {
    let position = start;
    while (SPACE.has(this.bytes[position] ?? 0)) position += 1;
    return position;
  }
}
