import type { Mark } from './status-look.js';

/** What a mark is made of, in a box of 12 × 12 and in the current colour: ○ ◐ △ ▲ ● ‖ */
export const MARK_SHAPES = {
  waiting: '<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  progress:
    '<circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor"/>',
  soon: '<path d="M6 1.8 11 10.5H1z" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/>',
  overdue: '<path d="M6 1.2 11.5 10.9H.5z" fill="currentColor" stroke="currentColor" stroke-linejoin="round"/>',
  done: '<circle cx="6" cy="6" r="5.2" fill="currentColor"/>',
  suspended: '<path d="M3.8 1.5v9M8.2 1.5v9" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>',
} as const satisfies Record<Mark, string>;

/** A mark as SVG text. It is decoration: the word beside it speaks. */
export function markSvg(mark: Mark, size = 12): string {
  return `<svg width="${size}" height="${size}" viewBox="0 0 12 12" aria-hidden="true" focusable="false">${MARK_SHAPES[mark]}</svg>`;
}
