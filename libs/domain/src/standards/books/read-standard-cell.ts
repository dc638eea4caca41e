import type { StandardRow } from '@wangge/contracts';
import { type Cell, cellText } from '../../exchange/cell.js';
import { plainText } from '../../exchange/plain-text.js';
import { hasLostDigits, readChoice } from '../../exchange/read-cell.js';
import { readDate } from '../../exchange/read-date.js';
import { parseLimit } from '../limit.js';
import type { BookColumn, BookList, ColumnForm } from './definition.js';

/** What the district has, by which names are told. */
export interface Places {
  readonly departments: readonly { readonly id: string; readonly name: string; readonly serves: string }[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
}
export type CellOutcome = { readonly value: string } | { readonly rule: CellFault };
export const CELL_FAULTS = [
  'cell-error',
  'cell-formula',
  'digits-lost',
  'zeros-lost',
  'class-form',
  'class-prefix-form',
  'code-form',
  'old-code-form',
  'limit-unreadable',
  'not-a-day',
  'not-a-time',
  'not-a-choice',
  'area-unknown',
  'area-ambiguous',
  'department-unknown',
  'department-ambiguous',
  'too-long',
] as const;
export type CellFault = (typeof CELL_FAULTS)[number];

const LONGEST = 500;

/**
 * What a cell says, in the one form in which it is stored. Blanks and line ends around it are no part of it; digits
 * that a spreadsheet has dropped are never guessed, since `6010` may be 06010 or a number of 2013.
 */
export function readStandardCell(column: BookColumn, cell: Cell, places: Places, is1904 = false): CellOutcome {
  if (typeof cell === 'object' && cell !== null) {
    if ('error' in cell) return { rule: 'cell-error' };
    if ('formula' in cell) return { rule: 'cell-formula' };
  }
  const text = plainText(cellText(cell)).replace(/\s*[\r\n]+\s*/g, ' ');
  if (text === '') return { value: '' };
  if (text.length > LONGEST) return { rule: 'too-long' };
  if (hasLostDigits(cell)) return { rule: 'digits-lost' };
  return READERS[column.form]({ cell, text, column, places, is1904 });
}

/**
 * A row that somebody typed, in the form in which it is stored: places and departments by their keys, limits as they
 * are written. What cannot be read stays as it was typed, for the check to name it; what is blank is left out.
 */
export function asStored({ columns }: BookList, row: StandardRow, places: Places): StandardRow {
  const cells = Object.entries(row).map(([name, text]) => {
    const column = columns.find((each) => each.name === name);
    const reading = column && readStandardCell(column, text, places);
    return [name, reading && 'value' in reading ? reading.value : text] as const;
  });
  return Object.fromEntries(cells.filter(([, text]) => text !== ''));
}

interface Given {
  readonly cell: Cell;
  readonly text: string;
  readonly column: BookColumn;
  readonly places: Places;
  readonly is1904: boolean;
}
type Reader = (given: Given) => CellOutcome;

const READERS: Readonly<Record<ColumnForm, Reader>> = {
  text: ({ text }) => ({ value: text }),
  code: ({ text }) => formed(solid(text), /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'code-form'),
  class: ({ text }) => digits(solid(text), [5], 'class-form'),
  'class-prefix': ({ text }) => digits(solid(text), [2, 5], 'class-prefix-form'),
  'old-code': ({ text }) => digits(solid(text), [4], 'old-code-form'),
  limit: ({ text }) => {
    const limit = parseLimit(text);
    return limit ? { value: limit.text } : { rule: 'limit-unreadable' };
  },
  day: ({ cell, text, is1904 }) => {
    const reading = readDate(cell, text, is1904);
    return 'rule' in reading ? { rule: 'not-a-day' } : { value: String(reading.value) };
  },
  time: readTime,
  choice: ({ text, column: { choices = [] } }) => {
    const reading = readChoice(choices, text);
    return 'rule' in reading ? { rule: 'not-a-choice' } : { value: String(reading.value) };
  },
  area: ({ text, places: { areas } }) => only(areas.filter(({ code, name }) => code === solid(text) || name === text).map(({ code }) => code), 'area'),
  department: ({ text, places: { departments } }) =>
    only(
      departments.filter(({ id, name, serves }) => [id, name, `${name}（${serves}）`].includes(text)).map(({ id }) => id),
      'department',
    ),
};

const solid = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const formed = (text: string, form: RegExp, rule: CellFault): CellOutcome => (form.test(text) ? { value: text } : { rule });

/** One digit fewer than a code has is what is left of it when a spreadsheet took it for a number. */
function digits(text: string, lengths: readonly number[], rule: CellFault): CellOutcome {
  if (!/^\d+$/.test(text)) return { rule };
  if (lengths.includes(text.length)) return { value: text };
  return { rule: lengths.includes(text.length + 1) ? 'zeros-lost' : rule };
}

function only(found: readonly string[], what: 'area' | 'department'): CellOutcome {
  const [first, another] = found;
  if (first === undefined) return { rule: `${what}-unknown` };
  return another === undefined ? { value: first } : { rule: `${what}-ambiguous` };
}

const DAY_MINUTES = 1440;

/** `8:30`, `08：30`, or the share of a day that a spreadsheet keeps of it. */
function readTime({ cell, text }: Given): CellOutcome {
  const [, hour = '', minute = ''] = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(solid(text)) ?? [];
  if (hour !== '' && Number(hour) * 60 + Number(minute) <= DAY_MINUTES) return { value: `${hour.padStart(2, '0')}:${minute}` };
  if (typeof cell !== 'number' || cell < 0 || cell > 1) return { rule: 'not-a-time' };
  const minutes = Math.round(cell * DAY_MINUTES);
  return { value: [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':') };
}
