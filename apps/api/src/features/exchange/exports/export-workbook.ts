import type { ChainNames, CollectionField, CollectionRow, FieldValue, RecordView, RegisterField } from '@wangge/contracts';
import { type Choice, type FieldDefinition, type Language, type RegisterDefinition, titleOfColumn } from '@wangge/domain';
import { exchangeTexts, texts } from '@wangge/texts';
import { type OutCell, workbookStream } from '../../../platform/spreadsheet/index.js';
import type { StoredExport } from './stored-export.js';

type Words = ReturnType<typeof wordsOf>;

/** Whose file it is, and of when. */
export type ExportMark = Pick<StoredExport, 'id' | 'columns' | 'reason' | 'accountName' | 'scope'> & { readonly at: string };

const wordsOf = (language: Language) => texts(language, exchangeTexts);
const SHANGHAI_MS = 8 * 3_600_000;

/**
 * A workbook of records as they are shown: who took it, when and what for stands above its first row, at the foot of
 * each printed page and on a sheet of its own. Every cell is a text or a number, none a formula.
 */
export function exportWorkbook(
  definition: RegisterDefinition,
  mark: ExportMark,
  pages: AsyncIterable<readonly RecordView[]>,
  language: Language,
): AsyncGenerator<Buffer> {
  const t = wordsOf(language);
  const fields = mark.columns.flatMap((name) => definition.fields.find((field) => field.name === name) ?? []);
  const titles = fields.map((field) => titleOfColumn(definition, { name: field.name, field }, language));
  return markedWorkbook({ name: definition.label[language], titles }, mark, rowsIn(pages, (record) => rowOf(record, fields, t, language)), language);
}

/** The same of a table: its columns may stand in several registers, or be questions of its own. */
export function collectionWorkbook(
  { title, fields }: { readonly title: string; readonly fields: readonly CollectionField[] },
  mark: ExportMark,
  pages: AsyncIterable<readonly CollectionRow[]>,
  language: Language,
): AsyncGenerator<Buffer> {
  const t = wordsOf(language);
  const titles = fields.map(({ path, field }) => [...path, field.label].map((label) => label[language]).join(' › '));
  const cells = ({ names, values, referenceTitles }: CollectionRow): OutCell[] => [
    placeOf(names),
    ...fields.map(({ key, field }) => cellOf(values[key] ?? null, referenceTitles[key], field, t, language)),
  ];
  return markedWorkbook({ name: title, titles }, mark, rowsIn(pages, cells), language);
}

function markedWorkbook(
  { name, titles }: { readonly name: string; readonly titles: readonly string[] },
  mark: ExportMark,
  cells: AsyncIterable<OutCell[]>,
  language: Language,
): AsyncGenerator<Buffer> {
  const t = wordsOf(language);
  const head = [t('export.area'), ...titles];
  const line = t('export.mark', { name: mark.accountName, time: localTime(mark.at), reason: mark.reason, id: mark.id });
  async function* rows(): AsyncGenerator<OutCell[]> {
    yield [{ text: line, style: 'title' }];
    yield head.map((text): OutCell => ({ text, style: 'optional' }));
    yield* cells;
  }
  return workbookStream([
    {
      name: name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31),
      widths: head.map((title) => Math.min(40, Math.max(14, Array.from(title).length * 2 + 4))),
      rows: rows(),
      footer: line,
    },
    { name: t('export.about'), widths: [20, 80], rows: about(mark, line, head, t), footer: line },
  ]);
}

async function* rowsIn<Row>(pages: AsyncIterable<readonly Row[]>, cells: (row: Row) => OutCell[]): AsyncGenerator<OutCell[]> {
  for await (const page of pages) for (const row of page) yield cells(row);
}

const placeOf = (names: ChainNames): string => [names.street, names.community, names.grid].join(' ');

function rowOf({ names, values, referenceTitles }: RecordView, fields: readonly FieldDefinition[], t: Words, language: Language): OutCell[] {
  return [placeOf(names), ...fields.map((field) => cellOf(values[field.name] ?? null, referenceTitles[field.name], field, t, language))];
}

function cellOf(
  value: FieldValue,
  referenceTitle: string | undefined,
  field: Pick<RegisterField, 'kind'> & { readonly choices?: readonly Choice[] | null },
  t: Words,
  language: Language,
): OutCell {
  if (value === null) return null;
  if (field.kind === 'reference') return referenceTitle ?? null;
  if (typeof value === 'boolean') return t(value ? 'template.yes' : 'template.no');
  if (typeof value === 'number') return value;
  return field.choices?.find(({ code }) => code === value)?.label[language] ?? value;
}

function about(mark: ExportMark, line: string, titles: readonly string[], t: Words): OutCell[][] {
  return [
    [{ text: line, style: 'title' }],
    [t('export.about-scope'), mark.scope],
    [t('export.about-columns'), titles.join('、')],
    [t('export.about-masks')],
  ];
}

/** `2026-11-23 18:05`, in Shanghai. */
const localTime = (instant: string): string =>
  new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');
