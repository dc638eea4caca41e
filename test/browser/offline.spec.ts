import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { RunningServer } from '@wangge/testing';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, Person, PHONE } from './browser.js';
import { Loop } from './loop.js';
import './once-more.js';

jest.setTimeout(300_000);

let server: RunningServer;
let browser: Browser;
let worker: Person;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start('embedded'), launchBrowser()]);
  const spot = await new Loop(server).spotOf('worker1');
  worker = await Person.at(browser, PHONE, { position: spot });
  page = await worker.signIn(server, 'phone', 'worker1');
  // From now on this version of the screen lies on the device.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Opens the form, from nothing, and says what is to be seen. */
async function report(words: string): Promise<void> {
  await page.goto(`${server.origin}/phone/#/report`);
  await page.locator('textarea').fill(words);
  await page.locator('.place b').waitFor();
  await page.locator('footer.act button').click();
  await page.locator('textarea').waitFor({ state: 'detached' });
}
async function seen(happened: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !happened(); tries += 1) await page.waitForTimeout(100);
  expect(happened()).toBe(true);
}
const openOutbox = async () => {
  await page.goto(`${server.origin}/phone/#/outbox`);
  await page.locator('.page h1').waitFor();
};

test('the phone is opened anew without network, takes a report, and keeps it over being closed', async () => {
  await worker.context.setOffline(true);
  await page.goto('about:blank');
  await page.goto(`${server.origin}/phone/`);
  await page.getByText('无网络').first().waitFor();
  await report('巷口的路灯不亮了');
  await page.goto('about:blank');
  await page.goto(`${server.origin}/phone/#/outbox`);
  await page.getByText('巷口的路灯不亮了').waitFor();
});

test('it arrives once the network is back', async () => {
  await worker.context.setOffline(false);
  await page.locator('.rows').getByText('巷口的路灯不亮了').waitFor();
});

test('a report that hangs as the network goes is not waited for', async () => {
  let hung = false;
  await page.route('**/api/v1/events', (route) => {
    if (hung || route.request().method() !== 'POST') return route.continue();
    hung = true;
  });
  await report('桥头的护栏断了一截');
  await seen(() => hung);
  await openOutbox();
  // The browser says so at once; what was under way would answer only when its time is over.
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await page.evaluate(() => dispatchEvent(new Event('online')));
  // Long before the client's patience of half a minute would have ended.
  await page.locator('.rows').getByText('桥头的护栏断了一截').waitFor({ timeout: 15_000 });
});

test('nothing that the server answered is kept beside the pages', async () => {
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const shelves = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return shelves.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.filter((path) => !path.startsWith('/phone/'))).toEqual([]);
  expect(worker.errors).toEqual([]);
});
