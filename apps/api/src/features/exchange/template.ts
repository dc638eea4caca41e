import {
  type Column,
  columnsOf,
  type FieldDefinition,
  type Language,
  type RegisterDefinition,
  titleOfColumn,
} from '@wangge/domain';
import { exchangeTexts, texts } from '@wangge/texts';
import { type Dropdown, type OutCell, type OutSheet, workbookStream } from '../../platform/spreadsheet/index.js';
import type { Registers } from '../registers/index.js';

type Words = ReturnType<typeof wordsOf>;

const wordsOf = (language: Language) => texts(language, exchangeTexts);

/** Rows a dropdown is offered in. */
const LAST_ROW = 10_001;

/** The workbook a register is filled in with: made of its definition, whatever register it is. */
export function templateOf(definition: RegisterDefinition, registers: Registers, language: Language): AsyncGenerator<Buffer> {
  const t = wordsOf(language);
  const columns = columnsOf(definition);
  const dictionary = t('template.dictionary');
  const choosing = columns.flatMap((column, index) => {
    const words = dropdownOf(column, t, language);
    return words.length > 0 ? [{ index, words }] : [];
  });
  const dropdowns = choosing.map(
    ({ index, words }, from): Dropdown => ({ column: index, lastRow: LAST_ROW, sheet: dictionary, from, count: words.length }),
  );
  return workbookStream([
    {
      name: sheetName(definition.label[language]),
      widths: columns.map((column) => widthOf(titleOfColumn(definition, column, language))),
      rows: [columns.map((column) => headerOf(definition, column, language))],
      hasHeader: true,
      dropdowns,
    },
    {
      name: t('template.guide'),
      widths: [24, 16, 52, 24, 70],
      rows: guide(definition, registers, columns, t, language),
      hasHeader: true,
    },
    {
      name: dictionary,
      widths: choosing.map(() => 24),
      rows: rowsOf(choosing.map(({ words }) => words)),
      isHidden: true,
    } satisfies OutSheet,
  ]);
}

/** What a sheet may not be called by. */
const sheetName = (label: string): string => label.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31);

const widthOf = (title: string): number => Math.min(40, Math.max(12, Array.from(title).length * 2 + 4));

function headerOf(definition: RegisterDefinition, column: Column, language: Language): OutCell {
  const title = titleOfColumn(definition, column, language);
  const isNeeded = column.field === undefined || column.field.required === true;
  return isNeeded ? { text: `${title} *`, style: 'required' } : { text: title, style: 'optional' };
}

function dropdownOf({ field }: Column, t: Words, language: Language): readonly string[] {
  if (field?.kind === 'boolean') return [t('template.yes'), t('template.no')];
  // A dropdown puts one value into a cell: where several may stand, the guide lists them.
  if (field?.kind === 'choices') return [];
  return field?.choices?.map(({ label }) => label[language]) ?? [];
}

/** Columns of words as rows. */
function rowsOf(columns: readonly (readonly string[])[]): OutCell[][] {
  const length = Math.max(0, ...columns.map((words) => words.length));
  return Array.from({ length }, (_, row) => columns.map((words) => words[row] ?? null));
}

function* guide(
  definition: RegisterDefinition,
  registers: Registers,
  columns: readonly Column[],
  t: Words,
  language: Language,
): Generator<OutCell[]> {
  const titles = ['template.column', 'template.need', 'template.form', 'template.class', 'template.choices'] as const;
  yield titles.map((key) => ({ text: t(key), style: 'heading' }));
  for (const column of columns) {
    const cells = [
      titleOfColumn(definition, column, language),
      needOf(column, t),
      formOf(column, registers, t, language),
      column.field ? t(`template.class.${column.field.dataClass}`) : '',
      (column.field?.choices ?? []).map(({ code, label }) => `${code} ${label[language]}`).join('  '),
    ];
    yield cells.map((text) => ({ text, style: 'note' }));
  }
  yield [];
  const keys = definition.fields.filter(({ name }) => definition.naturalKey?.includes(name));
  const key = keys.map((field) => field.label[language]).join(' + ');
  const notes = [
    t('template.note.1'),
    key === '' ? t('template.note.no-key') : t('template.note.2', { key }),
    t('template.note.3'),
  ];
  for (const note of notes) yield [{ text: note, style: 'title' }];
}

function needOf({ field }: Column, t: Words): string {
  if (!field) return t('template.required-new');
  return t(field.required === true ? 'template.required' : 'template.optional');
}

const DEFAULT_MOST = { text: 100, 'long-text': 1000 } as const;

function formOf(column: Column, registers: Registers, t: Words, language: Language): string {
  if (!column.field) return t(`template.form.${column.name}`);
  const { kind, references = '' } = column.field;
  const register = registers.find(references)?.label[language] ?? references;
  return t(`template.form.${kind}`, { ...boundsOf(column.field), register });
}

function boundsOf({ kind, most, range = [0, 1000] }: FieldDefinition): { most: number; example: number } {
  const example = Math.max(range[0], Math.min(range[1], 12));
  return { most: most ?? (kind === 'long-text' ? DEFAULT_MOST[kind] : DEFAULT_MOST.text), example };
}
