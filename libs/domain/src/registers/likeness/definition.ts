import type { Comparison } from './comparable.js';

export interface ScoredField {
  readonly field: string;
  /** Its share where it is the same, half of it where it is close. The weights of a definition add up to 100. */
  readonly weight: number;
  readonly how: Comparison;
}

/** When two records of a register may be the same thing entered twice. */
export interface LikenessDefinition {
  /** Fields of which one equal value is enough. */
  readonly exact: readonly string[];
  /** Of these, fields of which two different values mean two different things, however alike the rest is. */
  readonly distinct: readonly string[];
  readonly scored: readonly ScoredField[];
  /** From this score (of 100) on, two records are shown as possibly the same. */
  readonly threshold: number;
  /** Scored fields that are looked up together: only what agrees in all of one group is compared, never all with all. */
  readonly lookups: readonly (readonly string[])[];
}
