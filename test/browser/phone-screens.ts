import type { Page } from 'playwright-core';
import { type Person, PHONE } from './browser.js';
import { fileOf } from './loop.js';
import { type Walk, walker } from './screens.js';

/** Outside of every district, so that the server refuses a report from there. */
const AT_SEA = { latitude: 21, longitude: 119 };

/** Every screen and state of the phone, as a grid worker who has a task of each kind. */
export async function walkPhone(walk: Walk): Promise<void> {
  const person = await walker(walk, PHONE);
  const { page } = person;
  await signingIn(walk, page);
  await person.signIn(walk.server, 'phone', 'worker1');
  await home(walk, page);
  await reporting(walk, page);
  await sending(walk, person);
  await tasks(walk, page);
  await steps(walk, page);
  await registers(walk, page);
  await myOwn(walk, page);
  await person.leave();
}

const go = async ({ server }: Walk, page: Page, to: string) => {
  await page.goto(`${server.origin}/phone/#/${to}`);
  await page.locator('.page h1').waitFor();
};

/** Opens a sheet, looks at it and closes it again. */
async function sheet({ look }: Walk, page: Page, name: string, open: () => Promise<void>, content = 'h2'): Promise<void> {
  await open();
  await page.locator(`dialog ${content}`).first().waitFor();
  await look(name, page);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
}

async function signingIn({ server, look }: Walk, page: Page): Promise<void> {
  await page.goto(`${server.origin}/phone/`);
  await page.locator('input[type=password]').waitFor();
  await look('phone-sign-in', page);
  await page.locator('input[autocomplete=username]').fill('nobody');
  await page.locator('input[type=password]').fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await look('phone-sign-in-refused', page);
}

async function home(walk: Walk, page: Page): Promise<void> {
  await page.locator('.first .two').waitFor();
  await walk.look('phone-home', page);
  const distance = page.locator('.fig button');
  if (await distance.count()) await distance.click();
  await page.locator('.fig .n').nth(1).waitFor();
  await walk.look('phone-home-distance', page);
  await sheet(walk, page, 'phone-home-place', () => page.locator('.first .two button').click(), '.map-drawing');
  await sheet(walk, page, 'phone-home-size', () => page.locator('.head .zi').click());
  await go(walk, page, 'outbox');
  await page.locator('.empty').waitFor();
  await walk.look('phone-outbox-empty', page);
}

/** The client's patience with one request, and a round of the outbox after it. */
const AFTER_PATIENCE_MS = 100_000;

async function reporting(walk: Walk, page: Page): Promise<void> {
  await go(walk, page, 'report');
  await page.locator('textarea').waitFor();
  await walk.look('phone-report', page);
  await page.locator('footer.act button').click();
  await page.getByRole('alert').waitFor();
  await walk.look('phone-report-fault', page);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([await fileOf('one.jpg', '#a33'), await fileOf('two.jpg', '#33a')]);
  await page.locator('figure img').nth(1).waitFor();
  await page.locator('textarea').fill('路口雨水井盖没了，孩子上学走这儿，旁边人行道的地砖也松了');
  await page.locator('.chip.on').waitFor();
  await page.locator('.check input').check();
  await walk.look('phone-report-filled', page);
  await sheet(walk, page, 'phone-report-class', () => page.locator('.chip').last().click(), '.classes h3');
  await sheet(walk, page, 'phone-report-place', () => page.locator('.place button').click(), '.map-pin-icon');
  await sheet(walk, page, 'phone-report-discard', () => page.locator('.danger').click());
}

/** The report is sent without network, once from where it is refused, then with network. */
async function sending(walk: Walk, { page, context }: Person): Promise<void> {
  await context.setOffline(true);
  await page.locator('footer.act button').click();
  await page.locator('section.first').waitFor();
  await walk.look('phone-home-offline', page);
  await context.setGeolocation(AT_SEA);
  await go(walk, page, 'report');
  await page.locator('textarea').fill('海边的护栏断了一截');
  await page.locator('.place b').waitFor();
  await walk.look('phone-report-offline', page);
  await page.locator('footer.act button').click();
  await page.locator('section.first').waitFor();
  await go(walk, page, 'outbox');
  await page.locator('.it').nth(1).waitFor();
  await walk.look('phone-outbox-waiting', page);
  await context.setOffline(false);
  // A request that was under way as the network went may hang until the client gives it up.
  await page.locator('.it .why').waitFor({ timeout: AFTER_PATIENCE_MS });
  await page.locator('.rows .row').first().waitFor({ timeout: AFTER_PATIENCE_MS });
  await walk.look('phone-outbox-attention', page);
  await sheet(walk, page, 'phone-outbox-discard', () => page.locator('.it .danger').click());
  await page.locator('.it .danger').click();
  await page.locator('dialog .danger').click();
  await page.locator('.it').waitFor({ state: 'detached' });
  await context.setGeolocation({ longitude: walk.arranged.spot.lng, latitude: walk.arranged.spot.lat });
}

