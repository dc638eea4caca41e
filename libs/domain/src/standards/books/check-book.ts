import type { StandardFinding, StandardLists, StandardRow } from '@wangge/contracts';
import { bookRules, type CheckContext } from './check-rules.js';
import type { Book, BookList } from './definition.js';
import { keyOfRow } from './difference.js';
import { readStandardCell } from './read-standard-cell.js';

/** Everything wrong with an edition, in the order of its rows. Nothing with an `error` is published. */
export function checkBook(book: Book, lists: StandardLists, context: CheckContext): StandardFinding[] {
  const known = book.lists.map(({ name }) => name);
  const strange = Object.keys(lists).filter((name) => !known.includes(name));
  return [
    ...strange.map((list): StandardFinding => ({ level: 'error', list, row: null, column: null, rule: 'list-unknown', about: list })),
    ...book.lists.flatMap((list) => checkList(list, lists[list.name] ?? [], context)),
    ...bookRules(book.name, lists, context),
  ];
}

function checkList(list: BookList, rows: readonly StandardRow[], context: CheckContext): StandardFinding[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, index) => {
    const number = index + 1;
    const error = (column: string | null, rule: string, about = ''): StandardFinding => ({ level: 'error', list: list.name, row: number, column, rule, about });
    const cells = list.columns.flatMap((column) => {
      const text = row[column.name] ?? '';
      if (text === '') return column.required ? [error(column.name, 'required')] : [];
      const reading = readStandardCell(column, text, context);
      return 'rule' in reading ? [error(column.name, reading.rule, text)] : [];
    });
    const strange = Object.keys(row).filter((name) => !list.columns.some((column) => column.name === name));
    const key = likeness(keyOfRow(list, row));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, number);
    const [column = null] = list.key;
    return [
      ...cells,
      ...strange.map((name) => error(null, 'column-unknown', name)),
      ...(first === undefined ? [] : [error(column, 'twice', String(first))]),
    ];
  });
}

/** `1` and `01` are two codes for a machine and one for a reader. */
const likeness = (key: string): string => key.toLowerCase().replace(/(^|[^0-9])0+(?=\d)/g, '$1');
