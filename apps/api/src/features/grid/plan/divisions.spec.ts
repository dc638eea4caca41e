import { describe, expect, test } from '@jest/globals';
import { parseDivisions } from './divisions.js';
import { GridInputError } from './input-error.js';

const HEADER = 'code,name,level,parent';
const ROWS = ['230302,鸡冠区,district,2303', '230302001,向阳街道,street,230302', '230302001001,向阳社区,community,230302001'];

const parse = (...lines: string[]) => parseDivisions(Buffer.from(lines.join('\n')));

function faultsOf(...lines: string[]): { line: number | null; en: string }[] {
  try {
    parse(...lines);
  } catch (error) {
    if (error instanceof GridInputError) return error.problems.map(({ line, en }) => ({ line, en }));
    throw error;
  }
  return [];
}

describe('divisions.csv', () => {
  test('becomes a tree sorted by code, whatever the order of its rows', () => {
    const tree = parse(HEADER, ...[...ROWS, '230302001000,红旗社区,community,230302001'].reverse());
    expect(tree.code).toBe('230302');
    expect(tree.streets.map(({ name }) => name)).toEqual(['向阳街道']);
    expect(tree.streets[0]?.communities.map(({ code }) => code)).toEqual(['230302001000', '230302001001']);
  });

  test('may come from a spreadsheet: byte order mark, CRLF, blank lines, more columns, columns in another order', () => {
    const content = `\ufeffname,note,Code,parent,level\r\n\r\n鸡冠区,,230302,2303,district\r\n,,,,\r\n 向阳街道 ,"a, b",230302001,230302,street\r\n`;
    expect(parseDivisions(Buffer.from(content)).streets).toEqual([{ code: '230302001', name: '向阳街道', communities: [] }]);
  });

  test('may be in GB 18030', () => {
    const name = Buffer.from([0xbc, 0xa6, 0xb9, 0xda, 0xc7, 0xf8]);
    const content = Buffer.concat([Buffer.from(`${HEADER}\n230302,`), name, Buffer.from(',district,2303\n')]);
    expect(parseDivisions(content).name).toBe('鸡冠区');
  });

  test.each([
    ['a code that is too short', '23030200100,某社区,community,230302001', 'must have 12 digits'],
    ['a code that a spreadsheet has shortened', '2.30302E+11,某社区,community,230302001', 'must have 12 digits'],
    ['a level that does not exist', '230302001002,某社区,village,230302001', 'unknown level'],
    ['a parent that is not the code’s beginning', '230302001002,某社区,community,230302002', 'must be 230302001'],
    ['a parent that is not in the file', '230302009002,某社区,community,230302009', 'is not in the file'],
    ['a code that was there before', '230302001001,某社区,community,230302001', 'already on line 4'],
    ['a row with a cell too many', '230302001002,某社区,community,230302001,x', '5 cells under 4 columns'],
    ['a row with a cell too few', '230302001002,某社区,community', '3 cells under 4 columns'],
    ['a name that is missing', '230302001002,,community,230302001', 'the name is empty'],
    ['a second district', '230303,恒山区,district,2303', 'one file holds one district'],
  ])('is refused for %s, and the line is named', (_, row, fault) => {
    expect(faultsOf(HEADER, ...ROWS, '', row)).toEqual([{ line: 6, en: expect.stringContaining(fault) }]);
  });

  test('names every faulty line at once', () => {
    expect(faultsOf(HEADER, ...ROWS, 'x,a,street,230302', 'y,b,street,230302').map(({ line }) => line)).toEqual([5, 6]);
  });

  test('is refused without a district', () => {
    expect(faultsOf(HEADER)).toEqual([{ line: null, en: 'there is no district row' }]);
  });

  test('is refused without its columns', () => {
    expect(faultsOf('code,name', '230302,鸡冠区')).toEqual([{ line: 1, en: 'missing columns: level, parent' }]);
    expect(faultsOf('')).toEqual([{ line: 1, en: expect.stringContaining('missing columns') }]);
  });

  test('is refused when a quotation mark is left open', () => {
    expect(faultsOf(HEADER, '230302,"鸡冠区,district,2303')).toEqual([
      { line: expect.any(Number), en: expect.stringContaining('quotation') },
    ]);
  });

  test('tells its faults in Chinese and in English', () => {
    expect(() => parse(HEADER, ...ROWS, ...ROWS.slice(1, 2))).toThrow(
      'divisions.csv 第 5 行：代码 230302001 与第 3 行重复 (line 5: code 230302001 is already on line 3)',
    );
  });
});
