import type { Boundaries, Point } from '@wangge/contracts';
import { boundaryLayer, createMap, fitTo, fitToPoints, type PointPicker, pointPicker } from '@wangge/map';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words';
import '@wangge/map/map.css';

export interface PickMapProps {
  readonly point: Point | undefined;
  readonly outlines: Boundaries | undefined;
  readonly onPick: (point: Point) => void;
}

/** The district and its streets with one pin. */
export function PickMap({ point, outlines, onPick }: PickMapProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const picker = useRef<{ readonly picker: PointPicker; readonly show: (point: Point) => void }>(null);
  const take = useRef(onPick);
  take.current = onPick;

  useEffect(() => {
    if (!box.current || !outlines) return undefined;
    const map = createMap(box.current, {
      label: t('report.map'),
      zoomTitles: { in: t('report.zoom-in'), out: t('report.zoom-out') },
    });
    boundaryLayer(outlines, {
      styleOf: ({ properties }) => ({
        className: properties.level === 'district' ? 'map-outline' : 'map-quiet',
        interactive: false,
      }),
    }).addTo(map);
    fitTo(map, outlines);
    picker.current = {
      picker: pointPicker(map, { label: t('report.pin'), onPick: (picked) => take.current(picked) }),
      show: (next) => fitToPoints(map, [next], { maxZoom: 16 }),
    };
    if (point) {
      picker.current.picker.set(point);
      picker.current.show(point);
    }
    return () => {
      picker.current = null;
      map.remove();
    };
  }, [outlines, t]);

  useEffect(() => {
    const now = picker.current;
    const before = now?.picker.point;
    if (!now || !point || (before?.lng === point.lng && before.lat === point.lat)) return;
    now.picker.set(point);
    now.show(point);
  }, [point]);

  return <div class="pick-map" ref={box} />;
}
