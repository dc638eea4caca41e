import type { Archive } from './archive.js';
import { parseXml } from './xml.js';

/** The numbers of ECMA-376 whose formats show a day, those of East Asian programs with them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58;

/** Whether a format of one's own shows a day: a year, month or day outside quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .split(';', 1)
    .join('')
    .replace(/"[^"]*"/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[\\_*]./g, '');
  if (/general/i.test(bare) || /[#0?]/.test(bare.replace(/\.0+/g, ''))) return false;
  return /[yde]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}

/** For each style of a cell, by its number, whether it shows a day. */
export async function readDateStyles(archive: Archive, part: string | undefined): Promise<readonly boolean[]> {
  const isDate: boolean[] = [];
  if (part === undefined || !archive.has(part)) return isDate;
  const own = new Map<number, boolean>();
  let isCellStyle = false;
  await parseXml(archive.read(part), {
    open: (name, { numFmtId, formatCode }) => {
      const id = Number(numFmtId);
      if (name === 'numFmt') own.set(id, isDateFormat(formatCode ?? ''));
      else if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'xf' && isCellStyle) isDate.push(own.get(id) ?? isBuiltInDate(id));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return isDate;
}

const DAY = 86_400_000;
const LAST_SERIAL = 2_958_465;
const DAYS_1904 = 1462;

/** The day a serial number stands for; undefined where it stands for none. Excel counts a 29 February 1900, which was none. */
export function dayOfSerial(serial: number, is1904: boolean): string | undefined {
  const days = Math.floor(serial) + (is1904 ? DAYS_1904 : 0);
  if (!(days >= 1) || days > LAST_SERIAL || days === 60) return undefined;
  const since = days > 60 ? days - 1 : days;
  return new Date(Date.UTC(1899, 11, 31) + since * DAY).toISOString().slice(0, 10);
}
