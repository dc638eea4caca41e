import type { FieldValue } from '@wangge/contracts';
import { SHAPE_RULES, type ShapeRule } from '../registers/shapes.js';
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
  'place-outside-district',
  'feature-broken',
  'feature-too-large',
  'feature-too-deep',
  'duplicate',
  'duplicate-in-file',
  'taken-out',
] as const;
export type CellRule = (typeof CELL_RULES)[number] | ShapeRule | ValueRule;

export const ROW_RULES: readonly CellRule[] = [...new Set([...VALUE_RULES, ...SHAPE_RULES, ...CELL_RULES])];

/** What a cell says of a field: a value as its schema takes it, or the rule it broke. */
export type CellReading = { readonly value: FieldValue } | { readonly rule: CellRule };

/** Why a row is not taken: the column it is about, where it is about one. Never a value of it or of another record. */
export interface RowFault {
  /** A field's name, or `gridCode`, `lng`, `lat`; null for the row as a whole. */
  readonly column: string | null;
  readonly rule: CellRule;
}
