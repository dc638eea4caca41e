import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { departmentsApi, type EventView, eventsApi, gridsApi, standardsApi } from '@wangge/contracts';
import { client } from '../data/client';
import { useNews, useNewsNowAndThen } from '../live/live-news';

const HOUR = 3_600_000;
const eventKey = (id: string) => ['events', 'one', id] as const;

/** One event, read again as soon as the stream says that it changed. */
export function useEvent(id: string) {
  const queryClient = useQueryClient();
  useNews((news) => {
    if (news.id === id) void queryClient.invalidateQueries({ queryKey: eventKey(id) });
  });
  return useQuery({ queryKey: eventKey(id), queryFn: () => client.call(eventsApi.get, { params: { id } }) });
}

/** After the viewer's own step the answer is shown at once, and what counts or lists events is read again. */
export function showEvent(queryClient: QueryClient, event: EventView): void {
  queryClient.setQueryData(eventKey(event.id), event);
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [kind, what, id] }) => kind === 'events' && !(what === 'one' && id === event.id),
  });
}

/** What was shown from a command's answer does not have the photos yet that arrived after it. */
export const reloadEvent = (queryClient: QueryClient, id: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: eventKey(id) });

export function useReloadEvent(id: string): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => reloadEvent(queryClient, id);
}

export const useQueues = (scope?: string, enabled = true) => {
  const queryClient = useQueryClient();
  useNewsNowAndThen(() => void queryClient.invalidateQueries({ queryKey: ['events', 'queues'] }));
  return useQuery({
    queryKey: ['events', 'queues', scope],
    queryFn: () => client.call(eventsApi.queues, { query: { scope } }),
    enabled,
    staleTime: 2_000,
  });
};

/** Open and overdue events of each child of a node. */
export const useAreas = (parent: string, enabled: boolean) => {
  const queryClient = useQueryClient();
  useNewsNowAndThen(() => void queryClient.invalidateQueries({ queryKey: ['events', 'areas', parent] }));
  return useQuery({
    enabled,
    queryKey: ['events', 'areas', parent],
    queryFn: () => client.call(eventsApi.areas, { query: { parent } }),
  });
};

export const useNearby = (id: string, enabled = true) =>
  useQuery({
    queryKey: ['events', 'nearby', id],
    queryFn: () => client.call(eventsApi.nearby, { params: { id } }),
    enabled,
  });

export const useWorkers = (id: string) =>
  useQuery({ queryKey: ['events', 'workers', id], queryFn: () => client.call(eventsApi.workers, { params: { id } }) });

export const useDepartments = () =>
  useQuery({ queryKey: ['departments'], queryFn: () => client.call(departmentsApi.list, {}), staleTime: HOUR });

export const useClasses = () =>
  useQuery({ queryKey: ['classes'], queryFn: () => client.call(standardsApi.classes, { query: {} }), staleTime: HOUR });

export const useConditions = (code: string | undefined) =>
  useQuery({
    queryKey: ['conditions', code],
    queryFn: () => client.call(standardsApi.conditions, { params: { code: code ?? '' } }),
    enabled: code !== undefined && code !== '',
    staleTime: HOUR,
  });

export const useBoundaries = (parent: string, level?: 'street' | 'community' | 'grid', enabled = true) =>
  useQuery({
    queryKey: ['boundaries', parent, level],
    queryFn: () => client.call(gridsApi.boundaries, { query: { parent, level } }),
    enabled,
    staleTime: HOUR,
  });
