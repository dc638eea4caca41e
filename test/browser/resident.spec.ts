import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { RunningServer } from '@wangge/testing';
import type { Browser, Page } from 'playwright-core';
import { CONSOLE, launchBrowser, Person, PHONE } from './browser.js';
import { fileOf, Loop } from './loop.js';

jest.setTimeout(300_000);

const WORDS = '小区门口的雨水井盖响，晚上很吵';
const CONTACT = '13904671234';

let server: RunningServer;
let browser: Browser;
let loop: Loop;
let resident: Person;
let page: Page;
/** Every address the browser went to or asked for. */
const addresses: string[] = [];
let number: string;
let secret: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start('embedded'), launchBrowser()]);
  loop = new Loop(server);
  resident = await Person.at(browser, PHONE);
  ({ page } = resident);
  page.on('request', (request) => addresses.push(request.url()));
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await page.goto(`${server.origin}/report/`);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What outlives the page on this device. */
const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
const lookUp = async (withSecret: string) => {
  await page.getByRole('textbox', { name: '编号' }).fill(number);
  await page.getByRole('textbox', { name: '查询码' }).fill(withSecret);
  await page.getByRole('button', { name: '查询', exact: true }).click();
};

test('a resident reports by a tap on the map, words and a photo, and is given number and secret', async () => {
  const map = page.locator('.pick-map');
  await map.locator('path').first().waitFor();
  await map.click();
  await map.getByRole('button', { name: '位置，用方向键移动' }).waitFor();
  await page.getByRole('textbox', { name: '看到了什么' }).fill(WORDS);
  await page.getByRole('textbox', { name: '联系方式' }).fill(CONTACT);
  await page.locator('input[type=file]').setInputFiles(await fileOf('cover.jpg', '#a33'));
  await page.getByRole('img', { name: '照片 1' }).waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '已收到' }).waitFor();
  await page.getByText('1 张照片都已送到').waitFor();
  [number = '', secret = ''] = await page.locator('.receipt dd').allInnerTexts();
  expect(number).toMatch(/^\d{8}-\d{4,6}$/);
  expect(secret).toMatch(/^[\w-]{22}$/);
});

test('nothing of it is kept on the device unless wished, and the secret is in no address', async () => {
  const unasked = await kept();
  for (const word of [secret, WORDS, CONTACT]) expect(unasked).not.toContain(word);
  const visited = addresses.map((address) => decodeURIComponent(address)).join('\n');
  expect(visited).toContain('/public/reports');
  for (const word of [secret, WORDS, CONTACT, number]) expect(visited).not.toContain(word);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '存成文件' }).click();
  const file = await saving;
  expect(file.url()).not.toContain(secret);
  expect(await readFile(await file.path(), 'utf8')).toContain(secret);
  await page.getByRole('button', { name: '记在这台设备' }).click();
  await page.getByText('已记在这台设备').waitFor();
  expect(await kept()).toContain(secret);
  expect(await kept()).not.toContain(CONTACT);
});

test('the desk sees it with its photo', async () => {
  const desk = await Person.at(browser, CONSOLE);
  const { id } = await loop.eventOf('desk', number);
  const screen = await desk.signIn(server, 'console', 'desk');
  await screen.goto(`${server.origin}/console/#/events/${id}/show`);
  await screen.getByText(WORDS).first().waitFor();
  await screen.getByText('居民随手拍').first().waitFor();
  const picture = screen.locator('.photos-large img').first();
  await picture.waitFor();
  const width = picture.evaluate((image) =>
    image instanceof HTMLImageElement ? image.decode().then(() => image.naturalWidth) : 0,
  );
  expect(await width).toBe(800);
  await desk.leave();
});

test('he follows it by number and secret, and a wrong secret is told kindly', async () => {
  await page.reload();
  await page.getByRole('link', { name: '查进展' }).click();
  await lookUp('not a secret');
  await page.getByText('查询码是 22 个字母').waitFor();
  await lookUp('A'.repeat(22));
  const told = page.locator('.why');
  await told.waitFor();
  expect(await told.innerText()).toMatch(/编号.*查询码/);
  expect(await page.locator('.progress').count()).toBe(0);
  await lookUp(secret);
  await page.locator('.progress').getByText('待受理').first().waitFor();
});

test('once it is closed he rates it, once', async () => {
  await loop.closed(await loop.eventOf('desk', number), 'worker1');
  await lookUp(secret);
  const progress = page.locator('.progress');
  await progress.getByText('已结案').first().waitFor();
  await progress.getByRole('radio', { name: '很满意' }).check({ force: true });
  await progress.getByRole('button', { name: '提交评价' }).click();
  await progress.getByText('您的评价：很满意').waitFor();
  expect(await progress.getByRole('button', { name: '提交评价' }).count()).toBe(0);
  expect(await loop.eventOf('desk', number)).toMatchObject({ status: 'rated', rating: 5 });
  // What he reads names no person who had a hand in it.
  const { name } = await server.account('worker1');
  expect(await progress.innerText()).not.toContain(name);
});

test('a report that is not taken says why', async () => {
  await page.getByRole('link', { name: '报一件事' }).click();
  await page.locator('.pick-map path').first().waitFor();
  await page.locator('.pick-map').click();
  await page.getByRole('textbox', { name: '看到了什么' }).fill('同一件事又报一遍');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.locator('.receipt dd').first().waitFor();
  [number = '', secret = ''] = await page.locator('.receipt dd').allInnerTexts();
  await loop.act('desk', await loop.eventOf('desk', number), 'reject', { reason: '与前一件相同，已一并处理' });
  await page.getByRole('link', { name: '看进展' }).click();
  await page.locator('.progress').getByText('与前一件相同，已一并处理').waitFor();
  expect(await kept()).not.toContain(secret);
  expect(addresses.join('\n')).not.toContain(secret);
  expect(resident.errors).toEqual([]);
});
