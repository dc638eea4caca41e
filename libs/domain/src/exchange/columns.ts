import { type FieldDefinition, isBySystem, type RegisterDefinition } from '../registers/definition.js';
import { type Cell, cellText } from './cell.js';
import { plainText } from './plain-text.js';

/** A column of a table that a register takes: one of its fields, or where the record is. */
export type Column =
  | { readonly name: string; readonly field: FieldDefinition }
  | { readonly name: PlaceColumn; readonly field?: undefined };
export type PlaceColumn = 'gridCode' | 'lng' | 'lat';
export type Language = 'zh' | 'en';

/** What the columns are called that no definition names. The last one is written by us and never read. */
export const COLUMN_WORDS = {
  gridCode: { zh: '网格编码', en: 'Grid code' },
  lng: { zh: '经度', en: 'Longitude' },
  lat: { zh: '纬度', en: 'Latitude' },
  shape: { zh: '图形', en: 'Shape' },
  reasons: { zh: '错误原因', en: 'What is wrong' },
} as const;

/** The columns of a register's table, in their order: where it is first, then its fields. What the system keeps is none. */
export function columnsOf(definition: RegisterDefinition): readonly Column[] {
  const fields = definition.fields.filter((field) => !isBySystem(definition, field));
  const places: Column[] = definition.geometry === 'point' ? [{ name: 'lng' }, { name: 'lat' }] : [{ name: 'gridCode' }];
  return [...places, ...fields.map((field) => ({ name: field.name, field }))];
}

/** What stands above a column. Two fields of one name are told apart by the names they have in the API. */
export function titleOfColumn({ fields }: RegisterDefinition, column: Column, language: Language): string {
  if (column.field === undefined) return COLUMN_WORDS[column.name][language];
  const label = column.field.label[language];
  const reserved = [COLUMN_WORDS.gridCode, COLUMN_WORDS.lng, COLUMN_WORDS.lat, COLUMN_WORDS.reasons];
  const others = [...fields.map((field) => field.label[language]), ...reserved.map((words) => words[language])];
  return others.filter((other) => other === label).length > 1 ? `${label}（${column.name}）` : label;
}

export interface HeaderReading {
  /** By the column of the sheet, from 0. */
  readonly columns: ReadonlyMap<number, Column>;
  /** Titles that name nothing this register has. */
  readonly unknown: readonly string[];
  /** Columns that are there twice: which of them counts would be a guess. */
  readonly twice: readonly string[];
}

/** Reads a row as the titles of columns; undefined where none of it is one. */
export function readHeader(definition: RegisterDefinition, cells: readonly Cell[]): HeaderReading | undefined {
  const byTitle = titles(definition);
  const columns = new Map<number, Column>();
  const [unknown, twice]: [string[], string[]] = [[], []];
  const seen = new Set<string>();
  cells.forEach((cell, index) => {
    const text = cellText(cell);
    const title = folded(text);
    const column = byTitle.get(title);
    if (column && seen.has(column.name)) twice.push(plainText(text));
    else if (column) columns.set(index, column);
    else if (title !== '' && !REASONS.has(title)) unknown.push(plainText(text).slice(0, 60));
    if (column) seen.add(column.name);
  });
  return columns.size > 0 ? { columns, unknown: unknown.slice(0, 50), twice } : undefined;
}

function titles(definition: RegisterDefinition): Map<string, Column> {
  const found = new Map<string, Column>();
  for (const column of columnsOf(definition))
    for (const title of [titleOfColumn(definition, column, 'zh'), titleOfColumn(definition, column, 'en'), column.name])
      if (!found.has(folded(title))) found.set(folded(title), column);
  return found;
}

/** A star or the word 必填 marks what has to be filled in, and is no part of the title. */
const folded = (text: string): string =>
  plainText(text)
    .normalize('NFKC')
    .replace(/[*＊]|[(（](必填|required)[)）]/gi, '')
    .replace(/\s/g, '')
    .toLowerCase();

/** Whether a title is that of the column in which the server said what is wrong. */
export const isReasonsTitle = (text: string): boolean => REASONS.has(folded(text));

const REASONS: ReadonlySet<string> = new Set([folded(COLUMN_WORDS.reasons.zh), folded(COLUMN_WORDS.reasons.en)]);
