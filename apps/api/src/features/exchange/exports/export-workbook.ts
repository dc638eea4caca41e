import type { RecordView } from '@wangge/contracts';
import { type FieldDefinition, type Language, type RegisterDefinition, titleOfColumn } from '@wangge/domain';
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
  const titles = [t('export.area'), ...fields.map((field) => titleOfColumn(definition, { name: field.name, field }, language))];
  const line = t('export.mark', { name: mark.accountName, time: localTime(mark.at), reason: mark.reason, id: mark.id });
  async function* rows(): AsyncGenerator<OutCell[]> {
    yield [{ text: line, style: 'title' }];
    yield titles.map((text): OutCell => ({ text, style: 'optional' }));
    for await (const page of pages) for (const record of page) yield rowOf(record, fields, t, language);
  }
  return workbookStream([
    {
      name: definition.label[language].replace(/[[\]:*?/\\']/g, ' ').slice(0, 31),
      widths: titles.map((title) => Math.min(40, Math.max(14, Array.from(title).length * 2 + 4))),
      rows: rows(),
      footer: line,
    },
    { name: t('export.about'), widths: [20, 80], rows: about(mark, line, titles, t), footer: line },
  ]);
}

function rowOf(record: RecordView, fields: readonly FieldDefinition[], t: Words, language: Language): OutCell[] {
  const { names } = record;
  return [[names.street, names.community, names.grid].join(' '), ...fields.map((field) => cellOf(record, field, t, language))];
}

function cellOf(record: RecordView, field: FieldDefinition, t: Words, language: Language): OutCell {
  const value = record.values[field.name] ?? null;
  if (value === null) return null;
  if (field.kind === 'reference') return record.referenceTitles[field.name] ?? null;
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
