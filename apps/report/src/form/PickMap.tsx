import type { Boundaries, Point } from '@wangge/contracts';
import {
  boundaryLayer,
  type Box,
  createMap,
  fitTo,
  fitToPoints,
  labelPoint,
  overlap,
  type PointPicker,
  pointPicker,
} from '@wangge/map';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words';
import '@wangge/map/map.css';

export interface PickMapProps {
  readonly point: Point | undefined;
  readonly outlines: Boundaries | undefined;
  readonly onPick: (point: Point) => void;
}

/** "东风街道" is known as 东风; a township keeps its 乡. Leaflet takes HTML, and a name must not become any. */
function shortName(name: string): HTMLElement {
  const word = document.createElement('span');
  word.textContent = name.replace(/街道(办事处)?$/, '');
  return word;
}

/** A name that would lie over another one is shown when there is room. */
function hideCrowdedNames(container: HTMLElement): void {
  const shown: Box[] = [];
  for (const name of container.querySelectorAll<HTMLElement>('.pick-name')) {
    const { x, y, width, height } = name.getBoundingClientRect();
    const box = { x: x + width / 2, y: y + height / 2, width, height };
    const crowded = shown.some((other) => overlap(other, box));
    name.style.visibility = crowded ? 'hidden' : '';
    if (!crowded) shown.push(box);
  }
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
    const areas = boundaryLayer(outlines, {
      styleOf: ({ properties }) => ({
        className: properties.level === 'district' ? 'map-outline' : 'pick-street',
        interactive: false,
      }),
    }).addTo(map);
    fitTo(map, outlines);
    // Only a map with a view leaves a name where it is put.
    areas.getLayers().forEach((area, index) => {
      const street = outlines.features[index];
      if (street?.properties.level !== 'street') return;
      const name = shortName(street.properties.name);
      area.bindTooltip(name, { permanent: true, direction: 'center', className: 'pick-name' });
      const { lat, lng } = labelPoint(street) ?? {};
      if (lat !== undefined && lng !== undefined) area.openTooltip([lat, lng]);
    });
    hideCrowdedNames(map.getContainer());
    map.on('zoomend', () => hideCrowdedNames(map.getContainer()));
    picker.current = {
      picker: pointPicker(map, { label: t('report.pin'), onPick: (picked) => take.current(picked) }),
      show: (next) => fitToPoints(map, [next], { maxZoom: 13.5 }),
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
