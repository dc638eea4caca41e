import { type CollectionQuestion, type FieldValues, isPersonalNumber } from '@wangge/contracts';
import type { FieldDefinition, RegisterDefinition } from '../registers/definition.js';
import { type ParsedValues, parseValues } from '../registers/record-schema.js';
import type { ValueOptions } from '../registers/value-schema.js';

export const questionName = (index: number): string => `q${index + 1}`;

/** A question is a field that no register has. Its label is what the author wrote, in whatever language. */
export function questionFields(questions: readonly CollectionQuestion[]): readonly FieldDefinition[] {
  return questions.map(({ label, kind, choices }, index) => ({
    name: questionName(index),
    kind,
    label: { zh: label, en: label },
    dataClass: 'L2',
    // A plan asked for may lie ahead.
    ...(kind === 'date' && { mayLieAhead: true }),
    ...(kind === 'choice' && { choices: (choices ?? []).map((text) => ({ code: text, label: { zh: text, en: text } })) }),
  }));
}

/** Answers as they are stored, held to the rules of their kinds. Somebody's number is refused: it belongs into a register. */
export function parseAnswers(questions: readonly CollectionQuestion[], answers: FieldValues, options: ValueOptions): ParsedValues {
  const form: RegisterDefinition = {
    name: 'questions',
    element: 'situations',
    label: { zh: '', en: '' },
    geometry: 'none',
    titleField: '',
    fields: questionFields(questions),
  };
  const parsed = parseValues(form, answers, 'change', options);
  if ('faults' in parsed) return parsed;
  const personal = Object.entries(parsed.values).filter(([, value]) => typeof value === 'string' && isPersonalNumber(value));
  if (personal.length === 0) return parsed;
  return { faults: personal.map(([path]) => ({ path, rule: 'personal-number' as const })) };
}
