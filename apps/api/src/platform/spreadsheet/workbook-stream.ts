import { columnLetters } from './cell-addresses.js';
import { LONGEST_TEXT } from './shared-strings.js';
import { STYLES, STYLESHEET, type Style } from './styles.js';
import { type ZipPart, zipStream } from './zip-stream.js';

/** A cell to be written: a text, never a formula. */
export type OutCell = string | number | null | { readonly text: string; readonly style: Style };

/** A column from which a person chooses, from row 2 on: the words stand in a column of another sheet. */
export interface Dropdown {
  readonly column: number;
  readonly lastRow: number;
  readonly sheet: string;
  readonly from: number;
  readonly count: number;
}
export interface OutSheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>;
  /** The first row stays in sight. */
  readonly hasHeader?: boolean;
  readonly isHidden?: boolean;
  readonly dropdowns?: readonly Dropdown[];
  /** Stands at the foot of each printed page. */
  readonly footer?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PORTION = 64 * 1024;

/** An .xlsx file in a stream, in constant memory however many rows there are. */
export function workbookStream(sheets: readonly OutSheet[]): AsyncGenerator<Buffer> {
  return zipStream(parts(sheets));
}

function* parts(sheets: readonly OutSheet[]): Generator<ZipPart> {
  yield { name: '[Content_Types].xml', chunks: [contentTypes(sheets)] };
  yield { name: '_rels/.rels', chunks: [relations([['officeDocument', 'xl/workbook.xml']])] };
  yield { name: 'xl/workbook.xml', chunks: [workbook(sheets)] };
  const targets = sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const);
  yield { name: 'xl/_rels/workbook.xml.rels', chunks: [relations([...targets, ['styles', 'styles.xml']])] };
  yield { name: 'xl/styles.xml', chunks: [STYLESHEET] };
  for (const [index, sheet] of sheets.entries()) yield { name: `xl/worksheets/sheet${index + 1}.xml`, chunks: worksheet(sheet) };
}

function contentTypes(sheets: readonly OutSheet[]): string {
  const kind = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${kind('workbook', 'sheet.main')}${kind('styles', 'styles')}${sheets.map((_, index) => kind(`worksheets/sheet${index + 1}`, 'worksheet')).join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbook(sheets: readonly OutSheet[]): string {
  const all = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escaped(name.slice(0, 31))}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${all.join('')}</sheets></workbook>`;
}

async function* worksheet({ widths, rows, hasHeader, dropdowns = [], footer }: OutSheet): AsyncGenerator<string> {
  const pane = hasHeader
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '';
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${STYLES.indexOf('text')}" customWidth="1"/>`,
  );
  let text = `${XML}<worksheet xmlns="${MAIN}">${pane}<cols>${columns.join('')}</cols><sheetData>`;
  let number = 0;
  for await (const cells of rows) {
    number += 1;
    text += `<row r="${number}">${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${number}`)).join('')}</row>`;
    if (text.length < PORTION) continue;
    yield text;
    text = '';
  }
  yield `${text}</sheetData>${validations(dropdowns)}${footOf(footer)}</worksheet>`;
}

function cellXml(cell: OutCell, address: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  const { text, style } = typeof cell === 'string' ? { text: cell, style: 'text' as const } : cell;
  return `<c r="${address}" s="${STYLES.indexOf(style)}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** `&` begins a code in a foot: two of them are the sign. */
const footOf = (footer: string | undefined): string =>
  footer === undefined ? '' : `<headerFooter><oddFooter>&amp;L${escaped(footer.replaceAll('&', '&&').slice(0, 200))}</oddFooter></headerFooter>`;

function validations(dropdowns: readonly Dropdown[]): string {
  if (dropdowns.length === 0) return '';
  const all = dropdowns.map(({ column, lastRow, sheet, from, count }) => {
    const [letters, source] = [columnLetters(column), columnLetters(from)];
    const list = escaped(`'${sheet}'!$${source}$1:$${source}$${count}`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letters}2:${letters}${lastRow}"><formula1>${list}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

/** What XML does not take is dropped, and what would be read as an escape is escaped itself. */
const escaped = (text: string): string =>
  text
    .slice(0, LONGEST_TEXT)
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
