import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { RunningServer } from '@wangge/testing';
import Excel from 'exceljs';
import type { Browser, Download, Page } from 'playwright-core';
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
  if (!hasPassed) await Promise.all(people.map((person, index) => person.picture(`registers-${index}`)));
  await browser.close();
  await server.stop();
});

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number that checks and belongs to nobody: of a division no place has. */
function identityNumber(): string {
  const digits = `23039819560203${Math.floor(Math.random() * 900) + 100}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

const openRegister = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
};
const fill = (page: Page, label: string, text: string) => page.getByRole('textbox', { name: label }).fill(text);
const save = (page: Page) => page.getByRole('button', { name: '保存' }).click();

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function search(page: Page, words: string): Promise<void> {
  await page.locator('.record-words input').fill(words);
  await page.getByRole('button', { name: '查询' }).click();
}

test('a household and a resident in it are entered, found, looked at with a reason, and the trace stays', async () => {
  const person = await Person.at(browser, CONSOLE);
  people.push(person);
  const page = await person.signIn(server, 'console', 'community');
  const number = identityNumber();

  // A household: the form says what is missing before anything is sent.
  await openRegister(page, '家庭');
  await page.getByRole('link', { name: '登记家庭' }).first().click();
  await save(page);
  await page.getByText('请填写户号').waitFor();
  await page.getByRole('button', { name: /第1网格/ }).click();
  await fill(page, '户号', 'T20261123');
  await choose(page, '户别', '家庭户');
  await fill(page, '户主姓名', '乾坤水');
  await save(page);
  await page.getByRole('heading', { name: 'T20261123' }).waitFor();

  // A resident in it: household and grid are known from where it was begun.
  await page.getByRole('link', { name: '添加到人口' }).click();
  await page.getByRole('heading', { name: '登记人口' }).waitFor();
  await expect(page.getByRole('combobox', { name: '所在家庭' }).inputValue()).resolves.toBe('T20261123');
  await fill(page, '姓名', '乾坤水');
  const wrong = number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
  await fill(page, '公民身份号码', wrong);
  await page.getByText('末位校验不符').waitFor();
  await fill(page, '公民身份号码', number);
  await page.getByText('校验通过').waitFor();
  await choose(page, '性别', '女');
  await choose(page, '人员类型', '户籍人口');
  await save(page);
  await page.getByRole('heading', { name: '乾*水' }).waitFor();
  const masked = `${number.slice(0, 6)}********${number.slice(-4)}`;
  await page.getByText(masked).waitFor();
  expect(await page.locator('body').innerText()).not.toContain(number);

  // The household shows its member; the list finds it by the beginning of the name and by the whole number only.
  await page.getByRole('link', { name: 'T20261123' }).click();
  await page.getByRole('heading', { name: 'T20261123' }).waitFor();
  await page.getByRole('link', { name: '乾*水' }).waitFor();
  await openRegister(page, '人口');
  await search(page, '乾坤');
  await page.getByText('共 1 条').waitFor();
  await page.getByRole('link', { name: '乾*水' }).waitFor();
  expect(new URLSearchParams(page.url().split('?')[1]).get('q')).toBe('乾坤');
  await search(page, number.slice(0, 12));
  await page.getByText('没有符合条件的记录').waitFor();
  await search(page, number);
  await page.getByText('共 1 条').waitFor();
  expect(page.url()).not.toContain(number);

  // The search of everything is opened, asked and followed by keyboard, and no number stands in an address.
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await page.keyboard.type(number);
  await page.getByRole('option', { name: /乾\*水/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '乾*水' }).waitFor();
  expect(page.url()).not.toContain(number);
  await openRegister(page, '人口');

  // A second one with the same number is refused, and nothing typed is lost.
  await page.getByRole('link', { name: '登记人口' }).click();
  await page.getByRole('button', { name: /第1网格/ }).click();
  await fill(page, '姓名', '坎离山');
  await fill(page, '公民身份号码', number);
  await choose(page, '性别', '男');
  await choose(page, '人员类型', '流动人口');
  await save(page);
  await page.getByText('库里已有同样的记录').waitFor();
  await expect(page.getByRole('textbox', { name: '姓名' }).inputValue()).resolves.toBe('坎离山');

  // Looking needs a reason; the whole value goes again, and the trace tells who looked and why.
  await openRegister(page, '人口');
  await search(page, '乾坤');
  await page.getByRole('link', { name: '乾*水' }).click();
  await page.getByRole('button', { name: '查看公民身份号码' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '查看' }).click();
  await dialog.getByText('至少 2 字').waitFor();
  await dialog.getByRole('textbox', { name: '查看理由' }).fill('核对养老补贴');
  await dialog.getByRole('button', { name: '查看' }).click();
  await page.getByText(number, { exact: true }).first().waitFor();
  await page.getByText(/今天还可查看 \d+ 次/).waitFor();
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(number);
  const history = page.getByRole('region', { name: /变更与查看留痕/ });
  await history.getByText('理由：核对养老补贴').waitFor();
  await history.getByText('查看完整信息').waitFor();
  await page.getByRole('button', { name: '收起', exact: true }).click();
  expect(await page.locator('body').innerText()).not.toContain(number);

  // A care tag says who established it and until when; the list finds its people by it.
  const care = page.getByRole('region', { name: /关爱标签/ });
  await care.getByRole('button', { name: '添加标签' }).click();
  await dialog.getByRole('combobox', { name: '标签' }).click();
  await page.getByRole('option', { name: '困境儿童' }).click();
  await dialog.getByRole('textbox', { name: '由谁认定' }).fill('社区入户核实');
  await dialog.getByRole('button', { name: '添加标签' }).click();
  await care.getByText('困境儿童', { exact: true }).waitFor();
  await openRegister(page, '人口');
  await page.getByRole('combobox', { name: '标签' }).selectOption({ label: '困境儿童' });
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByText('共 1 条').waitFor();
  await page.getByRole('link', { name: '乾*水' }).click();

  // Whoever moved out of the district is kept, and stands in the list no more.
  await page.getByRole('button', { name: '登记迁出本区' }).click();
  const step = page.getByRole('dialog', { name: '登记迁出本区' });
  await step.getByLabel('迁出日期').fill('2026-01-02');
  await step.getByRole('button', { name: '登记迁出本区' }).click();
  await page.locator('header .tag', { hasText: '已迁出' }).waitFor();
  await openRegister(page, '人口');
  await search(page, '乾坤');
  await page.getByText('没有符合条件的记录').waitFor();

  expect(person.errors).toEqual([]);
  hasPassed = true;
});

test('a unit grid is split from a day on: the border is checked as it is drawn, what moves is seen, and the plan is taken back', async () => {
  hasPassed = false;
  const person = await Person.at(browser, CONSOLE);
  people.push(person);
  const page = await person.signIn(server, 'console', 'supervisor');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '网格调整' }).click();
  await page.getByText('请先在左边选择一个社区').waitFor();
  await page.goto(`${server.origin}/console/#/grid-changes?scope=230302004002`);
  const form = page.locator('.grid-change-form');

  // By mouse: the grid is chosen on the map, and a line that ends inside it is told so.
  const area = page.getByRole('button', { name: '四海居社区第2网格', exact: true });
  const box = await area.boundingBox();
  if (!box) throw new Error('the grid is not on the map');
  const [middle, top, bottom] = [box.x + box.width / 2, box.y - 12, box.y + box.height + 12];
  await page.mouse.click(middle, box.y + box.height / 2);
  expect(await form.getByLabel('单元网格', { exact: true }).inputValue()).toBe('230302004002002');
  const line = async (from: number, to: number) => {
    await form.getByRole('button', { name: '在地图上画线' }).click();
    await page.getByText('双击结束').waitFor();
    await page.mouse.click(middle, from);
    await page.mouse.move(middle, (from + to) / 2, { steps: 3 });
    await page.mouse.move(middle, to, { steps: 3 });
    await page.mouse.dblclick(middle, to);
  };
  await line(top, box.y + box.height / 2);
  await form.getByText('这条线没有把网格分开').waitFor();
  expect(await form.getByRole('button', { name: '列入计划' }).count()).toBe(0);
  await form.getByRole('button', { name: '清除重画' }).click();
  await line(top, bottom);
  await form.getByText('边界检查通过').waitFor();

  // By keyboard as well: a straight line in two numbers.
  await form.getByText('不用鼠标也可以').focus();
  await page.keyboard.press('Enter');
  await form.getByRole('slider').first().focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
  await form.getByText('边界检查通过').waitFor();

  // The pieces have codes nobody had and names of their own; what moves is counted, and listed by kind.
  const names = form.getByRole('textbox', { name: /的名称$/ });
  await expect(names.first().getAttribute('placeholder')).resolves.toMatch(/^四海居社区第\d+网格$/);
  await names.first().fill('四海居社区西网格');
  const accounts = form.getByRole('row', { name: /账号的管辖范围/ });
  await accounts.getByRole('button').click();
  await form.getByText('网格员二号').waitFor();

  // Planned for tomorrow with a reason; it stands in the list and can be taken back.
  await form.getByLabel('调整原因').fill('新建小区入住');
  await form.getByRole('button', { name: '列入计划' }).click();
  await page.getByText('已列入计划').waitFor();
  const plans = page.locator('.grid-change-list');
  await plans.getByText('四海居社区西网格').waitFor();
  await plans.getByText('待生效').waitFor();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await plans.getByText('已撤销', { exact: true }).waitFor();
  expect(person.errors).toEqual([]);
  hasPassed = true;
});

