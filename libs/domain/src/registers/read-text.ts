import type { FieldValue } from '@wangge/contracts';
import type { Choice, FieldDefinition } from './definition.js';

const NUMBER = /^-?\d{1,12}(\.\d{1,12})?$/;
/** How several values are written one after another in a cell. */
const BETWEEN = /[,，、;；\n]/;

/** A value of a query string in the kind of its field. What cannot be read stays a text, which the field then refuses. */
export function typedText({ kind }: Pick<FieldDefinition, 'kind'>, text: string): FieldValue {
  if (kind === 'integer' || kind === 'number') return NUMBER.test(text) ? Number(text) : text;
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** The same of a text that people write: choices also by their words in either language, several of them in a row. */
export function readText(field: Pick<FieldDefinition, 'kind' | 'choices'>, text: string): FieldValue {
  const { kind, choices = [] } = field;
  if (kind === 'choice') return codeOf(choices, text);
  if (kind === 'choices') {
    const codes = text.split(BETWEEN).map((each) => codeOf(choices, each));
    return codes.filter(Boolean).join(',');
  }
  if (kind === 'boolean') return BOOLEANS.get(text.trim().toLowerCase()) ?? typedText(field, text);
  return typedText(field, text.trim());
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['有', true],
  ['yes', true],
  ['否', false],
  ['无', false],
  ['no', false],
]);

function codeOf(choices: readonly Choice[], text: string): string {
  const asked = text.trim();
  const known = choices.find(({ code, label }) => code === asked || label.zh === asked || label.en === asked);
  return known?.code ?? asked;
}
