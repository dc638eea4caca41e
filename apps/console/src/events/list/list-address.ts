import type { EventFilter } from '../../data/event-filter';

/** Where the list with this filter stands. The reader's own sorting and page size are kept by react-admin. */
export function listAddress(
  filter: EventFilter,
  order: 'urgent' | 'newest' = filter.queue === 'all' ? 'newest' : 'urgent',
): string {
  const search = new URLSearchParams({
    displayedFilters: '{}',
    filter: JSON.stringify(filter),
    sort: order === 'urgent' ? 'dueAt' : 'reportedAt',
    order: order === 'urgent' ? 'ASC' : 'DESC',
    page: '1',
  });
  return `/events?${search}`;
}
