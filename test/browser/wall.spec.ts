import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { accountsApi, type AccountView, standardsApi } from '@wangge/contracts';
import { RunningServer } from '@wangge/testing';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, Person, WALL } from './browser.js';
import { Loop } from './loop.js';
import { Relay } from './relay.js';

jest.setTimeout(300_000);

const WITHIN_MS = 1000;
/** The wall asks anew every ten seconds while its server is away. */
const BACK_WITHIN_MS = 45_000;
const PRIVATE = ['张翠花', '13904671234'];

let server: RunningServer;
let relay: Relay;
let browser: Browser;
let loop: Loop;
let wall: Person;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start('embedded'), launchBrowser()]);
  loop = new Loop(server);
  relay = await Relay.to(() => server.origin);
  wall = await Person.at(browser, WALL);
  page = await wall.signIn(server, 'wall', 'leader', relay.origin);
  await crumb(1).waitFor();
});
afterAll(async () => {
  await browser.close();
  await relay.stop();
  await server.stop();
});

const crumb = (level: number) => page.locator(`.crumbs li:nth-child(${level}) [aria-current]`);
const area = (code: string) => page.locator(`.wall-map [data-map-key="${code}"]`);
const nodesOfWorker = async (): Promise<readonly [string, string]> => {
  const { scope = '' } = await server.account('worker1');
  return [scope.slice(0, 9), scope.slice(0, 12)];
};

/** Classes the ticker does not speak of yet, so that a line about one of them is a new line. */
async function quietClasses(count: number): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const { items } = await (await loop.as('desk')).call(standardsApi.classes, { query: {} });
  const shown = await page.locator('.ticker').innerText();
  return items.filter(({ name }) => !shown.includes(name)).slice(-count);
}

/** Milliseconds from the server's answer to the first line of the ticker, by the machine's clock. */
async function untilShown({ code, name }: { readonly code: string; readonly name: string }): Promise<number> {
  const shown = page.waitForFunction((wanted) => {
    return document.querySelector('.ticker li:first-child strong')?.textContent === wanted ? Date.now() : false;
  }, name);
  const description = `${PRIVATE.join(' ')} 说楼下很吵`;
  await loop.report('worker1', await loop.spotOf('worker1'), description, { classCode: code, place: `${PRIVATE[0]}家门口` });
  const answered = Date.now();
  return ((await (await shown).jsonValue()) || Number.POSITIVE_INFINITY) - answered;
}

test('a new report is on the ticker within a second of the server’s answer', async () => {
  const waits: number[] = [];
  for (const matter of await quietClasses(3)) waits.push(await untilShown(matter));
  expect(waits).toHaveLength(3);
  expect([...waits].sort((a, b) => a - b)[1]).toBeLessThanOrEqual(WITHIN_MS);
});

test('it leads down by click and by key, and back by Escape, path, ladder and the browser', async () => {
  const [street, community] = await nodesOfWorker();
  await area(street).click();
  await crumb(2).waitFor();
  await area(community).focus();
  await page.keyboard.press('Enter');
  await crumb(3).waitFor();
  await page.keyboard.press('Escape');
  await crumb(2).waitFor();
  await page.goBack();
  await crumb(3).waitFor();
  await page.locator('.ladder button').nth(1).click();
  await crumb(2).waitFor();
  await page.locator('.crumbs button').first().click();
  await crumb(1).waitFor();
  await area(street).focus();
  await page.locator('.wall-map .map-pointed').waitFor({ state: 'attached' });
});

async function everyAccount(): Promise<readonly AccountView[]> {
  const administrator = await loop.as('sysadmin');
  const found: AccountView[] = [];
  for (let number = 1; number <= 10; number += 1) {
    const { items } = await administrator.call(accountsApi.list, { query: { page: number, perPage: 100 } });
    found.push(...items);
  }
  return found;
}

test('it shows no name of a person, nor what somebody has typed', async () => {
  const accounts = await everyAccount();
  expect(accounts.length).toBeGreaterThan(100);
  // The words of a post, as the demo's residents have them for a name, tell nothing of a person.
  const names = accounts.flatMap(({ name, username }) => (name === '居民' ? [username] : [name, username]));
  const [street, community] = await nodesOfWorker();
  for (const [level, code] of [
    [1, street.slice(0, 6)],
    [2, street],
    [3, community],
  ] as const) {
    await page.goto(`${relay.origin}/wall/#${code}`);
    await crumb(level).waitFor();
    const everything = await page.content();
    const seen = [...names, ...PRIVATE].filter((name) => everything.includes(name));
    // The wall is watched by somebody whose own name is not on it either.
    expect(seen).toEqual([]);
  }
});

test('it says that its figures are old while the server is away, keeps them, and is live again by itself', async () => {
  const figures = () => page.locator('.figures .value').allInnerTexts();
  await page.locator('.freshness:not(.is-stale):not(.is-quiet)').waitFor();
  await server.kill('SIGKILL');
  await page.locator('.freshness.is-stale').waitFor({ timeout: BACK_WITHIN_MS });
  await page.getByText('连不上服务器').waitFor();
  // A number that was just rolling comes to rest; from then on all of them stand.
  await page.waitForTimeout(1000);
  const resting = await figures();
  expect(resting).toHaveLength(6);
  expect(resting[0]).toMatch(/[1-9]/);
  await page.waitForTimeout(2000);
  expect(await figures()).toEqual(resting);
  await server.launch();
  await page.locator('.freshness:not(.is-stale):not(.is-quiet)').waitFor({ timeout: BACK_WITHIN_MS });
  loop = new Loop(server);
  const [matter] = await quietClasses(1);
  if (!matter) throw new Error('the ticker speaks of every class');
  expect(await untilShown(matter)).toBeLessThanOrEqual(5 * WITHIN_MS);
  expect(wall.errors).toEqual([]);
});
