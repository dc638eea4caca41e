import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { RunningServer } from '@wangge/testing';
import type { Browser, Page } from 'playwright-core';
import { CONSOLE, launchBrowser, Person } from './browser.js';
import { Loop } from './loop.js';

jest.setTimeout(300_000);

let server: RunningServer;
let browser: Browser;
const people: Person[] = [];
let hasPassed = false;

beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start('embedded'), launchBrowser()]);
});
afterAll(async () => {
  if (!hasPassed) await Promise.all(people.map((person, index) => person.picture(`flows-${index}`)));
  await browser.close();
  await server.stop();
});

async function at(username: string, id: string): Promise<Page> {
  const person = await Person.at(browser, CONSOLE);
  people.push(person);
  const page = await person.signIn(server, 'console', username);
  await page.goto(`${server.origin}/console/#/events/${id}/show`);
  await page.getByRole('heading', { name: '经过' }).waitFor();
  return page;
}

/** Chooses a step from the menu unless its form is open already. */
async function open(page: Page, name: string): Promise<void> {
  const heading = page.getByRole('heading', { name, exact: false }).and(page.locator('#steps-title'));
  if (await heading.isVisible()) return;
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await heading.waitFor();
}
const say = (page: Page, label: RegExp, text: string) => page.getByRole('textbox', { name: label }).fill(text);
const choose = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const happened = (page: Page, words: string) => page.locator('.course li', { hasText: words }).first().waitFor();
const flows = (page: Page) => page.getByRole('region', { name: '督办与协同' });

test('a case with a return, more time, a whistle and supervision says of each deadline why', async () => {
  const loop = new Loop(server);
  const event = await loop.dispatched(await loop.report('worker1', await loop.spotOf('worker1'), '路口井盖松动'));

  // Returned with a reason, sent back with one: the limit stood still meanwhile.
  const handler = await at('handler', event.id);
  await open(handler, '回退');
  await say(handler, /理由/, '请核对管护范围');
  await press(handler, '回退');
  const dispatcher = await at('dispatcher', event.id);
  await dispatcher.getByText('已停表').waitFor();
  await dispatcher.getByRole('radio', { name: /供排水公司/ }).check();
  await press(dispatcher, '派遣给供排水公司');
  await dispatcher.getByText('这一步须说明理由').waitFor();
  await say(dispatcher, /说明/, '权责清单第三条，归你单位');
  await press(dispatcher, '派遣给供排水公司');
  await happened(handler, '权责清单第三条');
  await press(handler, '接收');

  // More time: asked for, confirmed, decided; the strip and the sentence show what was added.
  await handler.getByText('处置中').first().waitFor();
  await open(handler, '申请延期');
  await say(handler, /理由/, '井盖为定制尺寸，配件在途');
  await press(handler, '申请延期');
  await flows(handler).getByText('待本部门负责人确认').waitFor();
  const head = await at('depthead', event.id);
  await choose(head, '同意');
  await press(head, '确认延期申请');
  await choose(dispatcher, '同意');
  await press(dispatcher, '审批延期');
  await happened(dispatcher, '审批延期');
  const deadline = dispatcher.getByRole('region', { name: /处置时限/ });
  await deadline.getByText(/延期自|延期 /).first().waitFor();
  expect(await deadline.innerText()).toMatch(/停表/);
  await deadline.locator('.strip-extended').first().waitFor();

  // A whistle: the called department finds the case, refuses, is overruled and signs in.
  await open(handler, '吹哨');
  await choose(handler, '应急处置哨');
  await handler.getByRole('checkbox', { name: '环卫服务中心' }).check();
  await say(handler, /理由/, '需清理淤泥');
  await press(handler, '吹哨');
  await flows(handler).getByText(/须在 .* 前签收/).waitFor();
  const helper = await at('handler2', event.id);
  await open(helper, '拒绝协办');
  await say(helper, /理由/, '暂不参与该协同事项');
  await press(helper, '拒绝协办');
  await flows(dispatcher).getByText('已拒绝，待裁定').waitFor();
  await open(dispatcher, '裁定拒绝');
  await choose(dispatcher, '环卫服务中心');
  await choose(dispatcher, '拒绝不成立，须到场');
  await say(dispatcher, /说明/, '按权责清单须到场');
  await press(dispatcher, '裁定拒绝');
  await flows(helper).getByText('拒绝不成立，须到场').waitFor();
  await open(helper, '签收');
  await press(helper, '签收');
  await flows(helper).getByText(/须在 .* 前到场/).waitFor();

  // Supervised by a leader; the department answers.
  const leader = await at('leader', event.id);
  await open(leader, '督办');
  await choose(leader, '二级督办');
  await say(leader, /理由/, '群众多次反映');
  const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 16);
  await leader.getByLabel(/答复期限/).fill(tomorrow);
  await press(leader, '督办');
  await flows(leader).getByText(/须在 .* 前答复/).waitFor();
  await flows(handler).getByText('二级督办').waitFor();
  await open(handler, '回复督办');
  await say(handler, /说明/, '今晚更换');
  await press(handler, '回复督办');
  await flows(leader).getByText('今晚更换').waitFor();
  await leader.goto(`${server.origin}/console/#/events`);
  await leader.getByRole('button', { name: '督办', exact: true }).click();
  await leader.getByRole('link', { name: event.number }).waitFor();

  expect(people.flatMap(({ errors }) => errors)).toEqual([]);
  hasPassed = true;
});