async function opened(download: Download): Promise<Excel.Workbook> {
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(await download.path());
  return workbook;
}

async function send(page: Page, workbook: Excel.Workbook, name: string): Promise<void> {
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function downloaded(page: Page, link: string): Promise<Excel.Workbook> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return opened(download);
}

test('a template is filled in, sent, comes back with reasons, is mended and stored by keyboard', async () => {
  hasPassed = false;
  const person = await Person.at(browser, CONSOLE);
  people.push(person);
  const page = await person.signIn(server, 'console', 'community');
  await openRegister(page, '家庭');
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await page.getByRole('heading', { name: '导入家庭' }).waitFor();
  await page.getByText('还没有导入过').waitFor();

  // The template names its columns; two rows are filled in, one of them wrong.
  const template = await downloaded(page, '下载模板');
  const sheet = template.worksheets[0];
  const titles = Array.from({ length: sheet?.columnCount ?? 0 }, (_, index) => sheet?.getCell(1, index + 1).text ?? '');
  const at = (title: string) => titles.findIndex((each) => each.replace(' *', '') === title) + 1;
  expect(titles.slice(0, 3)).toEqual(['网格编码 *', '户号 *', '户别 *']);
  const scope = (await server.account('community')).scope ?? '';
  for (const [row, kind] of [
    [2, '家庭户'],
    [3, '没有的户别'],
  ] as const) {
    const values = { 网格编码: `${scope}001`, 户号: `X2026${row}`, 户别: kind, 户主姓名: '艮震巽' };
    for (const [title, value] of Object.entries(values)) {
      const cell = sheet?.getCell(row, at(title));
      if (cell) cell.value = value;
    }
  }
  await send(page, template, '家庭登记.xlsx');
  await page.getByRole('heading', { name: '家庭登记.xlsx' }).waitFor();
  await page.getByText('户别：不在可选的内容里，请从下拉列表选择').waitFor();
  await page.getByRole('button', { name: '只入库正确的 1 条' }).waitFor();

  // What is given back says the same, and is mended in place; a reload loses nothing.
  const back = await downloaded(page, '下载带原因的文件');
  const wrong = back.worksheets[0];
  expect(wrong?.getCell(3, 1).text).toBe('户别：不在可选的内容里，请从下拉列表选择');
  expect(wrong?.getCell(2, 1).text).toBe('');
  const mended = wrong?.getCell(3, at('户别') + 1);
  if (mended) mended.value = '家庭户';
  await page.reload();
  await page.getByRole('button', { name: '只入库正确的 1 条' }).waitFor();
  await page.getByRole('link', { name: '导入另一个文件' }).click();
  await page.getByRole('link', { name: '家庭登记.xlsx' }).waitFor();
  await send(page, back, '家庭登记-改.xlsx');
  await page.getByRole('button', { name: '确认入库 2 条' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('已入库 2 条').waitFor();
  await page.getByRole('link', { name: '查看登记库' }).click();
  await page.getByRole('link', { name: 'X20263' }).waitFor();

  // What no workbook is, is said before and after it is sent.
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles({ name: '旧表.xls', mimeType: 'x', buffer: Buffer.from('x') });
  await page.getByRole('alert').getByText('这是旧版 .xls 文件').waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: '坏表.xlsx', mimeType: 'x', buffer: Buffer.from('x') });
  await page.getByRole('alert').getByText('打不开这个文件').waitFor();
  expect(person.errors).toEqual([]);
  hasPassed = true;
});

