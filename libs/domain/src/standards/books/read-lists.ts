import type { StandardFinding, StandardLists, StandardRow } from '@wangge/contracts';
import { type Cell, cellText, isBlank } from '../../exchange/cell.js';
import { plainText } from '../../exchange/plain-text.js';
import type { Book, BookColumn, BookList } from './definition.js';
import { type Places, readStandardCell } from './read-standard-cell.js';

export interface SheetTable {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[];
}
export interface ReadLists {
  /** Only the lists that the file has. */
  readonly lists: StandardLists;
  readonly faults: readonly StandardFinding[];
}

/** Titles stand within the first rows: people put a heading above them. */
const HEADER_WITHIN = 10;

/** The lists of a book out of the sheets of a workbook. A sheet is a list by its titles, whatever it is called. */
export function readLists(book: Book, sheets: readonly SheetTable[], places: Places, is1904: boolean): ReadLists {
  const lists: Record<string, StandardRow[]> = {};
  const faults: StandardFinding[] = [];
  for (const sheet of sheets) {
    const found = findHeader(book, sheet);
    if (!found) continue;
    const { list, columns, at } = found;
    const fault = (row: number | null, column: string | null, rule: string, about = '') =>
      faults.push({ level: 'error', list: list.name, row, column, rule, about });
    if (lists[list.name]) fault(null, null, 'list-twice', sheet.name.slice(0, 31));
    for (const missing of list.columns.filter((column) => column.required && ![...columns.values()].includes(column)))
      fault(null, missing.name, 'column-missing');
    const rows: StandardRow[] = [];
    for (const { number, cells } of sheet.rows.slice(at + 1)) {
      const row = readRow(columns, cells, { places, is1904 }, (column, rule, about) => fault(number, column, rule, about));
      if (Object.keys(row).length > 0) rows.push(row);
    }
    lists[list.name] = rows;
  }
  return { lists, faults };
}

function readRow(
  columns: ReadonlyMap<number, BookColumn>,
  cells: readonly Cell[],
  { places, is1904 }: { readonly places: Places; readonly is1904: boolean },
  fault: (column: string, rule: string, about: string) => void,
): StandardRow {
  const row: Record<string, string> = {};
  for (const [index, column] of columns) {
    const cell = cells[index] ?? null;
    if (isBlank(cell)) continue;
    const reading = readStandardCell(column, cell, places, is1904);
    if ('rule' in reading) fault(column.name, reading.rule, cellText(cell).slice(0, 60));
    else if (reading.value !== '') row[column.name] = reading.value;
  }
  return row;
}

function findHeader(book: Book, { rows }: SheetTable) {
  const tried = rows.slice(0, HEADER_WITHIN).flatMap(({ cells }, at) =>
    book.lists.map((list) => ({ list, at, columns: columnsIn(list, cells) })),
  );
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (found, each) => (each.columns.size > (found?.columns.size ?? 0) ? each : found),
    undefined,
  );
  // A sheet that explains the columns names some of them too.
  const needed = best ? best.list.columns.filter(({ required }) => required).length : 0;
  return best && best.columns.size >= Math.max(2, Math.ceil(needed / 2)) ? best : undefined;
}

function columnsIn(list: BookList, cells: readonly Cell[]): Map<number, BookColumn> {
  const found = new Map<number, BookColumn>();
  cells.forEach((cell, index) => {
    const title = folded(cellText(cell));
    const column = list.columns.find(({ name, label }) => [name, label.zh, label.en].some((word) => folded(word) === title));
    if (column && ![...found.values()].includes(column)) found.set(index, column);
  });
  return found;
}

const folded = (text: string): string => plainText(text).normalize('NFKC').replace(/[*＊\s]/g, '').toLowerCase();
