import { type CommonKey, type ConsoleKey, commonTexts, consoleTexts, type Translate, texts } from '@wangge/texts';
import { useMemo } from 'react';
import { useLocale } from 'react-admin';
import { localeOf } from './i18n-provider';

export type T = Translate<CommonKey | ConsoleKey>;

/** The words of the console in the language chosen now. */
export function useTexts(): T {
  const locale = useLocale();
  return useMemo(() => texts(localeOf(locale), commonTexts, consoleTexts), [locale]);
}
