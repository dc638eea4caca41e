import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PickMapProps } from './PickMap';

/** The words can be typed before the map library has arrived. */
export function LazyPickMap(props: PickMapProps) {
  const [loaded, setLoaded] = useState<{ PickMap: ComponentType<PickMapProps> }>();
  useEffect(() => {
    void import('./PickMap').then(setLoaded, () => undefined);
  }, []);
  return loaded ? <loaded.PickMap {...props} /> : <div class="pick-map" aria-busy="true" />;
}
