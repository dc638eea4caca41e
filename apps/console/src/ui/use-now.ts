import { useSyncExternalStore } from 'react';

/** One clock for the whole page: times left count down together and nothing is drawn more often than they change. */
const EVERY = 15_000;
const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, EVERY);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function tick(): void {
  now = new Date();
  for (const listener of listeners) listener();
}

export const useNow = (): Date => useSyncExternalStore(subscribe, () => now);