test('a household leads to its building, the building to its people, and the map to the list of what it shows', async () => {
  hasPassed = false;
  const person = await Person.at(browser, CONSOLE);
  people.push(person);
  const page = await person.signIn(server, 'console', 'community');
  await openRegister(page, '家庭');
  const household = page.getByRole('link', { name: /^YS\d+$/ }).first();
  const number = await household.innerText();
  await household.click();
  await page.getByRole('heading', { name: number }).waitFor();
  await page.locator('.location').getByText('位置取自').getByRole('link').click();
  const homes = page.getByRole('region', { name: /^家庭/ });
  await homes.getByRole('link', { name: number }).waitFor();
  await homes.getByText(/其中人口 \d+/).waitFor();
  await page.getByText('还没有人查看过遮蔽的内容').waitFor();

  // The place it stands in, and from there to the map; without a pointer the window as it is is chosen.
  await page.getByRole('link', { name: /第\d+网格$/ }).last().click();
  await page.getByRole('heading', { name: '家底' }).waitFor();
  await page.getByRole('link', { name: '在一张图上看' }).click();
  await page.getByRole('heading', { name: '一张图' }).waitFor();
  const marks = page.locator('.record-map .map-record');
  await marks.first().waitFor();
  await page.getByRole('button', { name: '当前视野' }).focus();
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('region', { name: /圈选结果/ });
  const count = Number(await chosen.locator('li', { hasText: '房屋楼栋' }).locator('b').innerText());
  expect(count).toBeGreaterThan(0);
  await chosen.getByRole('link', { name: `在列表里打开 ${count} 条` }).click();
  await page.getByText(`共 ${count} 条`).waitFor();
  expect(person.errors).toEqual([]);
  hasPassed = true;
});

