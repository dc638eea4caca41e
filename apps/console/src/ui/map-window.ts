import type { MapHandle } from './MapView';

/** `west,south,east,north` of what is seen, as addresses write it. */
export function windowOf(map: MapHandle): string {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
    .map((degrees) => degrees.toFixed(6))
    .join(',');
}
