import type { EditionSummary, StandardFinding } from '@wangge/contracts';
import type { BookColumn } from '@wangge/domain';
import { type Locale, type StandardKey, standardTexts, texts } from '@wangge/texts';
import type { LabelWords } from '../registers/register-words';

const isKey = (key: string): key is StandardKey => Object.hasOwn(standardTexts.zh, key);

/** What is wrong, in the words that stand in a returned file too. */
export function findingWords({ rule, about }: Pick<StandardFinding, 'rule' | 'about'>, locale: Locale): string {
  const key = `standard.rule.${rule}`;
  return isKey(key) ? texts(locale, standardTexts)(key, { about }) : rule;
}

/** A cell as it is read: the words of a choice, the name of a department or place. */
export function cellWords(column: BookColumn, value: string, names: Readonly<Record<string, string>>, labelOf: LabelWords): string {
  const choice = column.choices?.find(({ code }) => code === value);
  return choice ? labelOf(choice.label) : (names[value] ?? value);
}

export type ShownState = 'draft' | 'in-force' | 'ahead' | 'past' | 'withdrawn';

export function shownState({ state, inForce, effectiveOn }: EditionSummary, today: string): ShownState {
  if (state !== 'published') return state;
  if (inForce) return 'in-force';
  return (effectiveOn ?? '') > today ? 'ahead' : 'past';
}

/** The local day, as `2026-06-12`. */
export const localToday = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
