import { isAuditAction } from '@wangge/contracts';
import type { Language } from '@wangge/domain';
import { auditTexts, texts } from '@wangge/texts';
import { type OutCell, workbookStream } from '../../platform/spreadsheet/index.js';
import type { Registers } from '../registers/index.js';
import type { TrailRow } from './trail-entry.js';

interface Mark {
  readonly at: string;
  readonly by: string;
  readonly districtCode: string;
}

const SHANGHAI_MS = 8 * 3_600_000;
const WIDTHS = [10, 20, 16, 22, 22, 38, 60, 66];

/** The entries as a workbook: texts and numbers, no formula, with who took it and when above the first row. */
export function trailWorkbook(portions: AsyncIterable<readonly TrailRow[]>, mark: Mark, registers: Registers, language: Language) {
  const t = texts(language, auditTexts);
  const line = t('audit.file.mark', { name: mark.by, time: localTime(new Date(mark.at)), district: mark.districtCode });
  const titles = (['link', 'at', 'actor', 'action', 'subject', 'subject-id', 'details', 'hash'] as const).map((column) =>
    t(`audit.column.${column}`),
  );
  async function* rows(): AsyncGenerator<OutCell[]> {
    yield [{ text: line, style: 'title' }];
    yield titles.map((text): OutCell => ({ text, style: 'optional' }));
    for await (const portion of portions) for (const row of portion) yield cellsOf(row);
  }
  const cellsOf = (row: TrailRow): OutCell[] => [
    row.link === null ? null : Number(row.link),
    localTime(row.at),
    row.actor_name,
    isAuditAction(row.action) ? t(`audit.action.${row.action}`) : row.action,
    registers.find(row.subject_type)?.label[language] ?? row.subject_type,
    row.subject_id,
    JSON.stringify(row.details),
    row.hash,
  ];
  const name = t('audit.file.name');
  return { name, chunks: workbookStream([{ name, widths: WIDTHS, rows: rows(), footer: line }]) };
}

/** `2026-11-23 18:05:09`, in Shanghai. */
const localTime = (at: Date): string => new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 19).replace('T', ' ');
