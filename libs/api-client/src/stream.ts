import { EventNews, streamApi } from '@wangge/contracts';
import type { ApiClient } from './client.js';

export interface StreamHandlers {
  readonly onEvent: (news: EventNews, position: string) => void;
  /** The viewer's own tasks changed. */
  readonly onTask?: () => void;
  /** True while news arrive, false while the connection is being made again. */
  readonly onConnected?: (connected: boolean) => void;
}

/** Opens the live news. The browser reconnects by itself and resumes after the last position. Returns how to stop. */
export function openStream(client: ApiClient, handlers: StreamHandlers): () => void {
  const source = new EventSource(client.href(streamApi.open));
  source.addEventListener('event', (message) => {
    const parsed = EventNews.safeParse(JSON.parse(message.data));
    if (parsed.success) handlers.onEvent(parsed.data, message.lastEventId);
  });
  source.addEventListener('task', () => handlers.onTask?.());
  source.addEventListener('open', () => handlers.onConnected?.(true));
  source.addEventListener('error', () => handlers.onConnected?.(false));
  return () => source.close();
}
