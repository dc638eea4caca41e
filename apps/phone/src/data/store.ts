import { useEffect, useState } from 'preact/hooks';

/** One value that changes, and those who want to know. */
export class Store<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: T) {}

  get value(): T {
    return this.current;
  }

  set(next: T): void {
    if (Object.is(next, this.current)) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Draws again whenever the value changes. */
export function useStore<T>(store: Store<T>): T {
  return useChanging(store, () => store.value);
}

/** The same for anything that tells its listeners of changes. */
export function useChanging<T>(source: { subscribe(listener: () => void): () => void }, read: () => T): T {
  const [, redraw] = useState(0);
  useEffect(() => {
    const update = () => redraw((count) => count + 1);
    // It may have changed between drawing and listening.
    update();
    return source.subscribe(update);
  }, [source]);
  return read();
}
