import type { Archive } from './archive.js';
import { SpreadsheetError } from './spreadsheet-error.js';
import { parseXml } from './xml.js';

const MOST_STRINGS = 3_000_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;
/** What a program lets a person type into one cell. */
export const LONGEST_TEXT = 32_767;

/** The texts that cells share. Formatting is dropped, and what tells how a word is spoken (`rPh`). */
export async function readSharedStrings(archive: Archive, part: string | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === undefined || !archive.has(part)) return strings;
  let text = '';
  let characters = 0;
  let spoken = 0;
  let isText = false;
  await parseXml(archive.read(part), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') spoken += 1;
      else if (name === 't') isText = spoken === 0;
    },
    text: (piece) => {
      if (isText && text.length < LONGEST_TEXT) text += piece;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') spoken -= 1;
      else if (name === 'si') {
        characters += text.length;
        if (strings.push(unescaped(text.slice(0, LONGEST_TEXT))) > MOST_STRINGS || characters > MOST_CHARACTERS)
          throw new SpreadsheetError('too-large');
      }
    },
  });
  return strings;
}

/** `_x000D_` stands for a character that XML does not take. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
