import type { RunningServer } from '@wangge/testing';
import type { Browser, Page } from 'playwright-core';
import type { Arranged } from './arranged.js';
import { Person, type Size } from './browser.js';

/** What is done on each screen and state that a walk comes by. */
export type Look = (name: string, page: Page) => Promise<void>;

/** One walk through the screens. */
export interface Walk {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly arranged: Arranged;
  readonly look: Look;
  /** What the browser remembers, as the language and the size of text. */
  readonly remembers?: Readonly<Record<string, string>>;
  /** Told of every page before it opens. */
  readonly meet?: (page: Page) => void;
}

/** Somebody who walks, where the worker's grid is. */
export async function walker({ browser, arranged, remembers = {}, meet }: Walk, size: Size): Promise<Person> {
  const person = await Person.at(browser, size, { remembers, position: arranged.spot });
  meet?.(person.page);
  return person;
}

/** Waits until nothing is awaited and nothing moves: what is looked at is what stays. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const isAwaited = document.querySelector('[aria-busy="true"], .skeleton') !== null;
    const isLoading = [...document.querySelectorAll('.empty')].some((empty) =>
      /^(正在载入…|Loading…)/.test(empty.textContent ?? ''),
    );
    const moves = document.getAnimations().some(({ playState, effect }) => {
      return playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    });
    return document.fonts.status === 'loaded' && !isAwaited && !isLoading && !moves;
  });
}
