import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { RunningServer } from '@wangge/testing';
import type { Browser, Page } from 'playwright-core';
import { type Arranged, arrange } from './arranged.js';
import { seriousFindings } from './axe.js';
import { CONSOLE, launchBrowser, Person, PHONE } from './browser.js';
import { walkConsole } from './console-screens.js';
import { cutTexts, sidewaysBoxes, smallTargets, unreachableButtons } from './measures.js';
import { walkPhone } from './phone-screens.js';
import { walkPublic, walkWall } from './public-screens.js';
import { type Look, settled } from './screens.js';

jest.setTimeout(600_000);

let server: RunningServer;
let browser: Browser;
let arranged: Arranged;

beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start('embedded'), launchBrowser()]);
  arranged = await arrange(server);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Measure = (page: Page) => Promise<readonly string[]>;

/** Gathers what the measures find on every screen of a walk, so that one run tells all of it. */
function gathering(...measures: readonly Measure[]): { readonly look: Look; readonly found: string[]; readonly seen: string[] } {
  const [found, seen]: [string[], string[]] = [[], []];
  const look: Look = async (name, page) => {
    await settled(page);
    seen.push(name);
    for (const measure of measures) found.push(...(await measure(page)).map((finding) => `${name}: ${finding}`));
  };
  return { look, found, seen };
}

describe('no screen has a serious finding of axe', () => {
  test.each([
    ['console', walkConsole],
    ['wall', walkWall],
    ['chooser and residents’ page', walkPublic],
  ] as const)('%s', async (_, walk) => {
    const { look, found, seen } = gathering(seriousFindings, cutTexts);
    await walk({ server, browser, arranged, look });
    expect(found).toEqual([]);
    expect(seen.length).toBeGreaterThan(4);
  });
});

describe('the phone can be read and pressed', () => {
  test.each(['standard', 'large', 'extra'])('with text of size %s', async (size) => {
    const { look, found, seen } = gathering(seriousFindings, smallTargets, cutTexts, sidewaysBoxes, unreachableButtons);
    await walkPhone({ server, browser, arranged, look, remembers: { 'wangge.phone.size': size } });
    expect(found).toEqual([]);
    expect(seen.length).toBeGreaterThan(25);
  });
});
