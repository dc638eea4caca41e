import { type CommonKey, commonTexts, errorKey, type PhoneKey, phoneTexts, texts, type Translate } from '@wangge/texts';
import { ApiError, OfflineError } from '@wangge/api-client';
import { useMemo } from 'preact/hooks';
import { localeChoice } from './preferences';
import { useStore } from './store';

export type PhoneWords = Translate<CommonKey | PhoneKey>;

/** The words of the chosen language. */
export function useWords(): PhoneWords {
  const locale = useStore(localeChoice);
  return useMemo(() => texts(locale, commonTexts, phoneTexts), [locale]);
}

/** The code under which the texts explain an error. */
export function codeOf(error: unknown): string {
  if (error instanceof ApiError) return error.code;
  return error instanceof OfflineError ? 'offline' : 'unknown';
}

export function sentenceFor(error: unknown, t: PhoneWords): string {
  return t(errorKey(codeOf(error)));
}
