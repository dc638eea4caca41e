import type { FieldValue } from '@wangge/contracts';
import { VALUE_RULES, type ValueRule } from '../registers/value-rules.js';

/** What can be wrong with a cell, beyond what can be wrong with any value of its field. */
export const CELL_RULES = [
  'cell-error',
  'cell-formula',
  'identity-rounded',
  'digits-lost',
  'choice-ambiguous',
  'reference-unknown',
  'reference-ambiguous',
  'place-required',
  'place-form',
  'place-not-yours',
  'place-half',
  'place-swapped',
  'duplicate',
  'duplicate-in-file',
  'taken-out',
] as const;
export type CellRule = (typeof CELL_RULES)[number] | ValueRule;

export const ROW_RULES: readonly CellRule[] = [...VALUE_RULES, ...CELL_RULES];

/** What a cell says of a field: a value as its schema takes it, or the rule it broke. */
export type CellReading = { readonly value: FieldValue } | { readonly rule: CellRule };

/** Why a row is not taken: the column it is about, where it is about one. Never a value of it or of another record. */
export interface RowFault {
  /** A field's name, or `gridCode`, `lng`, `lat`; null for the row as a whole. */
  readonly column: string | null;
  readonly rule: CellRule;
}
