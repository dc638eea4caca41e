import type { Boundaries, Point } from '@wangge/contracts';
import { boundaryLayer, boundsOf, createMap, fitTo, fitToPoints, type PointPicker, pointPicker } from '@wangge/map';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../data/words';
import '@wangge/map/map.css';

type LeafletMap = ReturnType<typeof createMap>;

export interface PickMapProps {
  readonly point: Point | undefined;
  readonly outlines: Boundaries | undefined;
  /** Unit grids around the pin. */
  readonly grids: Boundaries | undefined;
  readonly onPick: (point: Point) => void;
}

interface Drawn {
  readonly map: LeafletMap;
  readonly picker: PointPicker;
}

/** The outlines with one pin that a finger or the arrow keys move. */
export function PickMap({ point, outlines, grids, onPick }: PickMapProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(null);
  const framed = useRef(false);

  useEffect(() => {
    if (!box.current) return undefined;
    const map = createMap(box.current, {
      label: t('phone.map'),
      zoomTitles: { in: t('phone.zoom-in'), out: t('phone.zoom-out') },
    });
    const picker = pointPicker(map, { label: t('phone.pin'), onPick });
    drawn.current = { map, picker };
    if (point) {
      fitToPoints(map, [point], { maxZoom: 15.5 });
      framed.current = true;
    }
    return () => {
      drawn.current = null;
      framed.current = false;
      map.remove();
    };
  }, []);

  useEffect(() => {
    const { map, picker } = drawn.current ?? {};
    if (!map || !picker) return;
    const before = picker.point;
    picker.set(point);
    // A pin put by a button may lie outside of what is shown.
    if (point && (point.lng !== before?.lng || point.lat !== before?.lat)) fitToPoints(map, [point], { maxZoom: 15.5 });
  }, [point]);

  useEffect(() => {
    const map = drawn.current?.map;
    if (!map || !outlines) return undefined;
    // A point that lies outside would show nothing but an empty ground.
    if (!framed.current || (point && !boundsOf(outlines).contains([point.lat, point.lng]))) fitTo(map, outlines);
    framed.current = true;
    return layer(map, outlines, 'pick-street');
  }, [outlines]);

  useEffect(() => {
    const map = drawn.current?.map;
    return map && grids ? layer(map, grids, 'map-outline') : undefined;
  }, [grids]);

  return <div class="pick-map" ref={box} />;
}

function layer(map: LeafletMap, boundaries: Boundaries, className: 'pick-street' | 'map-outline'): () => void {
  const drawn = boundaryLayer(boundaries, { styleOf: () => ({ className, interactive: false }) }).addTo(map);
  // Filled areas would hide the outlines if they came later.
  if (className === 'pick-street') drawn.bringToBack();
  return () => void drawn.remove();
}
