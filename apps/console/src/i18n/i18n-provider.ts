import { commonTexts, LANGUAGE_TAG, LOCALES, type Locale, rememberedLocale, rememberLocale } from '@wangge/texts';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import type { I18nProvider } from 'react-admin';
import { raZh } from './ra-zh';

const RA_MESSAGES = { zh: raZh, en: englishMessages } as const;

export const localeOf = (name: string): Locale => LOCALES.find((locale) => locale === name) ?? 'zh';

/** react-admin shows an error's message through the translations, and ours carry their code as the message. */
function sentencesByCode(locale: Locale): Record<string, string> {
  const entries = Object.entries(commonTexts[locale]).filter(([key]) => key.startsWith('error.'));
  return Object.fromEntries(entries.map(([key, sentence]) => [key.slice('error.'.length), sentence]));
}

function messagesOf(name: string) {
  const locale = localeOf(name);
  document.documentElement.lang = LANGUAGE_TAG[locale];
  rememberLocale(locale);
  return { ...RA_MESSAGES[locale], ...sentencesByCode(locale) };
}

export const i18nProvider: I18nProvider = polyglotI18nProvider(messagesOf, rememberedLocale(), [
  { locale: 'zh', name: commonTexts.zh['language.zh'] },
  { locale: 'en', name: commonTexts.en['language.en'] },
]);
