import type { Point } from '@wangge/contracts';
import type { Map as LeafletMap } from 'leaflet';
import { AT_HOME } from './collision.js';
import { signAt } from './overlay.js';
import { markSvg } from './status-mark.js';
import type { StatusShape } from './status-shape.js';

/** Shows where something has just happened: one quiet pulse, and a ring that stays until it is taken away. */
export function pulseAt(map: LeafletMap, point: Point, shape: StatusShape): () => void {
  const html = `<i class="map-pulse-wave"></i><i class="map-pulse-ring"></i>${markSvg(shape, 14)}`;
  const sign = signAt({ point, html, className: 'map-pulse', width: 36, height: 36, offset: AT_HOME, rank: 9 }).addTo(map);
  return () => sign.remove();
}
