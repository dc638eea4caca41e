import {
  commonTexts,
  type CommonKey,
  LANGUAGE_TAG,
  type Locale,
  LOCALES,
  rememberedLocale,
  rememberLocale,
  texts,
  type Translate,
  type WallKey,
  wallTexts,
} from '@wangge/texts';
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';

export type Words = Translate<CommonKey | WallKey>;

export interface Language {
  readonly locale: Locale;
  readonly t: Words;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language>({
  locale: 'zh',
  t: texts('zh', commonTexts, wallTexts),
  choose: () => undefined,
});

export const useLanguage = (): Language => useContext(LanguageContext);

/** `?lang=en` wins and is remembered, so that a wall can be set up by its address. */
function firstLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang');
  const known = LOCALES.find((locale) => locale === asked);
  if (known) rememberLocale(known);
  return known ?? rememberedLocale();
}

export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [locale, setLocale] = useState(firstLocale);
  const language = useMemo<Language>(() => {
    const choose = (next: Locale) => {
      rememberLocale(next);
      setLocale(next);
    };
    return { locale, t: texts(locale, commonTexts, wallTexts), choose };
  }, [locale]);
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAG[locale];
    document.title = language.t('wall.title');
  }, [locale, language]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}
