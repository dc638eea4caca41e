import type { Page } from 'playwright-core';
import { CONSOLE, type Person } from './browser.js';
import { type Walk, walker } from './screens.js';

/** Every screen and state of the console: of the desk, which has most of them, then of an administrator. */
export async function walkConsole(walk: Walk): Promise<void> {
  await signingIn(walk);
  const desk = await come(walk, 'desk');
  await working(walk, desk.page);
  await listing(walk, desk.page);
  await events(walk, desk.page);
  await reporting(walk, desk.page);
  await figures(walk, desk.page);
  await desk.leave();
  await making(walk);
  await administering(walk);
  await changingGrids(walk);
}

async function come(walk: Walk, username: string): Promise<Person> {
  const person = await walker(walk, CONSOLE);
  await person.signIn(walk.server, 'console', username);
  await person.page.locator('nav.nav').waitFor();
  return person;
}

async function signingIn(walk: Walk): Promise<void> {
  const { server, look } = walk;
  const person = await walker(walk, CONSOLE);
  const { page } = person;
  await page.goto(`${server.origin}/console/`);
  await page.locator('input[type=password]').waitFor();
  await look('console-sign-in', page);
  await page.locator('input[autocomplete=username]').fill('nobody');
  await page.locator('input[type=password]').fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await look('console-sign-in-refused', page);
  await person.leave();
}

