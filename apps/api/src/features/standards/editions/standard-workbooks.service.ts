import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type EditionView, type FileLanguage, MOST_STANDARD_FILE_BYTES, MOST_STANDARD_ROWS, type StandardFinding } from '@wangge/contracts';
import { bookOf, readLists, type SheetTable, type Viewer } from '@wangge/domain';
import { collectBody } from '../../../platform/http/body-stream.js';
import { apiError } from '../../../platform/http/errors.js';
import { SpreadsheetError, type SheetRow, Workbook } from '../../../platform/spreadsheet/index.js';
import { WorkGate } from '../../../platform/work/work-gate.js';
import { EditionViews } from './edition-views.js';
import { editionWorkbook } from './edition-workbook.js';
import { StandardEditions } from './standard-editions.service.js';

const MEBI = 1024 * 1024;
/** A book is small: what inflates to more is none. */
const LIMITS = { entries: 200, entryBytes: 24 * MEBI, totalBytes: 32 * MEBI, ratio: 150, smallBytes: 8 * MEBI };
/** Lists, a guide and dictionaries; what else a file holds is not looked at. */
const MOST_SHEETS = 8;

/** Editions as workbooks: out to be edited, in whole or not at all. */
@Injectable()
export class StandardWorkbooks {
  private readonly reading = new WorkGate(1, 10);

  constructor(
    private readonly editions: StandardEditions,
    private readonly views: EditionViews,
  ) {}

  async workbook(viewer: Viewer, id: string, language: FileLanguage): Promise<{ name: string; stream: Readable }> {
    return this.editions.inDistrict(viewer, async (tx) => {
      const edition = await this.editions.getEdition(tx, viewer, id);
      const context = await this.views.context(tx, viewer.districtCode, edition.lists, {});
      const book = bookOf(edition.book);
      return { name: `${book.label[language]}-${edition.number}`, stream: Readable.from(editionWorkbook(book, edition.lists, context, language)) };
    });
  }

  async import(viewer: Viewer, id: string, version: number, body: Readable): Promise<{ edition: EditionView | null; faults: StandardFinding[] }> {
    const [book, context] = await this.editions.inDistrict(viewer, async (tx) => {
      const edition = await this.editions.getEdition(tx, viewer, id);
      if (edition.state !== 'draft') throw apiError('standard.not-draft');
      return [bookOf(edition.book), await this.views.context(tx, viewer.districtCode, edition.lists, {})] as const;
    });
    const content = await collectBody(body, MOST_STANDARD_FILE_BYTES, 'import.file-too-large');
    const { sheets, is1904 } = await this.reading.run(() => readSheets(content));
    const { lists, faults } = readLists(book, sheets, context, is1904);
    if (Object.keys(lists).length === 0) throw apiError('import.no-header');
    if (faults.length > 0) return { edition: null, faults: [...faults] };
    return { edition: await this.editions.rewrite(viewer, id, version, (edition) => ({ ...edition.lists, ...lists })), faults: [] };
  }
}

async function readSheets(content: Buffer): Promise<{ sheets: SheetTable[]; is1904: boolean }> {
  try {
    const workbook = await Workbook.open(content, LIMITS);
    const sheets: SheetTable[] = [];
    let count = 0;
    for (const sheet of workbook.sheets.filter(({ isHidden }) => !isHidden).slice(0, MOST_SHEETS)) {
      const rows: SheetRow[] = [];
      for await (const portion of workbook.rows(sheet)) {
        rows.push(...portion);
        count += portion.length;
        if (count > MOST_STANDARD_ROWS + MOST_SHEETS * 100) throw apiError('standard.too-many-rows');
      }
      sheets.push({ name: sheet.name, rows });
    }
    return { sheets, is1904: workbook.is1904 };
  } catch (error) {
    throw error instanceof SpreadsheetError ? apiError(`import.${error.fault}`) : error;
  }
}
