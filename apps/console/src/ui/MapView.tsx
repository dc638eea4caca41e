import { createMap } from '@wangge/map';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n/use-texts';

export type MapHandle = ReturnType<typeof createMap>;

interface MapViewProps {
  readonly label: string;
  readonly className?: string;
  /** Draws onto the map and returns how to take it away. Called again when it changes, so wrap it in `useCallback`. */
  readonly draw: Draw;
  /** What changes more often than the ground below it. */
  readonly drawAbove?: Draw;
}

type Draw = (map: MapHandle) => (() => void) | undefined;

/** A map inside the page. What is on it belongs to the caller. */
export function MapView({ label, className, draw, drawAbove }: MapViewProps) {
  const t = useTexts();
  const element = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapHandle>();
  const zoomIn = t('console.map.zoom-in');
  const zoomOut = t('console.map.zoom-out');

  useEffect(() => {
    if (!element.current) return;
    const created = createMap(element.current, { label, zoomTitles: { in: zoomIn, out: zoomOut } });
    const resized = new ResizeObserver(() => created.invalidateSize({ animate: false }));
    resized.observe(element.current);
    setMap(created);
    return () => {
      setMap(undefined);
      resized.disconnect();
      created.remove();
    };
  }, [label, zoomIn, zoomOut]);

  useEffect(() => (map ? draw(map) : undefined), [map, draw]);
  useEffect(() => (map ? drawAbove?.(map) : undefined), [map, drawAbove]);

  return <div ref={element} className={className ? `map-view ${className}` : 'map-view'} />;
}
