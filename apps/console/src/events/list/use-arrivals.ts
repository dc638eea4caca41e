import { useQueryClient } from '@tanstack/react-query';
import { type EventNews, type EventRow, eventsApi } from '@wangge/contracts';
import { coversChain } from '@wangge/domain';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { client } from '../../data/client';
import { type EventFilter, statusesOf } from '../../data/event-filter';
import { useNews } from '../../live/live-news';

/** New events wait until the reader asks for them, so that rows never jump. Rows already shown change where they stand. */
export function useArrivals(filter: EventFilter): { readonly count: number; readonly clear: () => void } {
  const key = JSON.stringify(filter);
  const [arrived, setArrived] = useState<{ readonly key: string; readonly ids: readonly string[] }>({ key, ids: [] });
  const { data } = useListContext<EventRow>();
  const refreshRow = useRefreshRow();
  const ids = arrived.key === key ? arrived.ids : [];
  useNews((news) => {
    if (data?.some(({ id }) => id === news.id)) void refreshRow(news.id);
    else if (fits(news, filter) && !ids.includes(news.id)) setArrived({ key, ids: [...ids, news.id] });
  });
  const shown = new Set(data?.map(({ id }) => id));
  return { count: ids.filter((id) => !shown.has(id)).length, clear: () => setArrived({ key, ids: [] }) };
}

/** As far as news tell: words and departments they do not carry. */
function fits(news: EventNews, { queue = 'open', scope, classCode, departmentId, source, q, to }: EventFilter): boolean {
  if (departmentId || source || q || to || queue === 'overdue' || queue === 'soon') return false;
  if (scope && !coversChain(scope, news.chain)) return false;
  if (classCode && news.classCode !== classCode) return false;
  return statusesOf(queue)?.includes(news.status) ?? news.action === 'submit';
}

function useRefreshRow(): (id: string) => Promise<void> {
  const queryClient = useQueryClient();
  return async (id) => {
    const { items } = await client.call(eventsApi.list, { query: { ids: [id] } });
    const [fresh] = items;
    if (!fresh) return;
    queryClient.setQueriesData<{ data: EventRow[] }>(
      { queryKey: ['events', 'getList'] },
      (list) => list && { ...list, data: list.data.map((row) => (row.id === id ? fresh : row)) },
    );
  };
}
