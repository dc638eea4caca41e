import { LineShape, MultiPolygonShape, PolygonShape } from '@wangge/contracts';
import * as L from 'leaflet';
import '@geoman-io/leaflet-geoman-free';
import '@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css';
import type { MapHandle } from '../ui/MapView';

export type Drawn = LineShape | PolygonShape | MultiPolygonShape;

/** A hundredth of a metre. */
const PRECISION = 7;
const STYLE = { className: 'grid-drawing' };

/** Lets the user draw one shape. Returns how to stop. */
export function drawShape(
  map: MapHandle,
  kind: 'Line' | 'Polygon',
  locale: 'zh' | 'en',
  onDrawn: (shape: Drawn) => void,
): () => void {
  map.pm.setLang(locale);
  map.pm.enableDraw(kind, { snappable: true, snapDistance: 12, templineStyle: STYLE, hintlineStyle: STYLE, pathOptions: STYLE });
  const created = ({ layer }: { layer: L.Layer }) => {
    layer.remove();
    const shape = shapeOf(layer);
    if (shape) onDrawn(shape);
  };
  map.on('pm:create', created);
  return () => {
    map.off('pm:create', created);
    map.pm.disableDraw();
  };
}

/** A shape whose corners can be dragged, added and removed. Returns how to take it away. */
export function editShape(map: MapHandle, shape: Drawn, onChange: (shape: Drawn) => void): () => void {
  const layer = layerOf(shape).addTo(map);
  layer.pm.enable({ snappable: true, snapDistance: 12, allowSelfIntersection: true });
  const changed = () => {
    const next = shapeOf(layer);
    if (next) onChange(next);
  };
  layer.on('pm:edit', changed);
  return () => {
    layer.off('pm:edit', changed);
    layer.pm.disable();
    layer.remove();
  };
}

function layerOf(shape: Drawn) {
  const toLatLngs = (positions: readonly (readonly [number, number])[]) => positions.map(([lng, lat]) => L.latLng(lat, lng));
  switch (shape.type) {
    case 'LineString':
      return L.polyline(toLatLngs(shape.coordinates), STYLE);
    case 'Polygon':
      return L.polygon(shape.coordinates.map(toLatLngs), STYLE);
    case 'MultiPolygon':
      return L.polygon(
        shape.coordinates.map((polygon) => polygon.map(toLatLngs)),
        STYLE,
      );
  }
}

/** What Leaflet tells is held to the form of the contract. */
function shapeOf(layer: L.Layer): Drawn | undefined {
  if (!(layer instanceof L.Polyline)) return undefined;
  const { geometry } = layer.toGeoJSON(PRECISION);
  for (const shape of [LineShape, PolygonShape, MultiPolygonShape]) {
    const parsed = shape.safeParse(geometry);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}

/** Rings around places that are spoken of. Returns how to take them away. */
export function markPlaces(map: MapHandle, places: readonly { readonly lng: number; readonly lat: number }[]): () => void {
  const group = L.featureGroup(
    places.map(({ lng, lat }) =>
      L.circleMarker([lat, lng], { radius: 9, interactive: false, className: 'grid-problem-place', pmIgnore: true }),
    ),
  ).addTo(map);
  return () => group.remove();
}
