/** Chinese first, English complete beside it. */
export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** What `<html lang>` says. */
export const LANGUAGE_TAG = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Locale, string>;

const STORED_AS = 'wangge.locale';

/** The language chosen on this device; Chinese until somebody chooses. */
export function rememberedLocale(): Locale {
  const stored = storage()?.getItem(STORED_AS);
  return LOCALES.find((locale) => locale === stored) ?? 'zh';
}

export function rememberLocale(locale: Locale): void {
  storage()?.setItem(STORED_AS, locale);
}

/** Reading `localStorage` throws where the browser forbids it: the choice then lasts as long as the page. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
