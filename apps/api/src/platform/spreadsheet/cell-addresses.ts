/** `C7` → column 2, row 7; `C` alone has row 0. Undefined where it is no address. */
export function addressOf(reference: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{0,7})$/i.exec(reference) ?? [];
  if (letters === '') return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}

/** 2 → `C`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A rectangle of cells, ends included. Columns from 0, rows from 1. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function mergeOf(reference: string): Merge | undefined {
  const [from = '', to = ''] = reference.split(':');
  const [a, b] = [addressOf(from), addressOf(to)];
  if (!a || !b || a.row === 0 || b.row === 0) return undefined;
  return {
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
  };
}
