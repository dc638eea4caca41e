import { isCalendarDate } from '../registers/checks/calendar-date.js';
import { readInstant } from '../registers/checks/instant.js';
import type { Cell } from './cell.js';
import type { CellReading } from './cell-rules.js';

/** 2024/3/5, 2024.3.5, 2024-03-05, 2024年3月5日, 20240305, each with or without a time behind it. */
const SEPARATED = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}[:：时].*)?$/;
const SOLID = /^(\d{4})(\d{2})(\d{2})$/;

const DAY = 86_400_000;
/** What a cell without a date's format may still be: a day between 1910 and 2100, counted by the program. */
const FIRST_SERIAL = 3653;
const LAST_SERIAL = 73_415;
const DAYS_1904 = 1462;

/** A day, however it was written. Years of two digits and days before months are not guessed at. */
export function readDate(cell: Cell, text: string, is1904: boolean): CellReading {
  if (typeof cell === 'number') return readSerial(cell, is1904);
  const plain = text.normalize('NFKC').trim();
  const [, year = '', month = '', day = ''] = SEPARATED.exec(plain) ?? SOLID.exec(plain) ?? [];
  return asDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** 20240305 typed as a number, or the serial number of a day whose format was lost. */
function readSerial(value: number, is1904: boolean): CellReading {
  const solid = SOLID.exec(String(value));
  if (solid) return asDay(`${solid[1]}-${solid[2]}-${solid[3]}`);
  const days = Math.floor(value) + (is1904 ? DAYS_1904 : 0);
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return { rule: 'not-a-date' };
  return { value: new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10) };
}

const asDay = (day: string): CellReading => (isCalendarDate(day) ? { value: day } : { rule: 'not-a-date' });

const TIME = /[T\s]+(\d{1,2})[:：时](\d{1,2})/;

/** A day with its time, local where no offset is written; the fraction of a serial number is the time. */
export function readInstantCell(cell: Cell, text: string, is1904: boolean): CellReading {
  const read = typeof cell === 'number' ? undefined : readInstant(text.normalize('NFKC'));
  if (read !== undefined) return { value: read };
  const day = readDate(cell, text, is1904);
  if ('rule' in day) return { rule: 'not-an-instant' };
  const instant = readInstant(`${day.value} ${timeOf(cell, text)}`);
  return instant === undefined ? { rule: 'not-an-instant' } : { value: instant };
}

function timeOf(cell: Cell, text: string): string {
  if (typeof cell !== 'number') {
    const [, hour, minute] = TIME.exec(text.normalize('NFKC')) ?? [];
    return hour && minute ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : '';
  }
  const minutes = Math.round((cell - Math.floor(cell)) * 1440) % 1440;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
