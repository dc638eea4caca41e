import type { Boundaries, Boundary, Point } from '@wangge/contracts';
import * as L from 'leaflet';

export interface FitOptions {
  /** Pixels kept free on all sides. */
  readonly padding?: number;
  readonly animate?: boolean;
  readonly maxZoom?: number;
}

/** Contracts write plain rings; Leaflet's types want the GeoJSON of its own typings, which has the same form. */
export function toGeoJson(boundaries: Boundaries | Boundary): GeoJSON.GeoJsonObject {
  return boundaries as GeoJSON.GeoJsonObject;
}

export function boundsOf(boundaries: Boundaries | Boundary): L.LatLngBounds {
  return L.geoJSON(toGeoJson(boundaries)).getBounds();
}

/** Shows the whole of the outlines; without any the view stays. */
export function fitTo(map: L.Map, boundaries: Boundaries | Boundary, options: FitOptions = {}): void {
  const bounds = boundsOf(boundaries);
  if (!bounds.isValid()) return;
  const padding = options.padding ?? 24;
  map.fitBounds(bounds, {
    padding: [padding, padding],
    animate: options.animate ?? false,
    ...(options.maxZoom === undefined ? {} : { maxZoom: options.maxZoom }),
  });
}

export function fitToPoints(map: L.Map, points: readonly Point[], options: FitOptions = {}): void {
  if (points.length === 0) return;
  const bounds = L.latLngBounds(points.map(({ lat, lng }) => L.latLng(lat, lng)));
  const padding = options.padding ?? 48;
  map.fitBounds(bounds, { padding: [padding, padding], animate: options.animate ?? false, maxZoom: options.maxZoom ?? 17 });
}
