import type { Boundary } from '@wangge/contracts';
import * as L from 'leaflet';
import { toGeoJson } from './fit.js';

export interface OutlineHighlight {
  show(boundary: Boundary | undefined): void;
}

/** Marks one area, such as the unit grid that a point was located in. */
export function outlineHighlight(map: L.Map): OutlineHighlight {
  let shown: L.GeoJSON | undefined;
  return {
    show(boundary) {
      shown?.remove();
      shown = boundary
        ? L.geoJSON(toGeoJson(boundary), { interactive: false, style: { className: 'map-area map-found' } }).addTo(map)
        : undefined;
    },
  };
}
