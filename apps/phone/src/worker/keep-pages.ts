import { Store } from '../data/store';
import type { Shelf } from './shelf-message';

/** True while a newer version lies on the device and waits to be taken. */
export const newVersion = new Store(false);

let waiting: ServiceWorker | null = null;

/**
 * Has the browser keep this screen on the device. Over plain HTTP from another machine browsers offer no such thing;
 * the screen then works as long as it stays open.
 */
export async function keepPages(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/phone/sw.js').catch(() => undefined);
  if (!registration) return;
  const look = () => {
    waiting = registration.waiting;
    newVersion.set(waiting !== null && navigator.serviceWorker.controller !== null);
  };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  addEventListener('online', () => void registration.update().catch(() => undefined));
}

/** Drafts and what waits to be sent lie in the device's store, so that nothing is lost by loading the page again. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage({ wanted: 'newest' } satisfies Shelf);
}
