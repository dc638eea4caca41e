import type { FileLanguage, StandardLists } from '@wangge/contracts';
import type { Book, BookColumn, BookList, Places } from '@wangge/domain';
import { texts, standardTexts } from '@wangge/texts';
import { type Dropdown, type OutCell, type OutSheet, workbookStream } from '../../../platform/spreadsheet/index.js';

/** Rows beyond those that are filled in which a dropdown is offered too. */
const SPARE_ROWS = 500;

/** An edition to be edited in a spreadsheet program: a sheet for each list, one that explains the columns, and the choices. */
export function editionWorkbook(book: Book, lists: StandardLists, places: Places, language: FileLanguage): AsyncGenerator<Buffer> {
  const t = texts(language, standardTexts);
  const choosing = book.lists.flatMap((list) =>
    list.columns.flatMap((column, index) => {
      const words = wordsOf(column, places, language);
      return words.length > 0 ? [{ list, index, words }] : [];
    }),
  );
  const dictionary = t('standard.file.dictionary');
  const dropdownsOf = (list: BookList): Dropdown[] =>
    choosing.flatMap((each, from) =>
      each.list === list
        ? [{ column: each.index, lastRow: (lists[list.name]?.length ?? 0) + SPARE_ROWS, sheet: dictionary, from, count: each.words.length }]
        : [],
    );
  const guide = [
    [t('standard.file.list'), t('standard.file.column'), t('standard.file.need'), t('standard.file.how')].map((text) => ({ text, style: 'heading' as const })),
    ...book.lists.flatMap((list) =>
      list.columns.map((column) => [
        list.label[language],
        column.label[language],
        t(column.required ? 'standard.file.required' : 'standard.file.optional'),
        column.hint[language],
      ]),
    ),
    [],
    [t('standard.file.whole')],
  ];
  return workbookStream([
    ...book.lists.map((list) => sheetOf(list, lists, places, language, dropdownsOf(list))),
    { name: t('standard.file.guide'), widths: [20, 20, 12, 70], rows: guide, hasHeader: true },
    { name: dictionary, widths: choosing.map(() => 24), rows: columnsOf(choosing.map(({ words }) => words)), isHidden: true },
  ]);
}

function sheetOf(list: BookList, lists: StandardLists, places: Places, language: FileLanguage, dropdowns: Dropdown[]): OutSheet {
  const header = list.columns.map((column): OutCell => {
    const text = `${column.label[language]}${column.required ? ' *' : ''}`;
    return { text, style: column.required ? 'required' : 'optional' };
  });
  const rows = (lists[list.name] ?? []).map((row) => list.columns.map((column) => shown(column, row[column.name] ?? '', places, language)));
  const widths = list.columns.map(({ form }) => (form === 'text' ? 36 : 16));
  return { name: list.label[language], widths, rows: [header, ...rows], hasHeader: true, dropdowns };
}

/** By its words rather than by its code, where it has some. */
function shown(column: BookColumn, value: string, { departments }: Places, language: FileLanguage): string {
  if (column.form === 'department') return departmentWords(departments, value);
  return column.choices?.find(({ code }) => code === value)?.label[language] ?? value;
}

function departmentWords(departments: Places['departments'], id: string): string {
  const found = departments.find((department) => department.id === id);
  if (!found) return id;
  const isOne = departments.filter(({ name }) => name === found.name).length === 1;
  return isOne ? found.name : `${found.name}（${found.serves}）`;
}

function wordsOf(column: BookColumn, { departments }: Places, language: FileLanguage): string[] {
  if (column.form === 'department') return departments.map(({ id }) => departmentWords(departments, id));
  return column.choices?.map(({ label }) => label[language]) ?? [];
}

const columnsOf = (columns: readonly (readonly string[])[]): OutCell[][] =>
  Array.from({ length: Math.max(0, ...columns.map(({ length }) => length)) }, (_, row) => columns.map((words) => words[row] ?? null));
