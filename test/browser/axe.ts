import axeCore, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const WEIGHTY = ['serious', 'critical'];

declare global {
  // biome-ignore lint/style/noVar: how a global is declared.
  var axe: { run(): Promise<AxeResults> };
}

/** What axe finds serious or critical on the page as it stands, one line for each element. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Evaluated, not loaded by a tag: the pages' policy lets no foreign script in.
  await page.evaluate(`if (!globalThis.axe) { ${axeCore.source} }`);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations
    .filter(({ impact }) => WEIGHTY.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`));
}
