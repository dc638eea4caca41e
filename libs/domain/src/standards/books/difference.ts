import type { StandardChange, StandardLists, StandardRow } from '@wangge/contracts';
import type { Book, BookList } from './definition.js';

export const keyOfRow = ({ key }: BookList, row: StandardRow): string => key.map((name) => row[name] ?? '').join(' ');

const isSame = ({ columns }: BookList, a: StandardRow, b: StandardRow): boolean =>
  columns.every(({ name }) => (a[name] ?? '') === (b[name] ?? ''));

/** What stands otherwise in a list than before; rows are the same by their key, whatever their order. */
export function changesBetween(book: Book, before: StandardLists, after: StandardLists): StandardChange[] {
  return book.lists.flatMap((list) => {
    const [old, now] = [rowsByKey(list, before[list.name]), rowsByKey(list, after[list.name])];
    const gone = [...old].filter(([key]) => !now.has(key)).map(([, row]) => change(list, 'removed', row, null));
    const rest = [...now].flatMap(([key, row]): StandardChange[] => {
      const was = old.get(key);
      if (!was) return [change(list, 'added', null, row)];
      return isSame(list, was, row) ? [] : [change(list, 'changed', was, row)];
    });
    return [...rest, ...gone];
  });
}

const rowsByKey = (list: BookList, rows: readonly StandardRow[] = []): Map<string, StandardRow> =>
  new Map(rows.map((row) => [keyOfRow(list, row), row]));

const change = (
  { name: list }: BookList,
  kind: StandardChange['kind'],
  before: StandardRow | null,
  after: StandardRow | null,
): StandardChange => ({ list, kind, before, after });
