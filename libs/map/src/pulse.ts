import type { Point } from '@wangge/contracts';
import { type Mark, markSvg } from '@wangge/look';
import type { Map as LeafletMap } from 'leaflet';
import { AT_HOME } from './collision.js';
import { signAt } from './overlay.js';

/** Shows where something has just happened: one quiet pulse, and a ring that stays until it is taken away. */
export function pulseAt(map: LeafletMap, point: Point, mark: Mark): () => void {
  const html = `<i class="map-pulse-wave"></i><i class="map-pulse-ring"></i>${markSvg(mark, 13)}`;
  const sign = signAt({
    point,
    html,
    className: `map-pulse map-mark-${mark}`,
    width: 36,
    height: 36,
    offset: AT_HOME,
    rank: 9,
  }).addTo(map);
  return () => sign.remove();
}
