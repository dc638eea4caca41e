import * as L from 'leaflet';
import { attributionOf, type BaseMap } from './base-map.js';

/** Screens hold maps and layers without depending on Leaflet themselves. */
export type { Layer, Map as LeafletMap } from 'leaflet';

export interface MapOptions {
  /** What assistive technology calls the map. */
  readonly label: string;
  readonly base?: BaseMap;
  /** Our own note at the foot, e.g. that outlines are a sketch. */
  readonly note?: string;
  /** The word before the approval number of a base map. */
  readonly approvalWord?: string;
  /** False: the view is set by the program alone, as on the wall. */
  readonly movable?: boolean;
  readonly zoomTitles?: { readonly in: string; readonly out: string };
}

/** A map without a view: call `fitTo` next. Its colours are the screen's tokens. */
export function createMap(element: HTMLElement, options: MapOptions): L.Map {
  const movable = options.movable ?? true;
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: movable ? 0.25 : 0,
    dragging: movable,
    scrollWheelZoom: movable,
    doubleClickZoom: movable,
    boxZoom: movable,
    touchZoom: movable,
    keyboard: movable,
    zoomAnimation: !reducedMotion(),
    fadeAnimation: !reducedMotion(),
    markerZoomAnimation: !reducedMotion(),
  });
  element.classList.add('map');
  element.setAttribute('role', 'region');
  element.setAttribute('aria-label', options.label);
  if (!movable) element.removeAttribute('tabindex');
  options.base?.layer().addTo(map);
  addAttribution(map, options);
  if (movable) addZoom(map, options);
  return map;
}

function addAttribution(map: L.Map, { base, note, approvalWord }: MapOptions): void {
  const text = attributionOf(base, note, approvalWord ?? '审图号');
  if (text === '') return;
  const control = new L.Control({ position: 'bottomright' });
  control.onAdd = () => {
    const line = L.DomUtil.create('div', 'map-note');
    line.textContent = text;
    return line;
  };
  control.addTo(map);
}

function addZoom(map: L.Map, { zoomTitles }: MapOptions): void {
  const titles = zoomTitles ?? { in: '放大', out: '缩小' };
  L.control.zoom({ position: 'topright', zoomInTitle: titles.in, zoomOutTitle: titles.out }).addTo(map);
}

/** True where the user asked the system for less movement. */
export function reducedMotion(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}
