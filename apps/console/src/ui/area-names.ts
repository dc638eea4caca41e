import type { Boundaries } from '@wangge/contracts';
import { type boundaryLayer, boundsOf } from '@wangge/map';
import type { MapHandle } from './MapView';

const LETTER = 12;

/** Writes each area's name into it where it fits, as the zoom goes; what does not fit is left out. Returns how to stop. */
export function nameAreas(
  map: MapHandle,
  layer: ReturnType<typeof boundaryLayer>,
  { features }: Boundaries,
  nameOf: (feature: Boundaries['features'][number]) => string,
): () => void {
  const areas = layer.getLayers().flatMap((area, index) => {
    const feature = features[index];
    return feature ? [{ area, name: nameOf(feature), bounds: boundsOf(feature) }] : [];
  });
  for (const { area, name } of areas) {
    const text = document.createElement('span');
    text.textContent = name;
    area.bindTooltip(text, { permanent: true, direction: 'center', className: 'area-name', opacity: 1, interactive: false });
  }
  const choose = () => {
    for (const { area, name, bounds } of areas) {
      const width = map.latLngToLayerPoint(bounds.getNorthEast()).x - map.latLngToLayerPoint(bounds.getSouthWest()).x;
      if (width * 0.8 > name.length * LETTER) area.openTooltip();
      else area.closeTooltip();
    }
  };
  choose();
  map.on('zoomend', choose);
  return () => {
    map.off('zoomend', choose);
  };
}
