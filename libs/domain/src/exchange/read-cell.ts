import type { FieldKind } from '@wangge/contracts';
import type { Choice, FieldDefinition } from '../registers/definition.js';
import { type Cell, cellText } from './cell.js';
import type { CellReading, CellRule } from './cell-rules.js';
import { readDate, readInstantCell } from './read-date.js';
import { plainText } from './plain-text.js';

/**
 * Reads what a person, or a spreadsheet program on its own, has put into a cell. What is lost is not guessed: digits
 * that were rounded away, and short codes that could be two. A reference stays the text by which it was named.
 */
export function readCell(field: FieldDefinition, cell: Cell, is1904 = false): CellReading {
  if (typeof cell === 'object' && cell !== null) {
    if ('error' in cell) return { rule: 'cell-error' };
    if ('formula' in cell) return { rule: 'cell-formula' };
  }
  const text = plainText(cellText(cell));
  if (text === '') return { value: null };
  return READERS[field.kind](field, cell, text, is1904);
}

type Reader = (field: FieldDefinition, cell: Cell, text: string, is1904: boolean) => CellReading;

const READERS: Readonly<Record<FieldKind, Reader>> = {
  text: readText,
  'long-text': readText,
  integer: readNumber,
  number: readNumber,
  date: (_, cell, text, is1904) => readDate(cell, text, is1904),
  instant: (_, cell, text, is1904) => readInstantCell(cell, text, is1904),
  boolean: (_, cell, text) => (typeof cell === 'boolean' ? { value: cell } : readYesNo(text)),
  choice: ({ choices = [] }, _, text) => readChoice(choices, text),
  choices: ({ choices = [] }, _, text) => readChoices(choices, text),
  'identity-number': (_, cell, text) => readCode(cell, text, 'identity-rounded'),
  phone: (_, cell, text) => readCode(cell, text, 'digits-lost'),
  'credit-code': (_, cell, text) => readCode(cell, text, 'digits-lost'),
  'component-code': (_, cell, text) => readCode(cell, text, 'digits-lost'),
  reference: (_, cell, text) => readCode(cell, text, 'digits-lost'),
};

/** A spreadsheet keeps 15 digits of a number; of what is longer the rest are zeros it made up. */
export const hasLostDigits = (cell: Cell): boolean => typeof cell === 'number' && Math.abs(cell) >= 1e15;
const EXPONENT = /^\d(\.\d+)?E\+\d{2,3}$/i;

function readText(_: FieldDefinition, cell: Cell, text: string): CellReading {
  return hasLostDigits(cell) ? { rule: 'digits-lost' } : { value: text };
}

function readCode(cell: Cell, text: string, lost: CellRule): CellReading {
  return hasLostDigits(cell) || EXPONENT.test(text) ? { rule: lost } : { value: text };
}

const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

function readNumber(_: FieldDefinition, cell: Cell, text: string): CellReading {
  if (typeof cell === 'number') return { value: cell };
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return NUMBER.test(plain) ? { value: Number(plain.replaceAll(',', '')) } : { rule: 'wrong-kind' };
}

const YES = new Set(['是', '有', '对', '√', '✓', '✔', 'y', 'yes', 'true', '1', '是的']);
const NO = new Set(['否', '无', '没有', '不是', '×', '✗', 'x', 'n', 'no', 'false', '0']);

function readYesNo(text: string): CellReading {
  const word = text.normalize('NFKC').toLowerCase();
  if (YES.has(text) || YES.has(word)) return { value: true };
  return NO.has(text) || NO.has(word) ? { value: false } : { rule: 'wrong-kind' };
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** By its words in either language, its code, or `code words`; a code that lost its zeros where it can be but one. */
export function readChoice(choices: readonly Choice[], text: string): CellReading {
  const word = folded(text);
  const names = ({ code, label }: Choice) => {
    const [id, zh, en] = [folded(code), folded(label.zh), folded(label.en)];
    return [id, zh, en, id + zh, id + en];
  };
  const exact = choices.filter(({ code }) => folded(code) === word);
  const named = exact.length > 0 ? exact : choices.filter((choice) => names(choice).includes(word));
  const [found, another] = named.length > 0 ? named : choices.filter(({ code }) => isSameNumber(code, word));
  if (!found) return { rule: 'not-a-choice' };
  return another ? { rule: 'choice-ambiguous' } : { value: found.code };
}

/** How several values stand in one cell. */
const BETWEEN = /[,，、;；\n]/;

function readChoices(choices: readonly Choice[], text: string): CellReading {
  const codes: string[] = [];
  for (const part of text.split(BETWEEN).filter((each) => each.trim() !== '')) {
    const reading = readChoice(choices, part);
    if ('rule' in reading) return reading;
    codes.push(String(reading.value));
  }
  return { value: codes.join(',') };
}

/** `01` became `1` in a cell that is a number. */
const isSameNumber = (code: string, word: string): boolean =>
  /^\d+$/.test(code) && /^\d+$/.test(word) && code.replace(/^0+(?=\d)/, '') === word.replace(/^0+(?=\d)/, '');
