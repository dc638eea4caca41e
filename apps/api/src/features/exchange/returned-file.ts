import {
  COLUMN_WORDS,
  columnsOf,
  isReasonsTitle,
  type Language,
  type RegisterDefinition,
  type RowFault,
  titleOfColumn,
} from '@wangge/domain';
import { exchangeTexts, texts } from '@wangge/texts';
import { type OutCell, workbookStream } from '../../platform/spreadsheet/index.js';
import type { AlikeRecord } from '../registers/index.js';
import type { TriedRow } from './import-parts.js';
import type { TableHead } from './reading/table-reading.js';

/** The sentences for what is wrong with a row. */
export function reasonsOf(definition: RegisterDefinition, faults: readonly RowFault[], language: Language): string {
  const t = texts(language, exchangeTexts);
  const columns = new Map(columnsOf(definition).map((column) => [column.name, column]));
  const sentences = faults.map(({ column: name, rule }) => {
    const column = name === null ? undefined : columns.get(name);
    const title = column ? titleOfColumn(definition, column, language) : titleWithout(name, language, t('row.whole'));
    return t(`row.${rule}`, { column: title });
  });
  return [...new Set(sentences)].join('\n');
}

/** What no column of a table says: the shape of a feature, or the row as a whole. */
const titleWithout = (name: string | null, language: Language, whole: string): string =>
  name === 'shape' ? COLUMN_WORDS.shape[language] : (name ?? whole);

/** What a row resembles, and why; called as whoever uploaded it may see it. */
export function alikeWords({ fields }: RegisterDefinition, { title, likeness }: AlikeRecord, language: Language): string {
  const t = texts(language, exchangeTexts);
  const why = likeness.parts.flatMap(({ field: name, finding }) => {
    const field = fields.find((each) => each.name === name);
    return field && (finding === 'same' || finding === 'close') ? [t(`alike.${finding}`, { field: field.label[language] })] : [];
  });
  return t('alike', { title, score: likeness.score, why: why.join(t('alike.and')) });
}

/**
 * The rows as they were uploaded, each with what is wrong with it in front: to be mended and uploaded again. It holds
 * nothing but what stood in the file, and those sentences.
 */
export function returnedFile(
  definition: RegisterDefinition,
  head: TableHead,
  portions: AsyncIterable<readonly TriedRow[]>,
  language: Language,
): AsyncGenerator<Buffer> {
  const kept = head.titles.flatMap((title, index) => (isReasonsTitle(title) ? [] : [{ title, index }]));
  const nameAt = new Map(head.columns);
  async function* rows(): AsyncGenerator<OutCell[]> {
    yield [
      { text: COLUMN_WORDS.reasons[language], style: 'required' },
      ...kept.map(({ title }): OutCell => ({ text: title, style: 'optional' })),
    ];
    for await (const portion of portions) for (const row of portion) yield rowOf(row);
  }
  function rowOf({ texts: cells, faults, alike }: TriedRow): OutCell[] {
    const wrong = new Set(faults.map(({ column }) => column));
    const said = [
      ...(faults.length > 0 ? [reasonsOf(definition, faults, language)] : []),
      ...(alike ? [alikeWords(definition, alike, language)] : []),
    ];
    const reasons: OutCell = said.length > 0 ? { text: said.join('\n'), style: 'reason' } : null;
    return [
      reasons,
      ...kept.map(({ index }): OutCell => {
        const text = cells[index] ?? '';
        return wrong.has(nameAt.get(index) ?? '') ? { text: text || ' ', style: 'wrong' } : text;
      }),
    ];
  }
  const widths = [48, ...kept.map(({ title }) => Math.min(40, Math.max(14, Array.from(title).length * 2 + 4)))];
  return workbookStream([{ name: definition.label[language].slice(0, 31), widths, rows: rows(), hasHeader: true }]);
}
