import type { Shape } from '@wangge/contracts';
import * as L from 'leaflet';

/** A line, an area or a single spot as it is stored. Its colours are the screen's (`map-shape`), or those of a layer. */
export function shapeLayer(shape: Shape, tone?: number): L.GeoJSON {
  const colour = tone === undefined ? '' : ` map-shape-tone map-tone-${tone}`;
  const className = `map-shape${shape.type.endsWith('Polygon') ? ' map-shape-area' : ''}${colour}`;
  return L.geoJSON(toGeometry(shape), {
    interactive: false,
    style: () => ({ className }),
    pointToLayer: (_, at) => L.circleMarker(at, { radius: 7, className: 'map-shape map-shape-area', interactive: false }),
  });
}

/** Shows the whole of it. */
export function fitToShape(map: L.Map, shape: Shape, padding = 32): void {
  const bounds = shapeLayer(shape).getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [padding, padding], maxZoom: 18, animate: false });
}

/** Contracts write plain positions; Leaflet's types want those of its own typings, which have the same form. */
const toGeometry = (shape: Shape): GeoJSON.GeometryObject => shape as unknown as GeoJSON.GeometryObject;
