import { type Cell, isBlank } from '@wangge/domain';
import type { Archive } from './archive.js';
import { type Merge, mergeOf } from './cell-addresses.js';
import { SpreadsheetError } from './spreadsheet-error.js';

const MOST_MERGES = 50_000;
const END_OF_ROWS = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/;
const KEPT = 64;
const MOST_TAIL = 16 * 1024 * 1024;

/** Merges stand behind the rows they are about, so the part is looked through once before it is parsed. */
export async function readMerges(archive: Archive, part: string): Promise<readonly Merge[]> {
  let tail = '';
  let isTail = false;
  for await (const chunk of archive.read(part)) {
    tail += chunk.toString('latin1');
    if (!isTail) {
      const end = END_OF_ROWS.exec(tail);
      isTail = end !== null;
      tail = end ? tail.slice(end.index) : tail.slice(-KEPT);
    }
    if (tail.length > MOST_TAIL) throw new SpreadsheetError('too-large');
  }
  const merges: Merge[] = [];
  for (const [, reference = ''] of tail.matchAll(/<(?:\w+:)?mergeCell\s+ref="([^"]{1,40})"/g)) {
    const merge = mergeOf(reference);
    if (merge && merges.push(merge) > MOST_MERGES) throw new SpreadsheetError('too-large');
  }
  return merges.sort((a, b) => a.top - b.top);
}

/** Gives every cell of a merge the value of its first one. Rows are to come in their order. */
export class MergeFilling {
  private next = 0;
  private open: { readonly merge: Merge; readonly value: Cell }[] = [];

  constructor(
    private readonly merges: readonly Merge[],
    private readonly columns: number,
  ) {}

  fill(row: number, cells: Cell[]): void {
    if (this.merges.length === 0) return;
    this.open = this.open.filter(({ merge }) => merge.bottom >= row);
    for (let merge = this.merges[this.next]; merge && merge.top <= row; merge = this.merges[this.next]) {
      this.next += 1;
      if (merge.bottom >= row) this.open.push({ merge, value: merge.top === row ? (cells[merge.left] ?? null) : null });
    }
    for (const { merge, value } of this.open) {
      if (isBlank(value)) continue;
      for (let column = merge.left; column <= Math.min(merge.right, this.columns - 1); column += 1) cells[column] = value;
    }
  }
}
