import { describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import fc from 'fast-check';
import { isDateFormat, dayOfSerial } from './number-formats.js';
import { Workbook } from './workbook.js';
import { type OutCell, workbookStream } from './workbook-stream.js';

async function write(rows: readonly (readonly OutCell[])[]): Promise<Buffer> {
  const dropdowns = [{ column: 1, lastRow: 100, sheet: '字典', from: 0, count: 2 }];
  const chunks: Buffer[] = [];
  const sheets = [
    { name: '人口 <一>', widths: [10, 20], rows, hasHeader: true, dropdowns },
    { name: '字典', widths: [10], rows: [['男'], ['女']], isHidden: true },
  ];
  for await (const chunk of workbookStream(sheets)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a workbook that is written', () => {
  test('is read by another hand: sheets, texts, dropdowns, and no formula', async () => {
    const workbook = new Excel.Workbook();
    const content = await write([
      ['姓名', '性别'],
      ['=1+1', { text: '@SUM(A1)', style: 'wrong' }],
      [12, 'a\nb'],
    ]);
    await workbook.xlsx.load(Uint8Array.from(content).buffer);
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['人口 <一>', 'visible'],
      ['字典', 'hidden'],
    ]);
    const first = workbook.worksheets[0];
    expect(first?.getCell('A2')).toMatchObject({ value: '=1+1', numFmt: '@' });
    expect([first?.getCell('B2').value, first?.getCell('A3').value, first?.getCell('B3').value]).toEqual([
      '@SUM(A1)',
      12,
      'a\nb',
    ]);
    expect(first?.getCell('B50').dataValidation).toMatchObject({ type: 'list', formulae: ["'字典'!$A$1:$A$2"] });
    let formulas = 0;
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell(({ type }) => (formulas += type === Excel.ValueType.Formula ? 1 : 0))),
    );
    expect(formulas).toBe(0);
  });

  test('gives back every text that XML can hold', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((said) => said.trim() !== '' && !/\r/.test(said));
    const mean = fc.constantFrom('_x000D_', '_x005F_x000D_', '</t>', '&amp;', ']]>', '"', '-1+2', "'a");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(text, mean), { minLength: 1, maxLength: 20 }), async (said) => {
        const workbook = await Workbook.open(await write(said.map((each) => [each])));
        const [first] = workbook.sheets;
        const read: unknown[] = [];
        if (first) for await (const rows of workbook.rows(first)) read.push(...rows.map(({ cells }) => cells[0]));
        expect(read).toEqual(said);
      }),
      { numRuns: 40 },
    );
  });

  test('drops what XML cannot hold', async () => {
    const workbook = await Workbook.open(await write([['a\u0000b\ud800c']]));
    const [first] = workbook.sheets;
    if (first) for await (const rows of workbook.rows(first)) for (const { cells } of rows) expect(cells).toEqual(['abc']);
  });
});

describe('the format of a number', () => {
  test.each([
    ['yyyy/m/d', true],
    ['yyyy"年"m"月"d"日";@', true],
    ['[$-804]yyyy-mm-dd hh:mm:ss', true],
    ['m/d', true],
    ['mmm-yy', true],
    ['General', false],
    ['0.00E+00', false],
    ['#,##0.00;[Red]-#,##0.00', false],
    ['h:mm:ss', false],
    ['mm:ss.0', false],
    ['@', false],
    ['0"天"', false],
  ])('%s shows a day: %s', (code, isDate) => expect(isDateFormat(code)).toBe(isDate));

  test('counts days as Excel does, with the 29 February 1900 that never was', () => {
    expect([1, 59, 60, 61, 45356, 45356.75, 2_958_465].map((serial) => dayOfSerial(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      undefined,
      '1900-03-01',
      '2024-03-05',
      '2024-03-05',
      '9999-12-31',
    ]);
    expect([0, -1, Number.NaN, 2_958_466].map((serial) => dayOfSerial(serial, false))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(dayOfSerial(0, true)).toBe('1904-01-01');
  });
});
