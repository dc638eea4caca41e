import { openStream } from '@wangge/api-client';
import type { EventNews } from '@wangge/contracts';
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { client } from '../data/client';

/** The browser's one connection for news, shared by every part of the page. */
type NewsListener = (news: EventNews) => void;
const newsListeners = new Set<NewsListener>();
const stateListeners = new Set<() => void>();
let connected = false;

function setConnected(next: boolean): void {
  connected = next;
  for (const listener of stateListeners) listener();
}

/** Keeps the connection while the page is signed in; the browser itself connects again after a break. */
export function useLiveConnection(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const close = openStream(client, {
      onEvent: (news) => {
        for (const listener of newsListeners) listener(news);
      },
      onConnected: setConnected,
    });
    return () => {
      close();
      setConnected(false);
    };
  }, [active]);
}

export const useIsLive = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    () => connected,
  );

/** Calls back with each piece of news that the viewer may see. */
export function useNews(onNews: NewsListener): void {
  const listen = useEffectEvent(onNews);
  useEffect(() => {
    const listener: NewsListener = (news) => listen(news);
    newsListeners.add(listener);
    return () => {
      newsListeners.delete(listener);
    };
  }, []);
}

/** Calls back at most once in a while, for counts: a burst of news costs one request. */
export function useNewsNowAndThen(onNews: () => void, milliseconds = 2_000): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const notify = useEffectEvent(onNews);
  useNews(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      notify();
    }, milliseconds);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
