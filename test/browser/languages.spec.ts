import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Locale } from '@wangge/texts';
import { RunningServer } from '@wangge/testing';
import type { Browser } from 'playwright-core';
import { type Arranged, arrange } from './arranged.js';
import { launchBrowser } from './browser.js';
import { walkConsole } from './console-screens.js';
import { walkPhone } from './phone-screens.js';
import { walkPublic, walkWall } from './public-screens.js';
import { settled, type Walk } from './screens.js';
import { Data, leftInChinese, leftInEnglish, rawTexts, saidOn, typedOn } from './wording.js';

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

const LEFT = { zh: leftInEnglish, en: leftInChinese } as const;

/** What a walk in one language comes by that is said in no language, or in the other one. */
async function foundOn(walk: (walk: Walk) => Promise<void>, locale: Locale): Promise<readonly string[]> {
  const data = new Data();
  const found = new Set<string>();
  const look: Walk['look'] = async (name, page) => {
    await settled(page);
    // Both languages stand side by side there.
    if (name.startsWith('chooser')) return;
    data.add(await typedOn(page));
    const said = await saidOn(page);
    for (const text of [...rawTexts(said), ...LEFT[locale](said, data)]) found.add(`${name}: ${text}`);
  };
  await walk({ server, browser, arranged, look, meet: (page) => data.follow(page), remembers: { 'wangge.locale': locale } });
  return [...found];
}

describe.each([
  ['console', walkConsole],
  ['phone', walkPhone],
  ['wall', walkWall],
  ['residents’ page', walkPublic],
] as const)('%s', (_, walk) => {
  test.each(['zh', 'en'] as const)('speaks one language throughout: %s', async (locale) => {
    expect(await foundOn(walk, locale)).toEqual([]);
  });
});