async function working({ look }: Walk, page: Page): Promise<void> {
  await page.locator('.desk .event-table').waitFor();
  await look('console-desk', page);
  await page.locator('button.account').click();
  await page.getByRole('menu').waitFor();
  await look('console-account-menu', page);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

async function listing({ server, look }: Walk, page: Page): Promise<void> {
  await page.goto(`${server.origin}/console/#/events`);
  await page.locator('.event-table tbody tr').first().waitFor();
  await look('console-list', page);
  await page.locator('.search-form button[aria-expanded]').click();
  await page.locator('.search-form input[type=date]').first().waitFor();
  await look('console-list-search', page);
  await page.locator('.list-tools button.tool').click();
  await page.getByRole('menu').waitFor();
  await look('console-list-columns', page);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.locator('.row-steps button.strong').first().click();
  await page.locator('.step-drawer form').waitFor();
  await look('console-list-step', page);
  await page.keyboard.press('Escape');
  await page.locator('.step-drawer').waitFor({ state: 'detached' });
  await page.locator('.search-form input[type=search]').fill('不会有的字');
  await page.keyboard.press('Enter');
  await page.locator('.empty').waitFor();
  await look('console-list-empty', page);
  await page.locator('.empty button.link').click();
  await page.locator('.list-tools fieldset button').last().click();
  await page.locator('.list-map .leaflet-interactive').first().waitFor();
  await look('console-list-map', page);
  await page.locator('.list-tools fieldset button').first().click();
  await page.locator('.global-search input').fill('井盖');
  await page.getByRole('listbox').waitFor();
  await look('console-search', page);
  await page.keyboard.press('Escape');
  await page.locator('.global-search input').fill('');
}

async function events({ server, arranged, look }: Walk, page: Page): Promise<void> {
  const open = async (id: string) => {
    await page.goto(`${server.origin}/console/#/events/${id}/show`);
    await page.locator('article.event h1').waitFor();
    await page.locator('article.event .map-found').waitFor({ state: 'attached' });
  };
  for (const [status, id] of arranged.byStatus) {
    await open(id);
    await look(`console-event-${status}`, page);
  }
  await open(arranged.reported);
  await page.locator('.steps button[aria-haspopup="menu"]').click();
  await page.getByRole('menu').waitFor();
  await look('console-event-steps', page);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.locator('.step-form button[type=submit]').click();
  await page.locator('.step-form [aria-invalid="true"], .step-form .fault').first().waitFor();
  await look('console-event-step-faults', page);
  await page.locator('.photos-large figure button').first().click();
  await page.locator('.lightbox').waitFor();
  await look('console-event-photo', page);
  await page.keyboard.press('Escape');
  await page.goto(`${server.origin}/console/#/events/00000000-0000-7000-8000-000000000000/show`);
  await page.getByRole('alert').waitFor();
  await look('console-event-unknown', page);
}

async function reporting({ server, look }: Walk, page: Page): Promise<void> {
  await page.goto(`${server.origin}/console/#/events/create`);
  await page.locator('form.report .map path').first().waitFor();
  await look('console-report', page);
  await page.locator('form.report button[type=submit]').click();
  await page.locator('form.report [aria-invalid="true"]').first().waitFor();
  await look('console-report-faults', page);
}

/** One administrator makes accounts, another takes them away. */
async function figures({ server, look }: Walk, page: Page): Promise<void> {
  await page.goto(`${server.origin}/console/#/indicators`);
  await page.locator('.indicator-table .number').first().waitFor();
  await look('console-indicators', page);
  await page.locator('.indicator-table .number').first().click();
  await page.locator('.cases li').first().waitFor();
  await look('console-indicators-cases', page);
  await page.keyboard.press('Escape');
  await page.locator('.cases-drawer').waitFor({ state: 'detached' });
}

async function administering(walk: Walk): Promise<void> {
  const system = await come(walk, 'sysadmin');
  const { page } = system;
  await page.locator('.accounts tbody tr').first().waitFor();
  await walk.look('console-accounts', page);
  await page.locator('.list-head button.primary').click();
  await page.getByRole('dialog').waitFor();
  await walk.look('console-accounts-create', page);
  await page.getByRole('dialog').locator('button[type=submit]').click();
  await page.getByRole('dialog').locator('[aria-invalid="true"]').first().waitFor();
  await walk.look('console-accounts-create-faults', page);
  await system.leave();
  const security = await come(walk, 'secadmin');
  await security.page.locator('.accounts tbody button.link').first().click();
  await security.page.getByRole('dialog').waitFor();
  await walk.look('console-accounts-disable', security.page);
  await security.leave();
}

/** A table for all (一表通): being made, with a question that is known already; sent out; and being ended. */
async function making(walk: Walk): Promise<void> {
  const staff = await come(walk, 'community');
  const { page } = staff;
  await page.goto(`${walk.server.origin}/console/#/collections`);
  await page.locator('.collections li').first().waitFor();
  await walk.look('console-collections', page);
  await page.locator('.list-head .make').click();
  await page.locator('.add-question').click();
  await page.locator('.question-row input').fill('phone');
  await page.locator('.question-row .soon').waitFor();
  await page.locator('.collection-rows tbody tr').first().waitFor();
  await page.locator('.make-foot button').click();
  await page.locator('.make-foot .notice').waitFor();
  await walk.look('console-collections-make', page);
  await page.goto(`${walk.server.origin}/console/#/collections/${walk.arranged.table.id}`);
  await page.locator('.collection-rows tbody tr').first().waitFor();
  await walk.look('console-collection', page);
  await page.locator('.collection-tools .button.primary').click();
  await page.getByRole('dialog').waitFor();
  await walk.look('console-collection-end', page);
  await staff.leave();
}

/** A split by a straight line, with what moves; and the list of plans. */
async function changingGrids(walk: Walk): Promise<void> {
  const { server, look } = walk;
  const supervisor = await come(walk, 'supervisor');
  const { page } = supervisor;
  await page.goto(`${server.origin}/console/#/grid-changes?scope=230302004002002`);
  await page.locator('.grid-by-hand summary').click();
  await page.locator('.grid-by-hand input').first().fill('20');
  await page.locator('.grid-moves').waitFor();
  await look('console-grid-split', page);
  await page.locator('.grid-changes-main > header button').last().click();
  await page.locator('.empty').waitFor();
  await look('console-grid-changes', page);
  await settingStandards(walk, page);
  await supervisor.leave();
}

async function settingStandards({ server, look }: Walk, page: Page): Promise<void> {
  await page.goto(`${server.origin}/console/#/standards?book=responsibility`);
  // A draft that an earlier walk has left is gone on with.
  await page.locator('.standards .empty, .standards .event-table').first().waitFor();
  await look('console-standards', page);
  await page.locator('.standards .list-head button.primary').click();
  await page.locator('.standards-tools button').click();
  await page.getByRole('dialog').waitFor();
  await look('console-standards-row', page);
  await page.getByRole('dialog').locator('button[type=submit]').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await look('console-standards-draft', page);
  await page.locator('.standards > .segments button').nth(1).click();
  await page.locator('.finding-error').first().waitFor();
  await look('console-standards-problems', page);
}
