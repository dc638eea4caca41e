import * as L from 'leaflet';

/** Corners of what was drawn, longitude first, as contracts want them. */
export type DrawnRing = [number, number][];

export interface DrawAreaOptions {
  readonly form: 'rectangle' | 'polygon';
  readonly onDone: (ring: DrawnRing) => void;
  /** Escape, or too few corners. */
  readonly onCancel: () => void;
}

const STYLE: L.PathOptions = { className: 'map-drawn', interactive: false };
const FEWEST = 3;
const NEAR_PIXELS = 12;

/** A rectangle is dragged; a polygon is clicked corner by corner and closed by its first corner, Enter or a double click. */
export function drawArea(map: L.Map, options: DrawAreaOptions): () => void {
  const container = map.getContainer();
  container.classList.add('map-drawing');
  const stopForm = options.form === 'rectangle' ? drawRectangle(map, options) : drawPolygon(map, options);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') options.onCancel();
  };
  window.addEventListener('keydown', onKey);
  return () => {
    window.removeEventListener('keydown', onKey);
    container.classList.remove('map-drawing');
    stopForm();
  };
}

function drawRectangle(map: L.Map, { onDone, onCancel }: DrawAreaOptions): () => void {
  let from: L.LatLng | undefined;
  const shape = L.rectangle(L.latLngBounds([0, 0], [0, 0]), STYLE);
  const onDown = ({ latlng }: L.LeafletMouseEvent) => {
    from = latlng;
    shape.setBounds(L.latLngBounds(latlng, latlng)).addTo(map);
  };
  const onMove = ({ latlng }: L.LeafletMouseEvent) => from && shape.setBounds(L.latLngBounds(from, latlng));
  const onUp = ({ latlng }: L.LeafletMouseEvent) => {
    if (!from) return;
    const bounds = L.latLngBounds(from, latlng);
    from = undefined;
    if (bounds.getNorth() === bounds.getSouth() || bounds.getEast() === bounds.getWest()) onCancel();
    else onDone(ringOf(bounds));
  };
  map.dragging.disable();
  map.on('mousedown', onDown).on('mousemove', onMove).on('mouseup', onUp);
  return () => {
    map.off('mousedown', onDown).off('mousemove', onMove).off('mouseup', onUp);
    map.dragging.enable();
    shape.remove();
  };
}

function drawPolygon(map: L.Map, { onDone, onCancel }: DrawAreaOptions): () => void {
  const corners: L.LatLng[] = [];
  const shape = L.polygon([], STYLE).addTo(map);
  const finish = () => (corners.length < FEWEST ? onCancel() : onDone(corners.map(positionOf)));
  const onClick = ({ latlng }: L.LeafletMouseEvent) => {
    const [first] = corners;
    const closes = first && map.latLngToContainerPoint(first).distanceTo(map.latLngToContainerPoint(latlng)) < NEAR_PIXELS;
    if (closes) return finish();
    corners.push(latlng);
    shape.setLatLngs(corners);
  };
  const onKey = ({ originalEvent }: L.LeafletKeyboardEvent) => originalEvent.key === 'Enter' && finish();
  map.doubleClickZoom.disable();
  map.on('click', onClick).on('dblclick', finish).on('keydown', onKey);
  return () => {
    map.off('click', onClick).off('dblclick', finish).off('keydown', onKey);
    map.doubleClickZoom.enable();
    shape.remove();
  };
}

/** The whole window, for whoever draws with no pointer. */
export const ringOfWindow = (map: L.Map): DrawnRing => ringOf(map.getBounds());

/** What was chosen stays to be seen. Answers how to take it away. */
export function showDrawn(map: L.Map, ring: DrawnRing): () => void {
  const shape = L.polygon(
    ring.map(([lng, lat]) => L.latLng(lat, lng)),
    STYLE,
  ).addTo(map);
  return () => void shape.remove();
}

const ringOf = (bounds: L.LatLngBounds): DrawnRing =>
  [bounds.getSouthWest(), bounds.getSouthEast(), bounds.getNorthEast(), bounds.getNorthWest()].map(positionOf);

/** Seven decimals are a centimetre. */
const positionOf = ({ lat, lng }: L.LatLng): [number, number] => [round(lng), round(lat)];
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
