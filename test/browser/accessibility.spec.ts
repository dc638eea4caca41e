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

/** Whether the focus can be seen: the screen looks otherwise without it. */
async function showsFocus(page: Page): Promise<boolean> {
  const focused = await page.evaluateHandle(() => document.activeElement);
  const picture = () => page.screenshot({ animations: 'disabled' });
  const withFocus = await picture();
  await focused.evaluate((element) => element instanceof HTMLElement && element.blur());
  const without = await picture();
  await focused.evaluate((element) => element instanceof HTMLElement && element.focus());
  return !withFocus.equals(without);
}

describe('the keyboard is enough', () => {
  test('j and k lead through the list, Enter opens, Escape closes what a step has opened', async () => {
    const desk = await Person.at(browser, CONSOLE);
    const page = await desk.signIn(server, 'console', 'desk');
    await page.goto(`${server.origin}/console/#/events`);
    const rows = page.locator('.event-table tbody tr');
    await rows.nth(3).waitFor();
    const current = () => rows.evaluateAll((all) => all.findIndex((row) => row === document.activeElement));
    const visited: number[] = [];
    for (const key of ['j', 'j', 'j', 'k', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key);
      visited.push(await current());
      expect(await showsFocus(page)).toBe(true);
    }
    expect(visited).toEqual([0, 1, 2, 1, 2, 1]);
    const number = await rows.nth(1).locator('a').first().innerText();
    await page.keyboard.press('Enter');
    await page.locator('.event-heading .number', { hasText: number }).waitFor();
    await page.goBack();
    const step = page.locator('.row-steps button.strong').first();
    await step.focus();
    await page.keyboard.press('Enter');
    await page.locator('.step-drawer form').waitFor();
    for (let turn = 0; turn < 15; turn += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.MuiDrawer-root') !== null)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.locator('.step-drawer').waitFor({ state: 'detached' });
    expect(await step.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(desk.errors).toEqual([]);
    await desk.leave();
  });

  test('every stop of the Tab key on the console’s pages shows the focus', async () => {
    const desk = await Person.at(browser, CONSOLE);
    const page = await desk.signIn(server, 'console', 'desk');
    for (const address of ['', 'events', `events/${arranged.reported}/show`, 'events/create']) {
      await page.goto(`${server.origin}/console/#/${address}`);
      await page.locator('main h1').first().waitFor();
      await settled(page);
      const hidden: string[] = [];
      for (let stop = 0; stop < 20; stop += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        if (!(await showsFocus(page)))
          hidden.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? ''));
      }
      expect({ address, hidden }).toEqual({ address, hidden: [] });
    }
    await desk.leave();
  });

  test('a sheet of the phone keeps the focus, and gives it back to what opened it', async () => {
    const worker = await Person.at(browser, PHONE, { position: arranged.spot });
    const page = await worker.signIn(server, 'phone', 'worker1');
    for (const [address, opener] of [
      ['', '.head .zi'],
      ['', '.first .two button'],
      ['me', 'main .btn.line.wide'],
      ['report', '.place button'],
    ] as const) {
      await page.goto(`${server.origin}/phone/#/${address}`);
      const button = page.locator(opener);
      await button.waitFor();
      await button.focus();
      await page.keyboard.press('Enter');
      await page.locator('dialog').waitFor();
      for (let turn = 0; turn < 8; turn += 1) {
        await page.keyboard.press('Tab');
        const place = await page.evaluate(() =>
          document.activeElement === document.body ? 'browser' : document.activeElement?.closest('dialog') ? 'sheet' : 'page',
        );
        expect(place).not.toBe('page');
      }
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    expect(worker.errors).toEqual([]);
    await worker.leave();
  });
});
