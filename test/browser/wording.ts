import { commonTexts, consoleTexts, phoneTexts, reportTexts, wallTexts } from '@wangge/texts';
import type { Page } from 'playwright-core';

const SETS = [commonTexts, consoleTexts, phoneTexts, wallTexts, reportTexts] as const;
const KEYS = SETS.flatMap(({ zh }) => Object.keys(zh));
const CHINESE: ReadonlySet<string> = new Set(SETS.flatMap(({ zh }) => Object.values(zh)));
/** What each language is called is said in itself. */
const OWN_NAMES: ReadonlySet<string> = new Set([commonTexts.zh['language.zh'], commonTexts.zh['language.en']]);
const SPACES = [...new Set(KEYS.map((key) => key.split('.')[0] ?? '')), 'ra'];
const KEY_LIKE = new RegExp(`(?<![\\w.-])(?:${SPACES.join('|')})(?:\\.[a-z0-9_-]+)+(?![\\w-])`);
const HOLE = /\{[a-z]+(?::[^}]*)?\}/;
const HAN = /\p{Script=Han}+/gu;
/** Words that are the same in Chinese. */
const LATIN = /[A-Za-z]{3,}/g;
const COMMON_WORDS = new Set(['English', 'Wangge', 'Ctrl', 'JPEG', 'PNG', 'WebP']);

/** What the server has sent and what was typed: names, classes, words of people, which no screen translates. */
export class Data {
  private readonly strings = new Set<string>();

  /** Listens to a page; to be called before it opens. */
  follow(page: Page): void {
    page.on('response', async (response) => {
      if (!response.url().includes('/api/v1/')) return;
      const text = await response.text().catch(() => '');
      for (const [, string = ''] of text.matchAll(/"((?:[^"\\]|\\.)*)"/g)) this.strings.add(string);
    });
  }

  add(strings: readonly string[]): void {
    for (const string of strings) this.strings.add(string);
  }

  /** Screens shorten names, so a part of one is one. */
  has(part: string): boolean {
    return [...this.strings].some((string) => string.includes(part));
  }

  isWhole(string: string): boolean {
    return this.strings.has(string);
  }
}

/** Everything the page says: its text, and what it says to assistive technology or on pointing. */
export async function saidOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = new Set<string>([document.title]);
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement, textContent } = node;
      if (parentElement && !parentElement.closest('script, style, noscript') && isShown(parentElement))
        said.add(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (!isShown(element)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.add(element.getAttribute(name) ?? '');
    }
    return [...said].map((text) => text.trim()).filter(Boolean);
  });
}

export const typedOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    ),
  );

/** Names of texts instead of texts, and texts whose holes were not filled. */
export const rawTexts = (said: readonly string[]): readonly string[] =>
  said.filter((text) => KEY_LIKE.test(text) || HOLE.test(text));

/** Chinese on an English screen that is nobody's data. */
export const leftInChinese = (said: readonly string[], data: Data): readonly string[] =>
  said.filter((text) => {
    if (OWN_NAMES.has(text)) return false;
    const runs = text.match(HAN) ?? [];
    // A label may be part of a name, so it is known by being the whole of a text.
    const isLabel = CHINESE.has(text) && !data.isWhole(text);
    return runs.length > 0 && (isLabel || runs.some((run) => !data.has(run)));
  });

/** English words on a Chinese screen that are nobody's data. */
export const leftInEnglish = (said: readonly string[], data: Data): readonly string[] =>
  said.filter((text) => (text.match(LATIN) ?? []).some((word) => !COMMON_WORDS.has(word) && !data.has(word)));
