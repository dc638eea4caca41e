import type { Point } from '@wangge/contracts';
import * as L from 'leaflet';

export interface PointPickerOptions {
  readonly at?: Point;
  /** What assistive technology calls the pin, with how to move it: arrow keys, with Shift in larger steps. */
  readonly label: string;
  readonly onPick: (point: Point) => void;
}

export interface PointPicker {
  readonly point: Point | undefined;
  /** Moves the pin without calling `onPick`; undefined takes it away. */
  set(point: Point | undefined): void;
  remove(): void;
}

/** The picture is narrower than what a finger needs, so it stands in the middle of a square. */
const PIN =
  '<svg width="44" height="44" viewBox="-4 0 44 44" aria-hidden="true"><path class="map-pin" d="M18 43C10 31 4 25 4 17a14 14 0 0 1 28 0c0 8-6 14-14 26z"/><circle class="map-pin-eye" cx="18" cy="17" r="5"/></svg>';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * One point on the map, set by a click or tap, by dragging the pin, or with the keyboard:
 * Enter on the map puts the pin in its middle, arrow keys on the pin move it.
 */
export function pointPicker(map: L.Map, { at, label, onPick }: PointPickerOptions): PointPicker {
  let pin: L.Marker | undefined;
  const place = (point: Point) => {
    if (pin) pin.setLatLng([point.lat, point.lng]);
    else pin = pinAt(map, point, label, pick);
  };
  const pick = (position: L.LatLng) => {
    const point = toPoint(position);
    place(point);
    onPick(point);
  };
  const onClick = ({ latlng }: L.LeafletMouseEvent) => pick(latlng);
  const onKey = ({ originalEvent }: L.LeafletKeyboardEvent) => {
    if (originalEvent.key === 'Enter' && originalEvent.target === map.getContainer()) pick(map.getCenter());
  };
  map.on('click', onClick);
  map.on('keydown', onKey);
  if (at) place(at);
  return {
    get point() {
      return pin ? toPoint(pin.getLatLng()) : undefined;
    },
    set(point) {
      if (point) return place(point);
      pin?.remove();
      pin = undefined;
    },
    remove() {
      map.off('click', onClick);
      map.off('keydown', onKey);
      pin?.remove();
      pin = undefined;
    },
  };
}

function pinAt(map: L.Map, { lat, lng }: Point, label: string, pick: (position: L.LatLng) => void): L.Marker {
  const icon = L.divIcon({ html: PIN, className: 'map-pin-icon', iconSize: [44, 44], iconAnchor: [22, 43] });
  const pin = L.marker([lat, lng], { icon, draggable: true, keyboard: true, zIndexOffset: 5000, autoPan: true });
  pin.on('dragend', () => pick(pin.getLatLng()));
  pin.on('add', () => {
    const element = pin.getElement();
    element?.setAttribute('aria-label', label);
    element?.addEventListener('keydown', (event) => {
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      pick(steppedFrom(map, pin.getLatLng(), step, event.shiftKey ? 40 : 4));
    });
  });
  return pin.addTo(map);
}

function steppedFrom(map: L.Map, from: L.LatLng, [dx, dy]: readonly [number, number], pixels: number): L.LatLng {
  return map.unproject(map.project(from).add([dx * pixels, dy * pixels]));
}

/** Seven decimals are a centimetre: more would only pretend. */
function toPoint({ lat, lng }: L.LatLng): Point {
  const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
  return { lng: rounded(lng), lat: rounded(lat) };
}
