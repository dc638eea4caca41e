import { eventsApi } from '@wangge/contracts';

const NEWEST = { query: { lens: 'mine', sort: '-reportedAt', perPage: 25 } } as const;

/** The worker's own reports, the newest first. */
export function myReports(): [endpoint: typeof eventsApi.list, input: typeof NEWEST] {
  return [eventsApi.list, NEWEST];
}

export function oneEvent(id: string): [endpoint: typeof eventsApi.get, input: { params: { id: string } }] {
  return [eventsApi.get, { params: { id } }];
}
