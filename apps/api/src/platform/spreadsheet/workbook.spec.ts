import { describe, expect, test } from '@jest/globals';
import type { Cell } from '@wangge/domain';
import Excel from 'exceljs';
import JSZip from 'jszip';
import { SpreadsheetError } from './spreadsheet-error.js';
import { Workbook } from './workbook.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

type Parts = Readonly<Record<string, string>>;

/** The least that is a workbook, part by part; what is given replaces or adds. */
async function craft(given: Parts = {}, compression: 'DEFLATE' | 'STORE' = 'DEFLATE'): Promise<Buffer> {
  const parts: Parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
    ...given,
  };
  const zip = new JSZip();
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression });
}
const sheet = (rows: string, behind = ''): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;

async function rowsOf(content: Buffer): Promise<(readonly [number, ...Cell[]])[]> {
  const workbook = await Workbook.open(content);
  const [first] = workbook.sheets;
  const rows: (readonly [number, ...Cell[]])[] = [];
  if (first)
    for await (const portion of workbook.rows(first)) for (const { number, cells } of portion) rows.push([number, ...cells]);
  return rows;
}
const faultOf = async (content: Buffer | Promise<Buffer>): Promise<string> => {
  try {
    await rowsOf(await content);
    return 'read';
  } catch (error) {
    return error instanceof SpreadsheetError ? error.fault : String(error);
  }
};

