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
  if (!hasPassed) await Promise.all(people.map((person, index) => person.picture(`own-registers-${index}`)));
  await browser.close();
  await server.stop();
});

const named = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** One more field in the table, by its names and what its kind is called. */
async function addField(page: Page, zh: string, en: string, name: string, kind: string): Promise<void> {
  const before = await page.locator('.field-order').count();
  await page.getByRole('button', { name: '添加字段' }).click();
  await named(page, `第 ${before} 个字段：中文名`).fill(zh);
  await named(page, `${zh}：英文名`).fill(en);
  await named(page, `${zh}：标识`).fill(name);
  await named(page, `${zh}：类型`).selectOption({ label: kind });
}

test('a district defines 消防重点单位, publishes it, and a unit is entered, listed and traced', async () => {
  const chief = await Person.at(browser, CONSOLE);
  people.push(chief);
  const page = await chief.signIn(server, 'console', 'supervisor');
  await page.getByRole('link', { name: '自定义登记库' }).click();
  await page.getByRole('button', { name: '新建登记库' }).click();
  await page.getByRole('textbox', { name: '中文名称' }).fill('消防重点单位');
  await page.getByRole('textbox', { name: '英文名称' }).fill('Fire-safety key units');
  await page.getByRole('textbox', { name: '标识' }).fill('fire-units');
  await page.getByRole('button', { name: '开始设计' }).click();
  await page.getByRole('heading', { name: '消防重点单位' }).waitFor();

  // What is typed is judged at once; what is there already elsewhere is warned of.
  await addField(page, '单位类别', 'Kind', 'unitKind', '单选');
  await page.getByText(/发布前还需改正/).waitFor();
  await named(page, '选项 1 的中文').fill('学校');
  await named(page, '选项 1 的英文').fill('School');
  await addField(page, '法人代表', 'Legal representative', 'chief', '单行文字');
  await page.getByText(/已在“组织与商户”登记为“法定代表人”/).waitFor();
  await named(page, '法人代表：删除').click();
  await addField(page, '消防责任人电话', 'Phone of the fire chief', 'chiefPhone', '电话');
  await addField(page, '消火栓数', 'Hydrants', 'hydrants', '整数');
  await named(page, '消火栓数：列表').check();
  await page.getByText('没有问题，可以发布').waitFor();
  await page.getByRole('tab', { name: '预览' }).click();
  await page.getByRole('region', { name: '登记表单' }).getByText('消火栓数').first().waitFor();
  await chief.picture('own-registers-preview');
  await page.getByRole('tab', { name: '字段' }).click();
  await chief.picture('own-registers-fields');

  await page.getByRole('button', { name: '发布' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('新增“消火栓数”').waitFor();
  await dialog.getByRole('textbox', { name: '发布理由' }).fill('消防大队要求登记');
  await chief.picture('own-registers-publish');
  await dialog.getByRole('button', { name: '发布' }).click();
  // In the menu without reading the page anew, as is the version in its history.
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '消防重点单位' }).waitFor();
  await page.getByRole('tab', { name: '版本历史' }).click();
  await page.getByText('消防大队要求登记').waitFor();

  const staff = await Person.at(browser, CONSOLE);
  people.push(staff);
  const desk = await staff.signIn(server, 'console', 'community');
  await desk.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '消防重点单位' }).click();
  await desk.getByRole('link', { name: '登记消防重点单位' }).first().click();
  await desk.getByRole('button', { name: /第1网格/ }).click();
  await desk.getByRole('textbox', { name: '名称' }).fill('东风小学');
  await desk.getByRole('textbox', { name: '消火栓数' }).fill('12');
  await desk.getByRole('textbox', { name: '消防责任人电话' }).fill('13800001234');
  await desk.getByRole('button', { name: '保存' }).click();
  await desk.getByRole('heading', { name: '东风小学' }).waitFor();
  await desk.getByText('138****1234').waitFor();
  await desk.getByRole('region', { name: /变更与查看留痕/ }).getByText('登记', { exact: true }).waitFor();
  await desk.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '消防重点单位' }).click();
  await desk.getByRole('link', { name: '东风小学' }).waitFor();
  await staff.picture('own-registers-list');

  // A field that holds data is retired, not removed.
  await page.getByRole('tab', { name: '字段' }).click();
  await named(page, '消火栓数：停用').click();
  await page.getByText('已停用：不再填写和显示').waitFor();
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByText('草稿已保存').waitFor();
  await chief.picture('own-registers-retired');

  for (const person of people) expect(person.errors).toEqual([]);
  hasPassed = true;
});
