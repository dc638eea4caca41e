import axeCore, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const WEIGHTY = ['serious', 'critical'];

/** What axe finds serious or critical on the page as it stands, one line for each element. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Evaluated, not loaded by a tag: the pages' policy lets no foreign script in.
  await page.evaluate(`if (!globalThis.axe) { ${axeCore.source} }`);
  const { violations }: AxeResults = await page.evaluate('globalThis.axe.run()');
  return violations
    .filter(({ impact }) => WEIGHTY.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`));
}
