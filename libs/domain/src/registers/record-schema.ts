import type { FieldValue, FieldValues } from '@wangge/contracts';
import { z } from 'zod';
import { type FieldDefinition, isBySystem, type RegisterDefinition } from './definition.js';
import { isValueRule, type ValueRule } from './value-rules.js';
import { type ValueOptions, valueSchema } from './value-schema.js';

export type ParseMode = 'create' | 'change';

/** A field at fault (by its name alone) and the rule its value broke. */
export interface ValueFault {
  readonly path: string;
  readonly rule: ValueRule;
}
export type ParsedValues = { readonly values: FieldValues } | { readonly faults: readonly ValueFault[] };

/**
 * Values as they are stored: trimmed, numbers and codes in one form. To create, all required fields are given; to
 * change, a field left out stays and null clears it. An empty text is null.
 */
export function parseValues(
  definition: RegisterDefinition,
  values: FieldValues,
  mode: ParseMode,
  options: ValueOptions,
): ParsedValues {
  return valuesParser(definition, mode, options)(values);
}

/** The same for many records: the schema is made once. */
export function valuesParser(
  definition: RegisterDefinition,
  mode: ParseMode,
  options: ValueOptions,
): (values: FieldValues) => ParsedValues {
  const schema = z.strictObject(
    Object.fromEntries(definition.fields.map((field) => [field.name, schemaOf(definition, field, mode, options)])),
  );
  return (values) => {
    const parsed = schema.safeParse(values);
    if (!parsed.success) return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, values)) };
    const given = Object.entries(parsed.data).filter((entry): entry is [string, FieldValue] => entry[1] !== undefined);
    // A new record has no field to clear.
    if (mode === 'change') return { values: Object.fromEntries(given) };
    return { values: { ...initialValues(definition), ...Object.fromEntries(given.filter(([, value]) => value !== null)) } };
  };
}

/** What the system puts into a new record. */
export function initialValues({ flow, fields }: RegisterDefinition): FieldValues {
  const sums = fields.filter(({ sumOf }) => sumOf).map(({ name }) => [name, 0] as const);
  return { ...Object.fromEntries(sums), ...(flow && { [flow.field]: flow.initial }) };
}

function schemaOf(definition: RegisterDefinition, field: FieldDefinition, mode: ParseMode, options: ValueOptions) {
  if (!isBySystem(definition, field)) return fieldSchema(field, mode, options);
  const given = valueSchema(field, options);
  return (options.isSystem ? given : given.refine(() => false, { error: 'by-system' satisfies ValueRule })).optional();
}

/** For one field alone: the value in the form it is stored in, or undefined where the field can have no such value. */
export function valueParser(field: FieldDefinition, options: ValueOptions): (value: FieldValue) => FieldValue | undefined {
  const schema = fieldSchema(field, 'change', options);
  return (value) => schema.safeParse(value).data;
}

function fieldSchema(field: FieldDefinition, mode: ParseMode, options: ValueOptions) {
  const given = z.preprocess(trimmed, valueSchema(field, options).nullable());
  if (field.required !== true) return given.optional();
  const filled = given.refine((value) => value !== null, { error: 'required' satisfies ValueRule });
  return mode === 'create' ? filled : filled.optional();
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() || null : value;
}

function faultsOf(issue: z.core.$ZodIssue, values: FieldValues): ValueFault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((path) => ({ path, rule: 'unknown-field' }));
  const path = String(issue.path[0] ?? '');
  if (!Object.hasOwn(values, path)) return [{ path, rule: 'required' }];
  return [{ path, rule: isValueRule(issue.message) ? issue.message : 'wrong-kind' }];
}
