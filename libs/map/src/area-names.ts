import type { Boundaries, Boundary } from '@wangge/contracts';
import type { Layer } from 'leaflet';
import { type Box, AT_HOME, overlap } from './collision.js';
import { escapeHtml } from './escape-html.js';
import { boundsOf } from './fit.js';
import { labelPoint } from './label-point.js';
import { boxAt, Overlay, signAt } from './overlay.js';
import { textWidth } from './text-width.js';

export interface AreaNames {
  readonly layer: Layer;
  /** The room that names take at the present zoom; markers drawn later keep clear of it. */
  taken(): readonly Box[];
}

const LETTER = 12;
const HEIGHT = 18;

/** Writes each area's name where it has the most room, at the zooms at which it fits into the area beside the others. */
export function areaNames({ features }: Boundaries, nameOf: (boundary: Boundary) => string): AreaNames {
  const areas = features.flatMap((boundary) => {
    const point = labelPoint(boundary);
    return point ? [{ point, name: nameOf(boundary), bounds: boundsOf(boundary) }] : [];
  });
  let taken: Box[] = [];
  const layer = new Overlay((map) => {
    taken = [];
    return areas.flatMap(({ point, name, bounds }) => {
      const width = textWidth(name, LETTER) + 6;
      const [west, east] = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => map.project(corner).x);
      const box = boxAt(map, point, width, HEIGHT);
      if ((east ?? 0) - (west ?? 0) < width * 1.2 || taken.some((other) => overlap(other, box))) return [];
      taken.push(box);
      const html = `<span aria-hidden="true">${escapeHtml(name)}</span>`;
      return [signAt({ point, html, className: 'map-area-name', width, height: HEIGHT, offset: AT_HOME })];
    });
  });
  return { layer, taken: () => taken };
}
