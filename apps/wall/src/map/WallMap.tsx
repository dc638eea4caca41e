import type { EventNews } from '@wangge/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../language';
import { Callout, type CalloutPosition } from './Callout';
import type { MapContent } from './map-layers';
import { MapView } from './map-view';
import './map.css';

interface WallMapProps {
  readonly content: Omit<MapContent, 't'>;
  readonly arrival: EventNews | undefined;
}

const CALLOUT_MS = 12_000;

export function WallMap({ content, arrival }: WallMapProps) {
  const { t } = useLanguage();
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<MapView>();
  const [position, setPosition] = useState<CalloutPosition>();

  useEffect(() => {
    if (!element.current) return;
    const created = new MapView(element.current, t);
    view.current = created;
    return () => created.remove();
    // The words of the scale bar belong to the map: another language makes another map.
  }, [t]);

  useEffect(() => view.current?.show({ ...content, t }), [content, t]);

  useEffect(() => {
    if (!arrival || !view.current) return setPosition(undefined);
    const still = view.current.pulse(arrival.point);
    setPosition(view.current.positionOf(arrival.point));
    const end = () => {
      still();
      setPosition(undefined);
    };
    const timer = setTimeout(end, CALLOUT_MS);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [arrival, t]);

  return (
    <>
      <div class="wall-map" ref={element} />
      {arrival && position && <Callout news={arrival} position={position} what={content.nameOf(arrival.classCode)} />}
    </>
  );
}
