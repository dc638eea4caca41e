import type { PhoneWords } from '../data/words';

const NAMES = ['note', 'reason', 'photos', 'score', 'verification'] as const;

/** What a field of a step is called. */
export function fieldWord(name: string, t: PhoneWords): string {
  const known = NAMES.find((candidate) => candidate === name);
  return known ? t(`field.${known}`) : name;
}
