import { LANGUAGE_TAG, type Locale, rememberedLocale, rememberLocale } from '@wangge/texts';
import { Store } from './store';

export const TEXT_SIZES = ['standard', 'large', 'extra'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const SIZE_KEY = 'wangge.phone.size';

/** What this device remembers of its owner's wishes. */
export const localeChoice = new Store<Locale>(rememberedLocale());
export const sizeChoice = new Store<TextSize>(TEXT_SIZES.find((size) => size === localStorage.getItem(SIZE_KEY)) ?? 'standard');

export function chooseLocale(locale: Locale): void {
  rememberLocale(locale);
  localeChoice.set(locale);
  document.documentElement.lang = LANGUAGE_TAG[locale];
}

export function chooseSize(size: TextSize): void {
  localStorage.setItem(SIZE_KEY, size);
  sizeChoice.set(size);
  document.documentElement.dataset.size = size;
}

/** Before the first drawing, so that nothing jumps. */
export function applyPreferences(): void {
  document.documentElement.lang = LANGUAGE_TAG[localeChoice.value];
  document.documentElement.dataset.size = sizeChoice.value;
}