async function tasks(walk: Walk, page: Page): Promise<void> {
  await go(walk, page, 'tasks');
  await page.locator('.stop').first().waitFor();
  await walk.look('phone-tasks', page);
  await page.locator('.seg label').last().click();
  await walk.look('phone-tasks-done', page);
  await go(walk, page, `events/${walk.arranged.toVerify}`);
  await page.locator('.shots img').first().waitFor();
  await page.locator('footer.act').waitFor();
  await walk.look('phone-task', page);
  await sheet(walk, page, 'phone-task-photo', () => page.locator('.shots button').first().click(), 'img');
  await sheet(walk, page, 'phone-task-place', () => page.locator('.place button').click(), '.map-drawing');
}

async function steps(walk: Walk, page: Page): Promise<void> {
  const { toVerify, toCheck, closed } = walk.arranged;
  for (const [id, action] of [
    [toVerify, 'verify'],
    [toCheck, 'check-fail'],
    [closed, 'rate'],
  ] as const) {
    await go(walk, page, `events/${id}/${action}`);
    await page.locator('footer.act button').waitFor();
    await walk.look(`phone-step-${action}`, page);
    await page.locator('footer.act button').click();
    await page.getByRole('alert').first().waitFor();
    await walk.look(`phone-step-${action}-faults`, page);
  }
  await go(walk, page, `events/${toVerify}/rate`);
  await page.locator('.empty').waitFor();
  await walk.look('phone-step-gone', page);
}

async function registers(walk: Walk, page: Page): Promise<void> {
  await go(walk, page, `fill/${walk.arranged.table.part}`);
  await page.locator('.rows .row').first().waitFor();
  await walk.look('phone-fill', page);
  await page.locator('.rows .row').first().click();
  await page.locator('.record-field').first().waitFor();
  await page.locator('footer.act button').click();
  await page.getByRole('alert').waitFor();
  await walk.look('phone-fill-form', page);
  await go(walk, page, 'registers');
  await page.locator('.rows .row').first().waitFor();
  await walk.look('phone-registers', page);
  await go(walk, page, 'registers/residents');
  await page.locator('.rows .row').first().waitFor();
  await walk.look('phone-records', page);
  await page.locator('.rows .row').first().click();
  await page.locator('.facts').waitFor();
  await walk.look('phone-record', page);
  await page.locator('footer.act a').click();
  await page.locator('.record-field').first().waitFor();
  await walk.look('phone-record-form', page);
  await go(walk, page, 'registers/households/new');
  await page.locator('footer.act button').click();
  await page.getByRole('alert').first().waitFor();
  await walk.look('phone-record-new-faults', page);
  await sheet(walk, page, 'phone-record-reference', () => page.locator('.record-field .btn.line').first().click(), '.rows .row');
}

async function myOwn(walk: Walk, page: Page): Promise<void> {
  await go(walk, page, 'reports');
  await page.locator('.rows .row').first().waitFor();
  await walk.look('phone-reports', page);
  for (const [name, id] of [
    ['reported', walk.arranged.reported],
    ['closed', walk.arranged.closed],
  ] as const) {
    await go(walk, page, `events/${id}`);
    await page.locator('.times li').first().waitFor();
    await walk.look(`phone-event-${name}`, page);
  }
  await go(walk, page, 'events/00000000-0000-7000-8000-000000000000');
  await page.getByRole('alert').waitFor();
  await walk.look('phone-event-unknown', page);
  await go(walk, page, 'me');
  await walk.look('phone-me', page);
  await sheet(walk, page, 'phone-me-sign-out', () => page.locator('main .btn.line.wide').click());
}
