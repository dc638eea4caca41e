import type { Locale } from './locale.js';

/**
 * The messages of one part of the platform, in every language with the same keys. A screen takes only the catalogues
 * it shows, so that a phone never loads the words of the console.
 */
export type Catalogue<Key extends string = string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

/** Gives the English part the keys of the Chinese one: one missing or one too many does not compile. */
export type SameKeys<Chinese extends object> = { readonly [Key in keyof Chinese]: string };

export type Params = Readonly<Record<string, string | number>>;
export type Translate<Key extends string> = (key: Key, params?: Params) => string;

export type KeyOf<C> = C extends { readonly zh: infer Words } ? keyof Words & string : never;

/** `texts('zh', commonTexts, phoneTexts)('status.filed')`: a function that knows the keys of these catalogues only. */
export function texts<const C extends readonly Catalogue[]>(locale: Locale, ...catalogues: C): Translate<KeyOf<C[number]>> {
  const words: Record<string, string> = Object.assign({}, ...catalogues.map((catalogue) => catalogue[locale]));
  return (key, params = {}) => fill(words[key] ?? key, params);
}

/** `{name}` is replaced by the parameter; `{count:event|events}` chooses the second unless the parameter is 1. */
export function fill(message: string, params: Params): string {
  return message.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one === undefined) return String(value);
    return Number(value) === 1 ? one : (many ?? '');
  });
}
