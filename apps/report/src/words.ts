import { ApiError, OfflineError } from '@wangge/api-client';
import {
  type CommonKey,
  commonTexts,
  errorKey,
  LANGUAGE_TAG,
  type Locale,
  type ReportKey,
  rememberedLocale,
  rememberLocale,
  reportTexts,
  texts,
  type Translate,
} from '@wangge/texts';
import { createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';

export type ReportWords = Translate<CommonKey | ReportKey>;

export interface Language {
  readonly locale: Locale;
  readonly t: ReportWords;
  readonly choose: (locale: Locale) => void;
}

export const LanguageContext = createContext<Language | undefined>(undefined);

/** The language of this page, for the one place that provides it. */
export function useLanguageChoice(): Language {
  const [locale, setLocale] = useState(rememberedLocale);
  return useMemo(
    () => ({
      locale,
      t: texts(locale, commonTexts, reportTexts),
      choose: (next: Locale) => {
        rememberLocale(next);
        document.documentElement.lang = LANGUAGE_TAG[next];
        setLocale(next);
      },
    }),
    [locale],
  );
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('used outside of the page');
  return language;
}

export const useWords = (): ReportWords => useLanguage().t;

export function sentenceFor(error: unknown, t: ReportWords): string {
  if (error instanceof ApiError) return t(errorKey(error.code));
  return t(error instanceof OfflineError ? 'error.offline' : 'error.unknown');
}