describe('a workbook', () => {
  test('of Excel is read as it is shown: texts, numbers, days, truth, errors and formulas', async () => {
    const workbook = new Excel.Workbook();
    const first = workbook.addWorksheet('人口');
    first.addRow(['姓名', '出生', '数', '是', '错', '式']);
    first.addRow(['张三', new Date(Date.UTC(1985, 5, 15)), 12.5, true, { error: '#N/A' }, { formula: 'A1', result: '甲' }]);
    first.addRow([{ richText: [{ text: '李' }, { font: { bold: true }, text: '四' }] }, null, '0012']);
    const rows = await rowsOf(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(rows).toEqual([
      [1, '姓名', '出生', '数', '是', '错', '式'],
      [2, '张三', { date: '1985-06-15' }, 12.5, true, { error: '#N/A' }, { formula: '甲' }],
      [3, '李四', null, '0012'],
    ]);
  });

  test('of LibreOffice and WPS too: prefixes, inline texts, cells without addresses, pronunciation, days of 1904', async () => {
    const content = await craft({
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:o="${OFFICE}"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="一" sheetId="1" o:id="rId1"/></x:sheets></x:workbook>`,
      'xl/styles.xml': `<x:styleSheet xmlns:x="${MAIN}"><x:numFmts><x:numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></x:numFmts><x:cellStyleXfs><x:xf numFmtId="14"/></x:cellStyleXfs><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="176"/><x:xf numFmtId="46"/></x:cellXfs></x:styleSheet>`,
      'xl/sharedStrings.xml': `<x:sst xmlns:x="${MAIN}"><x:si><x:t>東</x:t><x:rPh><x:t>とう</x:t></x:rPh><x:r><x:t xml:space="preserve"> 门_x000D_</x:t></x:r></x:si></x:sst>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>里&amp;面</x:t></x:is></x:c><x:c s="1"><x:v>43894</x:v></x:c><x:c s="2"><x:v>1.5</x:v></x:c></x:row><x:row r="5"><x:c r="B5" t="d"><x:v>2024-03-05T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(await rowsOf(content)).toEqual([
      [1, '東 门\r', '里&面', { date: '2024-03-05' }, 1.5],
      [5, null, { date: '2024-03-05' }],
    ]);
  });

  test('gives every cell of a merge the value of its first one', async () => {
    const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
    const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`;
    const rows =
      row(1, text('A1', '题')) +
      row(2, text('A2', '甲') + text('B2', '一')) +
      row(3, text('B3', '二')) +
      row(4, text('B4', '三'));
    const merges = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>';
    expect(await rowsOf(await craft({ 'xl/worksheets/sheet1.xml': sheet(rows, merges) }))).toEqual([
      [1, '题', '题', '题'],
      [2, '甲', '一'],
      [3, '甲', '二'],
      [4, null, '三'],
    ]);
  });

  test('with 60,000 empty rows costs next to nothing, and they are not told', async () => {
    const empty = Array.from(
      { length: 60_000 },
      (_, index) =>
        `<row r="${index + 2}"><c r="A${index + 2}" s="0"/><c r="B${index + 2}" t="inlineStr"><is><t>  </t></is></c></row>`,
    );
    const content = await craft({
      'xl/worksheets/sheet1.xml': sheet(`<row r="1"><c r="A1"><v>1</v></c></row>${empty.join('')}`),
    });
    expect(await rowsOf(content)).toEqual([[1, 1]]);
  });

  test('is read without the sheets a person does not see, if the reader asks', async () => {
    const workbook = new Excel.Workbook();
    workbook.addWorksheet('藏', { state: 'hidden' });
    workbook.addWorksheet('见');
    const { sheets } = await Workbook.open(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['藏', true],
      ['见', false],
    ]);
  });
});

describe('refused is', () => {
  const XXE = '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const LAUGHS = '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  const names = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  test.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['a text', 'not-a-workbook', () => Buffer.from('姓名,性别\n')],
    ['nothing', 'not-a-workbook', () => Buffer.alloc(0)],
    [
      'an archive of something else',
      'not-a-workbook',
      () => new JSZip().file('a.txt', 'a').generateAsync({ type: 'nodebuffer' }),
    ],
    ['the old format, or a password', 'old-format', () => Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
    ['a macro', 'macros', () => craft({ 'xl/vbaProject.bin': 'x' })],
    [
      'the format of macros',
      'macros',
      () =>
        craft({
          '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        }),
    ],
    [
      'a file of the outside (XXE)',
      'not-a-workbook',
      () => craft({ 'xl/worksheets/sheet1.xml': XXE + sheet('<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>') }),
    ],
    [
      'an entity of one’s own',
      'not-a-workbook',
      () => craft({ 'xl/sharedStrings.xml': `${LAUGHS}<sst><si><t>&b;</t></si></sst>` }),
    ],
    ['another encoding', 'not-a-workbook', () => craft({ 'xl/workbook.xml': '\u00ff\u00fe' })],
    ['XML that ends early', 'not-a-workbook', () => craft({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' })],
    ['a zip bomb', 'too-large', () => craft({ 'xl/worksheets/sheet1.xml': ' '.repeat(40 * 1024 * 1024) })],
    [
      '20,000 sheets',
      'too-large',
      () =>
        craft({
          'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><sheets>${names(20_000)
            .map((id) => `<sheet name="${id}" sheetId="${id}" r:id="rId1"/>`)
            .join('')}</sheets></workbook>`,
        }),
    ],
    ['2,000 parts', 'too-large', () => craft(Object.fromEntries(names(2000).map((id) => [`xl/media/${id}`, 'x'])))],
  ])('%s', async (_, fault, content) => expect(await faultOf(content())).toBe(fault));

  test('a part that inflates to more than it says', async () => {
    const content = await craft({
      'xl/worksheets/sheet1.xml': sheet(`<row r="1"><c r="A1" t="str"><v>${'a'.repeat(200_000)}</v></c></row>`),
    });
    expect(await faultOf(lyingAbout(content, 'xl/worksheets/sheet1.xml', 100))).toBe('not-a-workbook');
    expect(await faultOf(content)).toBe('read');
  });

  test('a path that leads out of the archive, and two parts of one name', async () => {
    const content = await craft({ 'xl/xxxxxxxxxxxxxx': 'x' });
    expect(await faultOf(replaced(content, 'xl/xxxxxxxxxxxxxx', '../../xxxxxxxxxxx'))).toBe('not-a-workbook');
    expect(await faultOf(replaced(await craft({ 'xl/workbook.xmm': 'x' }), 'xl/workbook.xmm', 'xl/workbook.xml'))).toBe(
      'not-a-workbook',
    );
  });

  test('whatever is left of a file that was damaged on its way', async () => {
    const content = await craft();
    for (let cut = 1; cut < content.length; cut += 97)
      expect([cut, await faultOf(content.subarray(0, cut))]).toEqual([cut, 'not-a-workbook']);
  });
});

const replaced = (content: Buffer, from: string, to: string): Buffer =>
  Buffer.from(content.toString('latin1').replaceAll(from, to), 'latin1');

/** The directory says another size than there is. */
function lyingAbout(content: Buffer, name: string, size: number): Buffer {
  const copy = Buffer.from(content);
  for (let at = copy.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const length = copy.readUInt16LE(at + 28);
    if (copy.toString('utf8', at + 46, at + 46 + length) === name) copy.writeUInt32LE(size, at + 24);
  }
  return copy;
}
