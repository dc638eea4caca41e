import type { EventMarker, RegisterView } from '@wangge/contracts';
import { type areaNames, eventMarkers, recordLayers, shapeLayer, type SpotGroup } from '@wangge/map';
import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import type { MapHandle } from '../ui/MapView';
import { markerLabel } from '../ui/marker-label';
import type { Chosen } from './chosen';
import type { LoadedWindow } from './map-queries';
import { layersOf, registerOf, toneOf } from './spot-layers';

interface Marks {
  readonly registers: readonly RegisterView[];
  readonly windows: readonly LoadedWindow[];
  readonly markers: readonly EventMarker[] | undefined;
  readonly names: ReturnType<typeof areaNames> | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

/** From here on a group is told by a list: nearer, its records would still stand at one spot. */
const LISTED_FROM_ZOOM = 17;
const DEEPEST_ZOOM = 19;

/** Records and open events, clear of the names; a mark opens a list, or goes nearer. */
export function useMarks({ registers, windows, markers, names, onChoose }: Marks) {
  const t = useTexts();
  const labelOf = useLabel();
  const navigate = useNavigate();
  const layers = useMemo(
    () => layersOf(windows, { labelOf, toneOf: (name) => toneOf(registers, name) }),
    [windows, labelOf, registers],
  );
  const labelled = useCallback(
    (group: SpotGroup) => {
      const layer = registerOf(layers, group);
      const register = registers.find(({ name }) => name === layer?.register);
      const name = layer?.isOfAreas || group.total === 1 ? (group.spots[0]?.name ?? '') : '';
      return t('console.map.mark', { label: register ? labelOf(register.label) : '', name, count: group.total });
    },
    [layers, registers, labelOf, t],
  );
  return useCallback(
    (map: MapHandle) => {
      const choose = (group: SpotGroup) => {
        const layer = registerOf(layers, group);
        const isNear = map.getZoom() >= LISTED_FROM_ZOOM || group.total === 1;
        if (layer && !layer.isOfAreas && isNear) onChoose({ layer, group });
        else map.setView([group.point.lat, group.point.lng], Math.min(DEEPEST_ZOOM, map.getZoom() + 2));
      };
      const clearOf = () => names?.taken() ?? [];
      const shapes = layers.flatMap((layer) => layer.shapes.map((shape) => shapeLayer(shape, layer.tone).addTo(map)));
      const records = recordLayers(layers, { labelOf: labelled, onSelect: choose, clearOf }).addTo(map);
      const options = {
        labelOf: (group: Parameters<typeof markerLabel>[0]) => markerLabel(group, t),
        onSelect: ({ marker }: Parameters<typeof markerLabel>[0]) => void navigate(`/events/${marker.id}/show`),
        clearOf,
      };
      const events = markers && eventMarkers(markers, options).addTo(map);
      return () => {
        for (const shape of shapes) shape.remove();
        records.remove();
        events?.remove();
      };
    },
    [layers, labelled, markers, names, onChoose, navigate, t],
  );
}
