import { useEffect, useSyncExternalStore } from 'react';

export interface Crumb {
  readonly text: string;
  /** Where it leads; the last one is where the reader is. */
  readonly to?: string;
}

let crumbs: readonly Crumb[] = [];
const listeners = new Set<() => void>();

/** A page says where it stands; the top bar and the window's title show it. */
export function useCrumbs(...next: readonly Crumb[]): void {
  const key = JSON.stringify(next);
  useEffect(() => {
    crumbs = JSON.parse(key) as readonly Crumb[];
    document.title = crumbs
      .map(({ text }) => text)
      .reverse()
      .join(' · ');
    for (const listener of listeners) listener();
  }, [key]);
}

export const useShownCrumbs = (): readonly Crumb[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => crumbs,
  );
