import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { GridInputError, type Problem } from './input-error.js';

export interface Division {
  readonly code: string;
  readonly name: string;
}
export interface StreetDivision extends Division {
  readonly communities: readonly Division[];
}
/** The upper three levels of a district as its statistics bureau lists them, each level sorted by code. */
export interface DistrictDivisions extends Division {
  readonly streets: readonly StreetDivision[];
}

const FILE = 'divisions.csv';
const COLUMNS = ['code', 'name', 'level', 'parent'] as const;
const LEVELS: Readonly<Record<string, number>> = { district: 6, street: 9, community: 12 };
const LONGEST_NAME = 60;

interface Row extends Division {
  readonly line: number;
  readonly level: string;
  readonly parent: string;
}

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Reads `divisions.csv`: UTF-8 or GB 18030, with or without byte order mark, any line ends, blank lines allowed. */
export function parseDivisions(content: Uint8Array): DistrictDivisions {
  const { rows, problems } = readRows(readRecords(decode(content)));
  problems.push(...findProblems(rows));
  if (problems.length > 0) {
    throw new GridInputError(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  }
  return toTree(rows);
}

/** Spreadsheets in China still save CSV as GB 18030; its bytes are hardly ever valid UTF-8. */
function decode(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

function readRecords(text: string) {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    return Records.parse(parse(text, options)).filter(({ record }) => record.some((cell) => cell !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = z.number().catch(1).parse(error.lines);
    throw new GridInputError([problem(line, '引号没有配对', 'a quotation mark is not closed')]);
  }
}

function readRows(records: z.infer<typeof Records>): { rows: Row[]; problems: Problem[] } {
  const [header, ...body] = records;
  const names = header?.record.map((name) => name.toLowerCase()) ?? [];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (!header || missing.length > 0) {
    const list = missing.join(', ');
    throw new GridInputError([problem(header?.info.lines ?? 1, `表头缺少列：${list}`, `missing columns: ${list}`)]);
  }
  const problems: Problem[] = [];
  const rows: Row[] = [];
  for (const { record, info } of body) {
    if (record.length === names.length) rows.push(toRow(names, record, info.lines));
    else {
      problems.push(
        problem(
          info.lines,
          `应有 ${names.length} 列，实有 ${record.length} 列`,
          `${record.length} cells under ${names.length} columns`,
        ),
      );
    }
  }
  return { rows, problems };
}

function toRow(names: readonly string[], record: readonly string[], line: number): Row {
  const cell = (column: (typeof COLUMNS)[number]) => record[names.indexOf(column)] ?? '';
  return { line, code: cell('code'), name: cell('name'), level: cell('level'), parent: cell('parent') };
}

function* findProblems(rows: readonly Row[]): Generator<Problem> {
  const lineOf = new Map<string, number>();
  for (const row of rows) {
    yield* findRowProblems(row);
    const first = lineOf.get(row.code);
    if (first === undefined) lineOf.set(row.code, row.line);
    else yield problem(row.line, `代码 ${row.code} 与第 ${first} 行重复`, `code ${row.code} is already on line ${first}`);
  }
  yield* rows.filter((row) => row.level !== 'district' && isPlaced(row) && !lineOf.has(row.parent)).map(unknownParent);
  yield* findDistrictProblems(rows.filter((row) => row.level === 'district'));
}

function* findRowProblems(row: Row): Generator<Problem> {
  const length = LEVELS[row.level];
  if (length === undefined) {
    yield problem(row.line, `未知的级别“${row.level}”，应为 district、street 或 community`, `unknown level "${row.level}"`);
  } else if (!/^\d+$/.test(row.code) || row.code.length !== length) {
    yield problem(
      row.line,
      `代码“${row.code}”应为 ${length} 位数字`,
      `code "${row.code}" of a ${row.level} must have ${length} digits`,
    );
  } else if (!isPlaced(row)) {
    const prefix = parentCode(row.code);
    yield problem(row.line, `上级代码“${row.parent}”应为 ${prefix}`, `parent "${row.parent}" must be ${prefix}`);
  }
  if (row.name === '' || row.name.length > LONGEST_NAME || /\p{Cc}/u.test(row.name)) {
    yield problem(row.line, `名称为空、过长或含有控制字符`, 'the name is empty, too long or has control characters');
  }
}

function* findDistrictProblems(districts: readonly Row[]): Generator<Problem> {
  const [first, ...others] = districts;
  if (!first) yield { file: FILE, line: null, zh: '没有区县（district）一行', en: 'there is no district row' };
  yield* others.map((row) => problem(row.line, '一个文件只能有一个区县', 'one file holds one district'));
}

const unknownParent = (row: Row) => problem(row.line, `文件中没有上级 ${row.parent}`, `parent ${row.parent} is not in the file`);

const parentCode = (code: string) => (code.length === 6 ? code.slice(0, 4) : code.slice(0, -3));
const isPlaced = ({ code, parent }: Row) => parent === parentCode(code);

function problem(line: number, zh: string, en: string): Problem {
  return { file: FILE, line, zh, en };
}

function toTree(rows: readonly Row[]): DistrictDivisions {
  const sorted = [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
  const below = (parent: string) => sorted.filter((row) => row.parent === parent);
  const plain = ({ code, name }: Row): Division => ({ code, name });
  const [district] = sorted.filter((row) => row.level === 'district').map(plain);
  if (!district) throw new Error('a district was checked for and is gone');
  return {
    ...district,
    streets: below(district.code).map((street) => ({ ...plain(street), communities: below(street.code).map(plain) })),
  };
}
