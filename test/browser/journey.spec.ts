import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { eventsApi, gridsApi, type Point } from '@wangge/contracts';
import { RunningServer } from '@wangge/testing';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { CONSOLE, launchBrowser, Person, PHONE, WALL } from './browser.js';

jest.setTimeout(300_000);

let server: RunningServer;
let browser: Browser;
let spot: Point;
const people: Person[] = [];
let hasPassed = false;

beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start('embedded'), launchBrowser()]);
  const worker = await server.as('worker1');
  const { scope = '' } = await server.account('worker1');
  spot = (await worker.call(gridsApi.get, { params: { code: scope } })).center;
});
afterAll(async () => {
  if (!hasPassed) await Promise.all(people.map((person, index) => person.picture(`journey-${index}`)));
  await browser.close();
  await server.stop();
});

async function come(screen: 'phone' | 'console' | 'wall', username: string): Promise<Page> {
  const size = { phone: PHONE, console: CONSOLE, wall: WALL }[screen];
  const person = await Person.at(browser, size, screen === 'phone' ? { position: spot } : {});
  people.push(person);
  return person.signIn(server, screen, username);
}

const photo = (color: string) =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: color } })
    .jpeg()
    .toBuffer();
const fileOf = async (name: string, color: string) => ({ name, mimeType: 'image/jpeg', buffer: await photo(color) });

/** Opens the event by its number from the top bar's address and waits for its page. */
async function openEvent(page: Page, id: string): Promise<void> {
  await page.goto(`${server.origin}/console/#/events/${id}/show`);
  await page.getByRole('heading', { name: '经过' }).waitFor();
}

/** The word beside the heading. */
const inState = (page: Page, word: string) => page.locator('.event-heading .tag', { hasText: word }).first().waitFor();

/** Takes the step whose form is open, and waits until the page shows what came of it. */
async function press(page: Page, name: string, word: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await inState(page, word);
}

test('an event goes through the loop on three screens, and a worker of another grid never sees it', async () => {
  const phone = await come('phone', 'worker1');
  const wall = await come('wall', 'leader');
  const desk = await come('console', 'desk');
  await wall.getByText('实时动态').waitFor();
  await desk.goto(`${server.origin}/console/#/`);
  await desk.getByText('等我办理，先急后缓').waitFor();

  // A worker reports with a photo: photo, words, send.
  await phone.getByRole('link', { name: '上报' }).click();
  await phone
    .locator('input[type=file]')
    .first()
    .setInputFiles(await fileOf('before.jpg', '#a33'));
  await phone.getByRole('textbox', { name: '看到了什么' }).fill('路口雨水井盖没了，孩子上学走这儿');
  await phone.getByRole('button', { name: '雨水井盖异常' }).waitFor();
  const answered = phone.waitForResponse(
    (answer) => answer.url().endsWith('/api/v1/events') && answer.request().method() === 'POST',
  );
  await phone.getByRole('button', { name: '发送' }).click();
  const event = await (await answered).json();
  expect(event).toMatchObject({ status: 'reported', classCode: '01003' });

  // It is on the wall and in the desk's queue within a second of the server's answer.
  const seenFrom = Date.now();
  await Promise.all([
    wall.locator('body').getByText('雨水井盖异常').first().waitFor({ timeout: 5000 }),
    desk.getByText(event.number).first().waitFor({ timeout: 5000 }),
  ]);
  expect(Date.now() - seenFrom).toBeLessThan(1500);
  await phone.getByText(`已送达`).first().waitFor();

  // The desk files it under a condition, whose deadline explains itself.
  await openEvent(desk, event.id);
  await desk.getByRole('radio', { name: /破损超过 25/ }).check();
  await press(desk, '立案', '待派遣');
  const card = await desk.getByRole('region', { name: /处置时限/ }).innerText();
  expect(card).toMatch(/4 ?工作时/);
  expect(card).toMatch(/截止/);

  // Dispatched, accepted, handled with an after-photo.
  const dispatcher = await come('console', 'dispatcher');
  await openEvent(dispatcher, event.id);
  await dispatcher.getByRole('radio', { name: /供排水公司/ }).check();
  await press(dispatcher, '派遣给供排水公司', '待接收');
  const handler = await come('console', 'handler');
  await openEvent(handler, event.id);
  await press(handler, '接收', '处置中');
  await handler.getByRole('textbox', { name: /说明/ }).fill('已更换井盖，与路面齐平');
  await handler
    .locator('input[type=file]')
    .first()
    .setInputFiles(await fileOf('after.jpg', '#3a3'));
  await press(handler, '处置完毕', '待核查');

  // Checked by another worker, on his phone.
  await inState(desk, '待核查');
  await desk.getByRole('radio', { name: /网格员二号/ }).check();
  await press(desk, '送核查', '核查中');
  const checker = await come('phone', 'worker2');
  await checker.getByRole('link', { name: '任务' }).click();
  await checker.locator(`a[href$="${event.id}"]`).first().click();
  await checker.getByRole('link', { name: '核查通过' }).click();
  await checker.getByRole('button', { name: '核查通过' }).click();
  await inState(desk, '待结案');

  // Closed, and rated by who reported it.
  await desk.getByRole('checkbox').check();
  await press(desk, '结案', '已结案');
  await phone.goto(`${server.origin}/phone/#/events/${event.id}`);
  await phone.getByRole('link', { name: '评价' }).click();
  await phone.getByRole('radio').first().check({ force: true });
  await phone.getByRole('button', { name: '提交评价' }).click();
  await inState(desk, '已评价');

  // Before and after stand beside each other, re-encoded and loaded.
  const shown = await desk
    .locator('article img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(shown.length).toBeGreaterThanOrEqual(2);
  expect(shown.every((width) => width > 0)).toBe(true);

  // A worker of another grid, who has no part in it, sees it by no way.
  const stranger = await come('phone', 'worker3');
  await stranger.goto(`${server.origin}/phone/#/events/${event.id}`);
  await stranger.getByText('找不到这条记录').first().waitFor();
  expect(await stranger.locator('body').innerText()).not.toContain(event.number);
  const client = await server.as('worker3');
  const { items } = await client.call(eventsApi.list, { query: { ids: [event.id] } });
  expect(items).toEqual([]);

  expect(people.flatMap(({ errors }) => errors)).toEqual([]);
  hasPassed = true;
});
