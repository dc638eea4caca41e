import type { StatusShape } from './status-shape.js';

const MARKS = {
  waiting: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>',
  progress:
    '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/><path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>',
  soon: '<path d="M8 2L14 13H2Z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/>',
  overdue: '<path d="M8 .5L15.5 14H.5Z" fill="currentColor"/>',
  done: '<circle cx="8" cy="8" r="6.5" fill="currentColor"/>',
  suspended: '<path d="M3 2h3.4v12H3zM9.6 2H13v12H9.6z" fill="currentColor"/>',
} as const satisfies Record<StatusShape, string>;

/** The drawing of a shape on a 16 × 16 field, in the colour of the text around it. */
export function markDrawing(shape: StatusShape): string {
  return MARKS[shape];
}

/** A status shape as SVG text; its colour comes from the class `map-mark-…` of map.css. */
export function markSvg(shape: StatusShape, size = 16): string {
  return `<svg class="map-mark map-mark-${shape}" width="${size}" height="${size}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${MARKS[shape]}</svg>`;
}
