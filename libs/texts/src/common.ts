import { errorEn, errorZh } from './common/error-texts.js';
import { eventEn, eventZh } from './common/event-texts.js';
import { fieldEn, fieldZh } from './common/field-texts.js';
import { peopleEn, peopleZh } from './common/people-texts.js';
import { ruleEn, ruleZh } from './common/rule-texts.js';
import { timeEn, timeZh } from './common/time-texts.js';
import { unitEn, unitZh } from './common/unit-texts.js';
import type { KeyOf } from './translate.js';

/** What every screen says. */
export const commonTexts = {
  zh: { ...eventZh, ...fieldZh, ...peopleZh, ...timeZh, ...errorZh, ...ruleZh, ...unitZh },
  en: { ...eventEn, ...fieldEn, ...peopleEn, ...timeEn, ...errorEn, ...ruleEn, ...unitEn },
} as const;

export type CommonKey = KeyOf<typeof commonTexts>;

/** The sentence for an error: by its code where the server said one, else the general one. */
export function errorKey(code: string | undefined): CommonKey {
  const key = `error.${code ?? 'unknown'}`;
  return isErrorKey(key) ? key : 'error.unknown';
}

const isErrorKey = (key: string): key is keyof typeof errorZh => Object.hasOwn(errorZh, key);
