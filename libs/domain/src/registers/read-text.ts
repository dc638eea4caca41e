import type { FieldValue } from '@wangge/contracts';
import type { FieldDefinition } from './definition.js';

const NUMBER = /^-?\d{1,12}(\.\d{1,12})?$/;

/** A value of a query string in the kind of its field. What cannot be read stays a text, which the field then refuses. */
export function typedText({ kind }: Pick<FieldDefinition, 'kind'>, text: string): FieldValue {
  if (kind === 'integer' || kind === 'number') return NUMBER.test(text) ? Number(text) : text;
  if (kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}
