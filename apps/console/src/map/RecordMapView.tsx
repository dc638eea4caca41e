import type { EventMarker, RegisterView } from '@wangge/contracts';
import { drawArea, type DrawnRing, ringOfWindow, showDrawn } from '@wangge/map';
import { useCallback, useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { type MapHandle, MapView } from '../ui/MapView';
import type { Chosen, Drawing } from './chosen';
import type { LoadedWindow } from './map-queries';
import { useAreas } from './use-areas';
import { useMarks } from './use-marks';

interface RecordMapViewProps {
  readonly scope: string;
  readonly registers: readonly RegisterView[];
  readonly windows: readonly LoadedWindow[];
  readonly markers: readonly EventMarker[] | undefined;
  readonly drawing: Drawing | undefined;
  readonly ring: DrawnRing | undefined;
  readonly onWindow: (bbox: string) => void;
  readonly onChoose: (chosen: Chosen) => void;
  /** Undefined when nothing came of it. */
  readonly onDrawn: (ring: DrawnRing | undefined) => void;
}

export function RecordMapView({ scope, drawing, ring, onWindow, onDrawn, ...marks }: RecordMapViewProps) {
  const t = useTexts();
  const [map, setMap] = useState<MapHandle>();
  const { draw, names } = useAreas(scope, onWindow);
  const drawAreas = useCallback(
    (handle: MapHandle) => {
      setMap(handle);
      return draw(handle);
    },
    [draw],
  );
  const drawMarks = useMarks({ ...marks, names });

  useEffect(() => {
    if (!map || !drawing) return undefined;
    if (drawing !== 'window') return drawArea(map, { form: drawing, onDone: onDrawn, onCancel: () => onDrawn(undefined) });
    onDrawn(ringOfWindow(map));
    return undefined;
  }, [map, drawing, onDrawn]);
  useEffect(() => (map && ring ? showDrawn(map, ring) : undefined), [map, ring]);

  return <MapView className="record-map" label={t('console.map.of-all')} draw={drawAreas} drawAbove={drawMarks} />;
}
