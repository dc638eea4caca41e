import type { AttachmentType } from '@wangge/contracts';
import { apiError } from '../http/errors.js';
import { Archive } from '../spreadsheet/archive.js';
import { SpreadsheetError } from '../spreadsheet/spreadsheet-error.js';

const PDF = Buffer.from('%PDF-', 'latin1');
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const MACROS = /(^|\/)vbaProject\.bin$/i;

/** The part without which an archive is no document of its kind. */
const MAIN_PARTS = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['OFD.xml', 'application/ofd'],
] as const satisfies readonly (readonly [string, AttachmentType])[];

/**
 * The kind of document that bytes are, whatever they are called; undefined for what is none, or is an archive with
 * something amiss (see `Archive`). Nothing of it is inflated. Throws `attachment.macros` where it holds a program.
 */
export async function documentTypeOf(content: Buffer): Promise<AttachmentType | undefined> {
  if (content.subarray(0, PDF.length).equals(PDF)) return 'application/pdf';
  if (!content.subarray(0, ZIP.length).equals(ZIP)) return undefined;
  const names = await namesIn(content);
  if (names.some((name) => MACROS.test(name))) throw apiError('attachment.macros');
  return MAIN_PARTS.find(([part]) => names.includes(part))?.[1];
}

/** None where it is no archive that one would open. */
async function namesIn(content: Buffer): Promise<readonly string[]> {
  try {
    return (await Archive.open(content)).names;
  } catch (error) {
    if (error instanceof SpreadsheetError) return [];
    throw error;
  }
}
