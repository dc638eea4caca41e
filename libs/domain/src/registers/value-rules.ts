/** What can be wrong with a value of a record; each has its sentence in libs/texts. */
export const VALUE_RULES = [
  'required',
  'unknown-field',
  'by-system',
  'wrong-kind',
  'too-long',
  'control-character',
  'half-character',
  'not-a-choice',
  'not-a-date',
  'date-out-of-range',
  'not-an-instant',
  'number-out-of-range',
  'not-a-reference',
  'identity-form',
  'identity-division',
  'identity-date',
  'identity-check-digit',
  'credit-code-form',
  'credit-code-division',
  'credit-code-check-digit',
  'component-code-form',
  'component-code-division',
  'component-code-class',
  'phone-form',
  'personal-number',
] as const;
export type ValueRule = (typeof VALUE_RULES)[number];

export const isValueRule = (text: string): text is ValueRule => VALUE_RULES.some((rule) => rule === text);
