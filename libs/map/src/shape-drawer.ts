import type { Shape } from '@wangge/contracts';
import * as L from 'leaflet';
import { shapeLayer } from './shape-layer.js';

export type DrawnKind = 'point' | 'line' | 'area';

export interface ShapeDrawerOptions {
  readonly kind: DrawnKind;
  readonly at?: Shape | undefined;
  /** What assistive technology calls a corner. */
  readonly label: string;
  /** After each change: the shape, or nothing while it has too few corners. */
  readonly onDraw: (shape: Shape | undefined) => void;
}

export interface ShapeDrawer {
  clear(): void;
  remove(): void;
}

/** What has more was imported rather than drawn: it is shown, and can only be drawn anew. */
const MOST_HANDLES = 200;

/**
 * Draws a line, an area or a spot by its corners: a click or tap, or Enter for the middle of the map, adds one at the
 * end; corners are dragged, and taken away with Delete or a double click. The small dots between them insert one.
 */
export function shapeDrawer(map: L.Map, { kind, at, label, onDraw }: ShapeDrawerOptions): ShapeDrawer {
  const known = at && cornersOf(kind, at);
  let corners: L.LatLng[] = known ?? [];
  let asStored = at && !known ? at : undefined;
  const layers = L.layerGroup().addTo(map);
  const tell = () => onDraw(shapeOf(kind, corners));

  const change = (next: readonly L.LatLng[]) => {
    corners = [...next];
    asStored = undefined;
    draw();
    tell();
  };
  const draw = () => {
    layers.clearLayers();
    if (asStored) return void shapeLayer(asStored).addTo(layers);
    outline(kind, corners).addTo(layers);
    for (const [index, corner] of corners.entries()) cornerAt(corner, index).addTo(layers);
    for (const [spot, index] of kind === 'point' ? [] : between(kind, corners)) insertAt(spot, index).addTo(layers);
  };
  const cornerAt = (corner: L.LatLng, index: number) => {
    const handle = dot(corner, 'map-corner', `${label} ${index + 1}`);
    const away = () => change(corners.filter((_, other) => other !== index));
    handle.on('dragend', () => change(corners.map((other, at) => (at === index ? handle.getLatLng() : other))));
    handle.on('dblclick', away);
    handle.on('keydown', ({ originalEvent }) => {
      if (originalEvent instanceof KeyboardEvent && ['Delete', 'Backspace'].includes(originalEvent.key)) away();
    });
    return handle;
  };
  const insertAt = (spot: L.LatLng, index: number) => {
    const handle = dot(spot, 'map-corner map-between', '');
    handle.on('dragend', () => change([...corners.slice(0, index), handle.getLatLng(), ...corners.slice(index)]));
    return handle;
  };
  const add = (position: L.LatLng) => change(kind === 'point' ? [position] : [...corners, position]);
  const onClick = ({ latlng }: L.LeafletMouseEvent) => {
    if (!asStored) add(latlng);
  };
  const onKey = ({ originalEvent }: L.LeafletKeyboardEvent) => {
    if (!asStored && originalEvent.key === 'Enter' && originalEvent.target === map.getContainer()) add(map.getCenter());
  };
  map.on('click', onClick);
  map.on('keydown', onKey);
  map.doubleClickZoom.disable();
  draw();
  return {
    clear: () => change([]),
    remove() {
      map.off('click', onClick);
      map.off('keydown', onKey);
      map.doubleClickZoom.enable();
      layers.remove();
    },
  };
}

function outline(kind: DrawnKind, corners: readonly L.LatLng[]): L.Layer {
  const path = [...corners];
  return kind === 'area'
    ? L.polygon(path, { className: 'map-shape map-shape-area', interactive: false })
    : L.polyline(path, { className: 'map-shape', interactive: false });
}

function dot(position: L.LatLng, className: string, label: string): L.Marker {
  const icon = L.divIcon({ html: '<i></i>', className, iconSize: [24, 24], iconAnchor: [12, 12] });
  const handle = L.marker(position, { icon, draggable: true, keyboard: label !== '', bubblingMouseEvents: false });
  handle.on('add', () => {
    if (label !== '') handle.getElement()?.setAttribute('aria-label', label);
  });
  return handle;
}

/** The middle of each side, with the place a new corner would take. */
function between(kind: DrawnKind, corners: readonly L.LatLng[]): readonly (readonly [L.LatLng, number])[] {
  return corners.flatMap((corner, index) => {
    const isLast = index === corners.length - 1;
    const next = isLast && kind === 'area' && corners.length > 2 ? corners[0] : corners[index + 1];
    return next ? [[L.latLng((corner.lat + next.lat) / 2, (corner.lng + next.lng) / 2), index + 1] as const] : [];
  });
}

/** Seven decimals are a centimetre: more would only pretend. */
const position = ({ lng, lat }: L.LatLng): number[] => [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];

function shapeOf(kind: DrawnKind, corners: readonly L.LatLng[]): Shape | undefined {
  const [first] = corners;
  if (!first) return undefined;
  if (kind === 'point') return { type: 'Point', coordinates: position(first) };
  if (kind === 'line') return corners.length < 2 ? undefined : { type: 'LineString', coordinates: corners.map(position) };
  return corners.length < 3 ? undefined : { type: 'Polygon', coordinates: [[...corners, first].map(position)] };
}

/** The corners of what can be drawn here; undefined for a shape of several parts, with holes, or of too many corners. */
function cornersOf(kind: DrawnKind, shape: Shape): L.LatLng[] | undefined {
  const positions = (() => {
    if (shape.type === 'Point') return kind === 'point' ? [shape.coordinates] : undefined;
    if (shape.type === 'LineString') return kind === 'line' ? shape.coordinates : undefined;
    if (shape.type === 'Polygon' && shape.coordinates.length === 1)
      return kind === 'area' ? shape.coordinates[0]?.slice(0, -1) : undefined;
    return undefined;
  })();
  if (!positions || positions.length > MOST_HANDLES) return undefined;
  return positions.map(([lng = 0, lat = 0]) => L.latLng(lat, lng));
}
