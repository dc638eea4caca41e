import type { FieldValues, Problem, RecordView, RegisterField, RegisterView } from '@wangge/contracts';
import { localMinute } from '../../time/local-day.js';
import { checkComponentCode } from '../checks/component-code.js';
import { checkCreditCode } from '../checks/credit-code.js';
import { checkIdentityNumber } from '../checks/identity-number.js';
import { checkPhone } from '../checks/phone.js';
import { isValueRule, type ValueRule } from '../value-rules.js';

/** What was typed, by field; a field that was not touched is absent, null clears what is stored behind a mask. */
export type RecordDraft = Readonly<Record<string, string | null>>;

/** What the rules of values do not name, and what only a form sees before anything is sent. */
export type FaultRule = ValueRule | 'duplicate' | 'whole-number' | 'other';
export type RecordFaults = Readonly<Record<string, FaultRule | undefined>>;

/** Stored, but shown to this viewer under a mask: it cannot be typed over letter by letter. */
export const isMasked = ({ name }: RegisterField, record: RecordView | undefined): boolean =>
  record?.masked.includes(name) ?? false;

/** What stands in the input. */
export function inputText(field: RegisterField, draft: RecordDraft, record: RecordView | undefined): string {
  const typed = draft[field.name];
  if (typed !== undefined) return typed ?? '';
  return record && !isMasked(field, record) ? storedText(field, record) : '';
}

export function storedText({ name, kind }: RegisterField, record: RecordView): string {
  const value = record.values[name] ?? null;
  if (value === null) return '';
  return kind === 'instant' ? localMinute(String(value)) : String(value);
}

/** How far a code is typed before its rule is worth saying. */
const WHOLE: Partial<Record<RegisterField['kind'], number>> = {
  'identity-number': 18,
  'credit-code': 18,
  'component-code': 17,
  phone: 11,
};

export const isCode = ({ kind }: RegisterField): boolean => kind in WHOLE;
export const isTypedWhole = ({ kind }: RegisterField, text: string): boolean =>
  text.trim().length >= (WHOLE[kind] ?? Number.POSITIVE_INFINITY);

/** The rule that what was typed breaks by itself. The server looks again, and at more. */
export function brokenRule({ kind }: RegisterField, typed: string): FaultRule | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (kind === 'integer') return /^-?\d{1,15}$/.test(text) ? undefined : 'whole-number';
  if (kind === 'number') return Number.isFinite(Number(text)) ? undefined : 'wrong-kind';
  const checked = checkCode(kind, text);
  return checked && 'rule' in checked ? checked.rule : undefined;
}

/** Made-up numbers pass here; whether they may be entered is the server's to know. */
function checkCode(kind: RegisterField['kind'], text: string) {
  if (kind === 'phone') return checkPhone(text);
  if (kind === 'identity-number') return checkIdentityNumber(text, { today: localDay(), allowDemoDivision: true });
  if (kind === 'credit-code') return checkCreditCode(text, { allowDemoDivision: true });
  return kind === 'component-code' ? checkComponentCode(text, { allowDemoDivision: true }) : undefined;
}

const localDay = (): string => localMinute(new Date().toISOString()).slice(0, 10);

/** The fields of the form as it stands: what the system keeps is not among them, nor what is asked of others only. */
export function askedFields(
  { fields }: RegisterView,
  draft: RecordDraft,
  record: RecordView | undefined,
): readonly RegisterField[] {
  return fields.filter(({ bySystem, shownWhen }) => {
    if (bySystem) return false;
    const deciding = fields.find(({ name }) => name === shownWhen?.field);
    return !deciding || shownWhen?.is.includes(inputText(deciding, draft, record));
  });
}

export function faultsOf(register: RegisterView, draft: RecordDraft, record: RecordView | undefined): RecordFaults {
  const faults = askedFields(register, draft, record).map((field) => [field.name, faultOf(field, draft, record)] as const);
  return Object.fromEntries(faults.filter(([, rule]) => rule !== undefined));
}

function faultOf(field: RegisterField, draft: RecordDraft, record: RecordView | undefined): FaultRule | undefined {
  const text = inputText(field, draft, record).trim();
  if (text !== '') return field.name in draft ? brokenRule(field, text) : undefined;
  const kept = isMasked(field, record) && draft[field.name] !== null;
  return field.required && !kept ? 'required' : undefined;
}

/** What is sent: all that is filled in for a new record, only what differs for one that is there. */
export function valuesOf(register: RegisterView, draft: RecordDraft, record: RecordView | undefined): FieldValues {
  const values: FieldValues = {};
  for (const field of askedFields(register, draft, record)) {
    const typed = draft[field.name];
    if (typed === undefined) continue;
    const text = typed?.trim() ?? '';
    if (text !== '') {
      if (!record || text !== storedText(field, record)) values[field.name] = onWire(field, text);
    } else if (record && (isMasked(field, record) ? typed === null : storedText(field, record) !== '')) {
      values[field.name] = null;
    }
  }
  return values;
}

function onWire({ kind }: RegisterField, text: string): string | number | boolean {
  if (kind === 'integer' || kind === 'number') return Number(text);
  return kind === 'boolean' ? text === 'true' : text;
}

const PATH = /^body\.(?:values|answers)\.([^.]+)$/;

/** The server's faults at their fields. */
export function serverFaults({ fields: faults = [], code }: Problem): RecordFaults {
  return Object.fromEntries(
    faults.flatMap(({ path, rule }) => {
      const name = PATH.exec(path)?.[1];
      if (name === undefined) return [];
      return [[name, code === 'record.duplicate' ? 'duplicate' : isValueRule(rule) ? rule : 'other'] as const];
    }),
  );
}
