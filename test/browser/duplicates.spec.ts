import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { RunningServer } from '@wangge/testing';
import type { Browser, Page } from 'playwright-core';
import { CONSOLE, launchBrowser, Person } from './browser.js';

jest.setTimeout(300_000);

let server: RunningServer;
let browser: Browser;
const people: Person[] = [];
let hasPassed = false;

beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start('embedded'), launchBrowser()]);
});
afterAll(async () => {
  if (!hasPassed) await Promise.all(people.map((person, index) => person.picture(`duplicates-${index}`)));
  await browser.close();
  await server.stop();
});

const fill = (page: Page, label: string, text: string) => page.getByRole('textbox', { name: label }).fill(text);
const history = (page: Page) => page.getByRole('region', { name: /变更与查看留痕/ });

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function enter(page: Page, address: string): Promise<void> {
  await page.goto(`${server.origin}/console/#/registers/residents/create`);
  await page.getByRole('heading', { name: '登记人口' }).waitFor();
  await page.getByRole('button', { name: /第1网格/ }).click();
  await fill(page, '姓名', '艮兑风');
  await fill(page, '现住地详址', address);
  await choose(page, '性别', '女');
  await choose(page, '人员类型', '户籍人口');
}

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '艮*风' }).waitFor();
};

test('a person entered twice is seen while typing, found in the list, merged, and taken apart again', async () => {
  const person = await Person.at(browser, CONSOLE);
  people.push(person);
  const page = await person.signIn(server, 'console', 'community');
  await enter(page, '四海小区3号楼2单元501室');
  await fill(page, '职业', '教师');
  await save(page);

  // Another spelling of the same address: the form says so before anything is saved, and shows nothing in full.
  await enter(page, '四海小区三栋2-501');
  const similar = page.getByRole('region', { name: '可能已经登记过' });
  await similar.getByText('现住地详址相同').waitFor();
  await similar.getByRole('link', { name: '改为打开“艮*风”' }).waitFor();
  expect(await similar.innerText()).not.toMatch(/艮兑风|501/);
  await save(page);

  // The list finds the pair by itself; both stand side by side.
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '人口', exact: true }).click();
  await page.getByRole('link', { name: '疑似重复' }).click();
  const pair = page.getByRole('article').filter({ hasText: '艮*风' });
  for (let tries = 0; tries < 20 && !(await pair.isVisible()); tries += 1) {
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByRole('heading', { name: '人口疑似重复' }).waitFor();
    await page.getByText(/^共 \d+ 对$|没有疑似重复/).waitFor();
  }
  await pair.getByRole('button', { name: '比对并合并' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^职业：取自/ }).first().waitFor();
  await dialog.getByRole('button', { name: /^合并，保留/ }).click();
  await dialog.getByText('至少 2 字').waitFor();
  await dialog.getByRole('textbox', { name: '合并理由' }).fill('核对身份证，同一个人');
  await dialog.getByRole('button', { name: /^合并，保留/ }).click();

  // The one that stayed has what either knew, and both histories.
  await page.getByRole('heading', { name: '艮*风' }).waitFor();
  await page.getByText('教师').first().waitFor();
  await history(page).getByText('并入另一条').waitFor();
  await history(page).getByText('并入前的另一条').first().waitFor();

  await page.getByRole('button', { name: '撤销合并' }).click();
  await dialog.getByRole('textbox', { name: '撤销理由' }).fill('同名的两个人');
  await dialog.getByRole('button', { name: '撤销合并' }).click();
  await page.getByText(/已撤销，恢复了/).waitFor();
  await history(page).getByText('撤销合并').first().waitFor();

  expect(person.errors).toEqual([]);
  hasPassed = true;
});
