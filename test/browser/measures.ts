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
      const boxes = boxesAround(parentElement);
      const cut =
        !boxes.some(isExcused) && [...range.getClientRects()].some((rect) => isCutAcross(rect, boxes) || isCutDown(rect, boxes));
      if (cut) texts.push(`cut: “${node.textContent}” in ${parentElement.outerHTML.slice(0, 120)}`);
    }
    return [...wide, ...texts];

    /** From the text outwards; what is fixed is cut by the window alone. */
    function boxesAround(from: Element): readonly Element[] {
      const boxes: Element[] = [];
      for (let box: Element | null = from; box; box = box.parentElement) {
        boxes.push(box);
        if (getComputedStyle(box).position === 'fixed') break;
      }
      return boxes;
    }
    function isExcused(box: Element): boolean {
      const { clipPath, textOverflow, webkitLineClamp } = getComputedStyle(box);
      return clipPath !== 'none' || textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || box.matches('svg');
    }
    /** What lies outside of a box that scrolls can be brought in: only the boxes within it cut. */
    function isCutAcross({ left, right }: DOMRect, boxes: readonly Element[]): boolean {
      const scrolling = boxes.findIndex((box) => ['auto', 'scroll'].includes(getComputedStyle(box).overflowX));
      const within = scrolling < 0 ? boxes : boxes.slice(0, scrolling);
      const isPast = (from: number, to: number) => left < from - 1 || right > to + 1;
      const cut = within.some((box) => {
        const edge = box.getBoundingClientRect();
        return ['hidden', 'clip'].includes(getComputedStyle(box).overflowX) && isPast(edge.left, edge.right);
      });
      return cut || (scrolling < 0 && isPast(0, innerWidth));
    }
    function isCutDown({ top, bottom }: DOMRect, boxes: readonly Element[]): boolean {
      const scrolling = boxes.findIndex((box) => ['auto', 'scroll'].includes(getComputedStyle(box).overflowY));
      return (scrolling < 0 ? boxes : boxes.slice(0, scrolling)).some((box) => {
        const edge = box.getBoundingClientRect();
        // A line's box is taller than its letters.
        const isPast = top < edge.top - 4 || bottom > edge.bottom + 4;
        return ['hidden', 'clip'].includes(getComputedStyle(box).overflowY) && isPast;
      });
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
