import type { ImportCoordinates } from '@wangge/contracts';
import {
  cellText,
  type HeaderReading,
  type RegisterDefinition,
  readHeader,
  type RowReading,
  rowReader,
  shownText,
  type ValueOptions,
} from '@wangge/domain';
import { type SheetRow, Workbook } from '../../../platform/spreadsheet/index.js';

/** Rows in which the titles of the columns are looked for. */
const HEADER_WITHIN = 30;
/** Few enough that no step of the server's own loop takes long. */
const PORTION = 250;

export interface TableOptions extends ValueOptions {
  readonly mostRows: number;
  /** In which system the file gives its points; what is stored is WGS-84. */
  readonly coordinates: ImportCoordinates;
}
/** A row as the file has it, and what it says. */
export interface ReadRow {
  readonly number: number;
  readonly texts: readonly string[];
  readonly reading: RowReading;
}
export interface TableHead {
  readonly titles: readonly string[];
  /** By the column of the sheet: the name of the register's column. */
  readonly columns: readonly (readonly [index: number, name: string])[];
  readonly unknown: readonly string[];
}

export type TableFault =
  | 'no-header'
  | 'columns-twice'
  | 'too-many-rows'
  | 'empty'
  | 'not-geojson'
  | 'foreign-crs'
  | 'no-geometry'
  | 'no-properties';

/** Why a file is no table of this register, in the words of `import.…`. */
export class TableError extends Error {
  override readonly name = 'TableError';

  constructor(readonly fault: TableFault) {
    super(fault);
  }
}

interface Found {
  readonly header: HeaderReading;
  readonly titles: readonly string[];
  /** What was read of the sheet behind the header, and the rest. */
  readonly first: readonly SheetRow[];
  readonly rest: AsyncGenerator<readonly SheetRow[]>;
}

/** Reads the table of a register out of a workbook: the first sheet with its columns' titles, portion by portion. */
export class TableReading {
  private count = 0;
  private waiting: SheetRow[] = [];
  private isOver = false;

  private constructor(
    private readonly found: Found,
    private readonly read: (cells: SheetRow['cells']) => RowReading,
    private readonly mostRows: number,
    private readonly is1904: boolean,
  ) {
    this.waiting.push(...found.first);
  }

  static async open(content: Buffer, definition: RegisterDefinition, options: TableOptions): Promise<TableReading> {
    const workbook = await Workbook.open(content);
    const found = await findTable(workbook, definition);
    if (found.header.twice.length > 0) throw new TableError('columns-twice');
    const read = rowReader(definition, found.header.columns, { ...options, is1904: workbook.is1904 });
    return new TableReading(found, read, options.mostRows, workbook.is1904);
  }

  get head(): TableHead {
    const { header, titles } = this.found;
    const columns = [...header.columns].map(([index, { name }]) => [index, name] as const);
    return { titles, columns, unknown: header.unknown };
  }

  /** The next rows; none when there are no more. */
  async next(): Promise<ReadRow[]> {
    while (this.waiting.length < PORTION && !this.isOver) {
      const { value, done } = await this.found.rest.next();
      if (done) this.isOver = true;
      else this.waiting.push(...value);
    }
    const rows = this.waiting.splice(0, PORTION);
    this.count += rows.length;
    if (this.count > this.mostRows) throw new TableError('too-many-rows');
    if (this.count === 0) throw new TableError('empty');
    return rows.map(({ number, cells }) => ({ number, texts: this.textsOf(cells), reading: this.read(cells) }));
  }

  private textsOf(cells: SheetRow['cells']): string[] {
    const { titles, header } = this.found;
    return cells.slice(0, titles.length).map((cell, index) => shownText(header.columns.get(index), cell, this.is1904));
  }
}

async function findTable(workbook: Workbook, definition: RegisterDefinition): Promise<Found> {
  for (const sheet of workbook.sheets) {
    if (sheet.isHidden) continue;
    const rest = workbook.rows(sheet);
    const first = await take(rest, HEADER_WITHIN);
    const headers = first.slice(0, HEADER_WITHIN).map(({ cells }) => readHeader(definition, cells));
    const sizes = headers.map((header) => (header ? header.columns.size + header.twice.length : 0));
    const at = sizes.indexOf(Math.max(0, ...sizes));
    const [header, row] = [headers[at], first[at]];
    if (header && row) return { header, titles: row.cells.map(cellText), first: first.slice(at + 1), rest };
    await rest.return(undefined);
  }
  throw new TableError('no-header');
}

async function take(rows: AsyncGenerator<readonly SheetRow[]>, least: number): Promise<SheetRow[]> {
  const taken: SheetRow[] = [];
  while (taken.length < least) {
    const { value, done } = await rows.next();
    if (done) break;
    taken.push(...value);
  }
  return taken;
}
