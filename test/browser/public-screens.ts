import type { Page } from 'playwright-core';
import { CONSOLE, PHONE, WALL } from './browser.js';
import { fileOf, Loop } from './loop.js';
import { type Walk, walker } from './screens.js';

/** The wall on its levels. */
export async function walkWall(walk: Walk): Promise<void> {
  const { server, look } = walk;
  const person = await walker(walk, WALL);
  const { page } = person;
  await page.goto(`${server.origin}/wall/`);
  await page.locator('input[type=password]').waitFor();
  await look('wall-sign-in', page);
  await person.signIn(server, 'wall', 'leader');
  const { scope = '' } = await server.account('worker1');
  for (const [name, level] of [
    ['district', 1],
    ['street', 2],
    ['community', 3],
    ['grid', 4],
  ] as const) {
    const code = scope.slice(0, 3 + 3 * level);
    await page.goto(`${server.origin}/wall/#${code}`);
    await page.locator(`.crumbs li:nth-child(${level}) [aria-current]`).waitFor();
    await look(`wall-${name}`, page);
  }
  await person.leave();
}

/** The chooser and the residents' page, from the empty form to the rating. */
export async function walkPublic(walk: Walk): Promise<void> {
  const { server, look } = walk;
  const person = await walker(walk, PHONE);
  const { page } = person;
  await page.goto(`${server.origin}/`);
  await look('chooser', page);
  await page.goto(`${server.origin}/report/`);
  await page.locator('.map path').first().waitFor();
  await look('report-form', page);
  await page.locator('form.report button[type=submit]').click();
  await page.getByRole('alert').first().waitFor();
  await look('report-form-faults', page);
  const key = await report(page, look);
  await follow(walk, page, key);
  await page.setViewportSize(CONSOLE);
  await look('report-follow-wide', page);
  await page.goto(`${server.origin}/report/#/`);
  await page.locator('.map path').first().waitFor();
  await look('report-form-wide', page);
  await page.goto(`${server.origin}/`);
  await look('chooser-wide', page);
  await person.leave();
}

/** Number and secret, as they stand on the receipt. */
async function report(page: Page, look: Walk['look']): Promise<readonly string[]> {
  await page.locator('[data-field=point]').click();
  await page.locator('.map-pin-icon').waitFor();
  await page.locator('[data-field=text]').fill('小区门口的雨水井盖响，晚上很吵');
  await page.locator('input[type=file]').setInputFiles(await fileOf('cover.jpg', '#a33'));
  await page.locator('.photos img').waitFor();
  await look('report-form-filled', page);
  await page.locator('form.report button[type=submit]').click();
  await page.locator('.receipt .key').waitFor();
  await page.locator('.receipt .buttons').first().locator('button').last().click();
  await look('report-receipt', page);
  return page.locator('.receipt .key dd').allInnerTexts();
}

async function follow({ server, look }: Walk, page: Page, [number = '', secret = '']: readonly string[]): Promise<void> {
  await page.goto(`${server.origin}/report/#/follow`);
  await page.locator('.progress').waitFor();
  await look('report-follow', page);
  await page.locator('input[name=secret]').fill('not it');
  await page.locator('form.report-key button').click();
  await page.getByRole('alert').first().waitFor();
  await look('report-follow-faults', page);
  await page.locator('input[name=secret]').fill(secret);
  const loop = new Loop(server);
  await loop.closed(await loop.eventOf('desk', number), 'worker1');
  await page.locator('form.report-key button').click();
  await page.locator('form.rating').waitFor();
  await look('report-follow-rating', page);
}
