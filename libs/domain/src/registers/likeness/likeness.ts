import type { FieldValue, FieldValues, Likeness, LikenessPart } from '@wangge/contracts';
import { comparable, isClose } from './comparable.js';
import type { LikenessDefinition, ScoredField } from './definition.js';

const FULL = 100;

/**
 * How alike two records are, 0 to 100, and why: the shares of the parts add up to the score. The same number is all;
 * different numbers of a field that tells things apart are nothing; else the scored fields count.
 */
export function likeness(definition: LikenessDefinition, one: FieldValues, other: FieldValues): Likeness {
  const same = definition.exact.find((field) => agree(one[field], other[field]));
  if (same !== undefined) return { score: FULL, parts: [{ field: same, finding: 'same', share: FULL, of: FULL }] };
  const apart = definition.distinct.find((field) => isGiven(one[field]) && isGiven(other[field]));
  if (apart !== undefined) return { score: 0, parts: [{ field: apart, finding: 'different', share: 0, of: FULL }] };
  const parts = definition.scored.map((scored) => compare(scored, one, other));
  return { score: parts.reduce((sum, { share }) => sum + share, 0), parts };
}

export const isAlike = ({ threshold }: LikenessDefinition, { score }: Likeness): boolean => score >= threshold;

function compare({ field, weight, how }: ScoredField, one: FieldValues, other: FieldValues): LikenessPart {
  const [a, b] = [comparable(how, one[field]), comparable(how, other[field])];
  if (a === undefined || b === undefined) return { field, finding: 'missing', share: 0, of: weight };
  if (a === b) return { field, finding: 'same', share: weight, of: weight };
  if (isClose(how, a, b)) return { field, finding: 'close', share: Math.floor(weight / 2), of: weight };
  return { field, finding: 'different', share: 0, of: weight };
}

const isGiven = (value: FieldValue | undefined): boolean => comparable('equal', value) !== undefined;
const agree = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  isGiven(one) && comparable('equal', one) === comparable('equal', other);

/**
 * What a record is looked up by: records that share one of these texts are compared. They hold what was entered, so
 * nothing but a keyed hash of them may be stored.
 */
export function likenessKeys({ exact, lookups, scored }: LikenessDefinition, values: FieldValues): string[] {
  const whole = exact.map((field) => [[field, comparable('equal', values[field])]] as const);
  const together = lookups.map((fields) =>
    fields.map((field) => {
      const how = scored.find((each) => each.field === field)?.how ?? 'equal';
      return [field, comparable(how, values[field])] as const;
    }),
  );
  return [...whole, ...together].filter((parts) => parts.every(([, text]) => text !== undefined)).map((parts) => JSON.stringify(parts));
}

/** The fields that likeness reads. */
export const likenessFields = ({ exact, distinct, scored }: LikenessDefinition): ReadonlySet<string> =>
  new Set([...exact, ...distinct, ...scored.map(({ field }) => field)]);
