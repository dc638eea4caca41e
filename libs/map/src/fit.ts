import type { Boundaries, Boundary, Point } from '@wangge/contracts';
import * as L from 'leaflet';

export interface Padding {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface FitOptions {
  /** Pixels kept free, on all sides alike or on each. */
  readonly padding?: number | Padding;
  readonly animate?: boolean;
  readonly maxZoom?: number;
}

/** Contracts write plain rings; Leaflet's types want the GeoJSON of its own typings, which has the same form. */
export function toGeoJson(boundaries: Boundaries | Boundary): GeoJSON.GeoJsonObject {
  return boundaries as GeoJSON.GeoJsonObject;
}

export function toFeature(boundary: Boundary): GeoJSON.Feature {
  return boundary as GeoJSON.Feature;
}

export function boundsOf(boundaries: Boundaries | Boundary): L.LatLngBounds {
  return L.geoJSON(toGeoJson(boundaries)).getBounds();
}

/** Shows the whole of the outlines; without any the view stays. */
export function fitTo(map: L.Map, boundaries: Boundaries | Boundary, options: FitOptions = {}): void {
  const bounds = boundsOf(boundaries);
  if (bounds.isValid()) map.fitBounds(bounds, leafletOptions(options, 24));
}

export function fitToPoints(map: L.Map, points: readonly Point[], options: FitOptions = {}): void {
  if (points.length === 0) return;
  const bounds = L.latLngBounds(points.map(({ lat, lng }) => L.latLng(lat, lng)));
  map.fitBounds(bounds, leafletOptions({ maxZoom: 17, ...options }, 48));
}

function leafletOptions({ padding, animate, maxZoom }: FitOptions, usual: number): L.FitBoundsOptions {
  const { left, top, right, bottom } = typeof padding === 'object' ? padding : sides(padding ?? usual);
  return {
    paddingTopLeft: [left, top],
    paddingBottomRight: [right, bottom],
    animate: animate ?? false,
    ...(maxZoom === undefined ? {} : { maxZoom }),
  };
}

const sides = (all: number): Padding => ({ left: all, top: all, right: all, bottom: all });
