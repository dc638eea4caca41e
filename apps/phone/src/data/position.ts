import type { Point } from '@wangge/contracts';
import { useEffect } from 'preact/hooks';
import { Store, useStore } from './store';

export type Position =
  | { readonly state: 'unknown' | 'asking' | 'denied' | 'unavailable' }
  /** `at` is when it was heard, by the phone's clock: satellites keep a time of their own. */
  | { readonly state: 'known'; readonly point: Point; readonly accuracy: number; readonly at: number };

/** Where the phone is, as long as a page wants to know. It stays on the device until a report is sent. */
export const position = new Store<Position>({ state: 'unknown' });

let wanted = 0;
let watching: number | undefined;

function start(): void {
  if (!('geolocation' in navigator)) return position.set({ state: 'unavailable' });
  if (position.value.state !== 'known') position.set({ state: 'asking' });
  watching = navigator.geolocation.watchPosition(
    ({ coords }) =>
      position.set({
        state: 'known',
        point: { lng: coords.longitude, lat: coords.latitude },
        accuracy: coords.accuracy,
        at: Date.now(),
      }),
    ({ code, PERMISSION_DENIED }) => {
      if (code === PERMISSION_DENIED) position.set({ state: 'denied' });
      else if (position.value.state !== 'known') position.set({ state: 'unavailable' });
    },
    { enableHighAccuracy: true, maximumAge: 10_000, timeout: 20_000 },
  );
}

function stop(): void {
  if (watching !== undefined) navigator.geolocation.clearWatch(watching);
  watching = undefined;
}

/** Watches the position while the page is shown. `ask` false: only where the worker has allowed it before. */
export function usePosition(ask: boolean): Position {
  useEffect(() => {
    let active = true;
    const begin = () => {
      wanted += 1;
      if (wanted === 1) start();
    };
    const allowed = ask ? Promise.resolve(true) : isAllowed();
    let begun = false;
    void allowed.then((yes) => {
      if (!yes || !active) return;
      begun = true;
      begin();
    });
    return () => {
      active = false;
      if (!begun) return;
      wanted -= 1;
      if (wanted === 0) stop();
    };
  }, [ask]);
  return useStore(position);
}

async function isAllowed(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
  } catch {
    return false;
  }
}
