import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { collectionsApi, registersApi } from '@wangge/contracts';
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

const RESIDENTS = { register: 'residents' };

/** A resident of the worker's grid of whom the occupation is not known, and a table that asks for it. */
async function askForOccupation(): Promise<string> {
  const [staff, { scope = '' }] = [await server.as('community'), await server.account('worker1')];
  const values = { name: '欧阳晚霞', gender: '2', residentKind: 'registered' };
  const { id } = await staff.call(registersApi.create, { params: RESIDENTS, body: { id: randomUUID(), gridCode: scope, values } });
  const columns = [{ key: 'occupation', ask: true }];
  const filter = { scope, q: '欧阳晚霞' };
  const table = { id: randomUUID(), title: '晚霞走访表', register: 'residents', filter, columns, questions: [], dueOn: null };
  await staff.call(collectionsApi.make, { body: table });
  return id;
}
const recordOf = async (id: string) => (await server.as('community')).call(registersApi.get, { params: { ...RESIDENTS, id } });
async function arrived(id: string, occupation: string): Promise<void> {
  for (let tries = 0; tries < 100 && (await recordOf(id)).values.occupation !== occupation; tries += 1) await page.waitForTimeout(100);
  expect((await recordOf(id)).values.occupation).toBe(occupation);
}

test('what a table lacks is filled in without network, and the register has it once the network is back', async () => {
  const id = await askForOccupation();
  await page.goto(`${server.origin}/phone/#/tasks`);
  await page.getByText('晚霞走访表').click();
  await page.getByText('缺 职业').click();
  await page.getByLabel('职业').waitFor();
  await worker.context.setOffline(true);
  await page.getByLabel('职业').fill('教师');
  await page.locator('footer.act button').click();
  await page.getByText('都补完了').waitFor();
  await worker.context.setOffline(false);
  await arrived(id, '教师');
  await page.goto(`${server.origin}/phone/#/tasks`);
  await page.getByText('晚霞走访表').waitFor({ state: 'detached' });

  // What somebody else changed meanwhile is not overwritten unseen.
  await page.goto(`${server.origin}/phone/#/registers/residents/${id}`);
  await page.getByRole('link', { name: '修改' }).click();
  await page.getByLabel('职业').waitFor();
  await worker.context.setOffline(true);
  await page.getByLabel('职业').fill('医生');
  await page.locator('footer.act button').click();
  const { version } = await recordOf(id);
  const change = { version, values: { occupation: '律师' } };
  await (await server.as('community')).call(registersApi.change, { params: { ...RESIDENTS, id }, body: change });
  await worker.context.setOffline(false);
  await openOutbox();
  await page.getByRole('button', { name: '比一比' }).click();
  await page.getByText('登记库现在：律师').waitFor();
  await page.getByLabel('您填的：医生').check();
  await page.getByRole('button', { name: '就按选的保存' }).click();
  await arrived(id, '医生');
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
