import { step } from '../setup/progress.mjs';
import { findChromium } from './chromium.mjs';
import { runJest } from './jest.mjs';

export async function runBrowserTests() {
  const env = await step('浏览器 Finding a Chromium', findChromium);
  return await runJest({ name: 'browser', title: '浏览器测试 Browser', projects: ['test/browser'], minutes: 12, env });
}
