import type { FieldKind, FieldValue } from '@wangge/contracts';
import { z } from 'zod';
import { dayAfter, FIRST_DATE, isCalendarDate } from './checks/calendar-date.js';
import { readInstant } from './checks/instant.js';
import type { Checked } from './checks/checked.js';
import { checkComponentCode } from './checks/component-code.js';
import { checkCreditCode } from './checks/credit-code.js';
import { checkIdentityNumber } from './checks/identity-number.js';
import { checkPhone } from './checks/phone.js';
import { localDate } from '../time/local-day.js';
import type { FieldDefinition } from './definition.js';
import type { ValueRule } from './value-rules.js';

export interface ValueOptions {
  /** Only where records are made up: numbers of the division no place has. */
  readonly allowDemoDivision: boolean;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Only where the system itself stores records: states and sums may be given. */
  readonly isSystem?: boolean;
}

type ValueSchema = z.ZodType<FieldValue>;

/** What one field takes. Every rule it can break is named by the message. */
export const valueSchema = (field: FieldDefinition, options: ValueOptions): ValueSchema => SCHEMAS[field.kind](field, options);

const LONGEST_TEXT = 100;
const LONGEST_NOTE = 1000;
/** No code in any register is longer; what is, need not be looked at. */
const LONGEST_CODE = 60;
const GREATEST = 1_000_000_000;

const SCHEMAS: Readonly<Record<FieldKind, (field: FieldDefinition, options: ValueOptions) => ValueSchema>> = {
  text: ({ most }) => text(most ?? LONGEST_TEXT).transform((value) => value.replace(/\s+/g, ' ')),
  'long-text': ({ most }) => text(most ?? LONGEST_NOTE),
  integer: ({ range }) => within(z.number(), range).refine(Number.isInteger, broken('wrong-kind')),
  number: ({ range }) => within(z.number(), range),
  date: ({ mayLieAhead }, { today }) =>
    z
      .string()
      .refine(isCalendarDate, broken('not-a-date'))
      .refine((date) => !isCalendarDate(date) || isInTime(date, mayLieAhead, today), broken('date-out-of-range')),
  instant: ({ mayLieAhead }, { today }) =>
    z.string().transform((text, context) => {
      const instant = readInstant(text);
      const rule = instant === undefined ? 'not-an-instant' : 'date-out-of-range';
      if (instant !== undefined && isInTime(localDate(instant), mayLieAhead, today)) return instant;
      context.addIssue({ code: 'custom', message: rule });
      return z.NEVER;
    }),
  boolean: () => z.boolean(),
  choice: ({ choices = [] }) => {
    const codes = new Set(choices.map(({ code }) => code));
    return z.string().refine((code) => codes.has(code), broken('not-a-choice'));
  },
  choices: ({ choices = [] }) => {
    const order = choices.map(({ code }) => code);
    return z
      .string()
      .transform((text) => new Set(codesIn(text)))
      .refine((codes) => [...codes].every((code) => order.includes(code)), broken('not-a-choice'))
      .transform((codes) => order.filter((code) => codes.has(code)).join(',') || null);
  },
  'identity-number': (_, options) => checkedBy((value) => checkIdentityNumber(value, options)),
  phone: () => checkedBy(checkPhone),
  'credit-code': (_, options) => checkedBy((value) => checkCreditCode(value, options)),
  'component-code': (_, options) => checkedBy((value) => checkComponentCode(value, options)),
  reference: () => z.uuid(broken('not-a-reference')).transform((id) => id.toLowerCase()),
};

/** The values of a `choices` field apart. */
export const codesIn = (text: string): string[] =>
  text
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);

const LAST_DATE = '2199-12-31';

const isInTime = (date: string, mayLieAhead: boolean | undefined, today: string): boolean =>
  date >= FIRST_DATE && date <= (mayLieAhead ? LAST_DATE : dayAfter(today));

const broken = (rule: ValueRule): { error: ValueRule } => ({ error: rule });

const text = (most: number) =>
  z
    .string()
    .refine((value) => Array.from(value).length <= most, broken('too-long'))
    .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value), broken('control-character'))
    .refine((value) => !/\p{Surrogate}/u.test(value), broken('half-character'));

const within = (number: z.ZodNumber, [least, greatest]: readonly [number, number] = [0, GREATEST]) =>
  number.min(least, broken('number-out-of-range')).max(greatest, broken('number-out-of-range'));

function checkedBy(check: (value: string) => Checked<ValueRule>) {
  return z
    .string()
    .max(LONGEST_CODE, broken('too-long'))
    .transform((value, context) => {
      const checked = check(value);
      if ('value' in checked) return checked.value;
      context.addIssue({ code: 'custom', message: checked.rule });
      return z.NEVER;
    });
}