test('a paper is attached to a resident, opened with a reason, and taken off; what lies about itself is refused', async () => {
  const person = await Person.at(browser, CONSOLE);
  people.push(person);
  const page = await person.signIn(server, 'console', 'community');
  await openRegister(page, '人口');
  await page.locator('.record-table tbody tr a').first().click();
  const attachments = page.getByRole('region', { name: /^附件/ });
  const choose = (name: string, buffer: Buffer) => attachments.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
  await attachments.getByRole('combobox', { name: '附件类型' }).selectOption({ label: '证件复印件' });
  await choose('某某身份证.pdf', Buffer.from('%PDF-1.7\ncopy\n%%EOF'));
  const item = attachments.getByRole('listitem').filter({ hasText: '证件复印件' });
  await item.getByText('个人信息，说明理由后查看').waitFor();
  await expect(attachments.getByText('某某身份证').count()).resolves.toBe(0);
  await choose('伪装.pdf', Buffer.from('MZ program'));
  await attachments.getByText(/文件内容与它的类型不符/).waitFor();
  await attachments.getByRole('button', { name: '不传了' }).click();

  await item.getByRole('button', { name: /查看附件/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '查看' }).click();
  await dialog.getByText(/理由至少/).waitFor();
  await dialog.getByRole('textbox').fill('核对低保申请材料');
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '查看' }).click()]);
  expect(await sizeOf(download)).toBe(19);
  await page.getByRole('region', { name: '变更与查看留痕' }).getByText('理由：核对低保申请材料').waitFor();

  await item.getByRole('button', { name: /移除附件/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('传错了人');
  await page.getByRole('dialog').getByRole('button', { name: '移除' }).click();
  await item.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: '变更与查看留痕' }).getByText('理由：传错了人').waitFor();
  hasPassed = true;
});

async function sizeOf(download: Download): Promise<number> {
  let size = 0;
  for await (const part of await download.createReadStream()) size += (part as Buffer).length;
  return size;
}
