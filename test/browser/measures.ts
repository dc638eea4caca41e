import type { Page } from 'playwright-core';

/** The smallest side a finger hits safely. */
const LEAST = 44;

/** Whatever can be pressed and is smaller than a finger; links within a sentence may be. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const pressable = 'a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]';
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const isInSentence = (element: Element) =>
      getComputedStyle(element).display === 'inline' && (element.parentElement?.innerText ?? '') !== (element.textContent ?? '');
    /** A control in its label is pressed by the label. */
    const targets = [...document.querySelectorAll(pressable)].map((element) => element.closest('label') ?? element);
    return [...new Set(targets)].filter(isShown).flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      // Half a pixel of rounding is no smaller finger.
      if (Math.min(width, height) > least - 0.5 || isInSentence(element)) return [];
      return [`${Math.round(width)}×${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`];
    });
  }, LEAST);
}

/** Boxes that scroll sideways, which no thumb expects. */
export function sidewaysBoxes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .map((element) => `scrolls sideways: ${element.outerHTML.slice(0, 120)}`),
  );
}

/** Text that runs out of the page or of a box that cuts it without saying so. A map may be moved. */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : [];
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement } = node;
      if (!parentElement || (node.textContent ?? '').trim() === '' || parentElement.closest('.leaflet-container')) continue;
      if (!parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const cut = [...range.getClientRects()].some((rect) => isCut(rect, parentElement));
      if (cut) texts.push(`cut: “${node.textContent}” in ${parentElement.outerHTML.slice(0, 120)}`);
    }
    return [...wide, ...texts];

    /** Walks up to whatever scrolls, since what lies outside of that can be brought in. */
    function isCut({ left, right, top, bottom }: DOMRect, from: Element): boolean {
      let [inX, inY] = [true, true];
      for (let box: Element | null = from; box && (inX || inY); box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.clipPath !== 'none' || box.matches('svg')) return false;
        const edge = box.getBoundingClientRect();
        const saysSo = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
        if (['auto', 'scroll'].includes(style.overflowX)) inX = false;
        if (['auto', 'scroll'].includes(style.overflowY)) inY = false;
        if (saysSo) return false;
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
        if (inX && hides(style.overflowX) && (left < edge.left - 1 || right > edge.right + 1)) return true;
        // A line's box is taller than its letters.
        if (inY && hides(style.overflowY) && (top < edge.top - 4 || bottom > edge.bottom + 4)) return true;
        if (style.position === 'fixed') break;
      }
      return inX && (left < -1 || right > innerWidth + 1);
    }
  });
}

/** Main buttons that a thumb cannot reach: not brought into view, or covered by something else. */
export async function unreachableButtons(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const button of await page.locator('.prim:visible, .rep:visible').all()) {
    const isBehind = await button.evaluate((element) => {
      const open = [...document.querySelectorAll('dialog')].find((dialog) => dialog.matches(':modal'));
      return open !== undefined && !open.contains(element);
    });
    if (isBehind) continue;
    await button.scrollIntoViewIfNeeded();
    const isHit = await button.evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return isInside && hit !== null && element.contains(hit);
    });
    if (!isHit) found.push(await button.evaluate((element) => element.outerHTML.slice(0, 160)));
  }
  return found;
}
