import * as L from 'leaflet';
import { lengthText, roundLength, type ScaleWords } from './round-length.js';

/** A scale bar in metres or 公里, drawn as a bracket with its length above. */
export function scaleBar(
  map: L.Map,
  words: ScaleWords,
  options: { readonly maxWidth?: number; readonly position?: L.ControlPosition } = {},
): L.Control {
  const most = options.maxWidth ?? 100;
  const control = new L.Control({ position: options.position ?? 'bottomright' });
  const bar = L.DomUtil.create('div', 'map-scale');
  const update = () => {
    const size = map.getSize();
    const middle = size.y / 2;
    const metres = map.distance(map.containerPointToLatLng([0, middle]), map.containerPointToLatLng([most, middle]));
    const length = roundLength(metres);
    bar.textContent = length ? lengthText(length, words) : '';
    bar.style.width = `${Math.round((length / metres) * most) || 0}px`;
  };
  control.onAdd = () => {
    map.on('zoomend moveend resize', update);
    map.whenReady(update);
    return bar;
  };
  control.onRemove = () => map.off('zoomend moveend resize', update);
  return control.addTo(map);
}
