import { accountsApi, eventsApi, type EventQuery } from '@wangge/contracts';
import { type DataProvider, type GetListParams, type RaRecord } from 'react-admin';
import { client } from './client';
import { type EventFilter, toServer } from './event-filter';

/** The server pages as far as this; further back, a reader narrows the filter. */
export const DEEPEST_ROW = 1000;

/** What react-admin's lists and pages read. Whatever writes calls the client itself: steps of the loop are no updates. */
export const dataProvider: DataProvider = {
  async getList(resource, params) {
    const { items, total, totalIs } = resource === 'accounts' ? await listAccounts(params) : await listEvents(params);
    return { data: asRecords(items), total, meta: { totalIs } };
  },
  async getOne(_resource, { id }) {
    return { data: asRecord(await client.call(eventsApi.get, { params: { id: String(id) } })) };
  },
  async getMany(_resource, { ids }) {
    const { items } = await client.call(eventsApi.list, { query: { ids: ids.map(String), perPage: 100 } });
    return { data: asRecords(items) };
  },
  getManyReference: () => unsupported('getManyReference'),
  create: () => unsupported('create'),
  update: () => unsupported('update'),
  updateMany: () => unsupported('updateMany'),
  delete: () => unsupported('delete'),
  deleteMany: () => unsupported('deleteMany'),
};

function listEvents({ pagination, sort, filter }: GetListParams) {
  const { page = 1, perPage = 25 } = pagination ?? {};
  const query = { ...toServer(filter as EventFilter), sort: sortOf(sort), page, perPage: Math.min(perPage, 100) };
  return client.call(eventsApi.list, { query });
}

function sortOf(sort: GetListParams['sort']): EventQuery['sort'] {
  if (sort?.field === 'dueAt') return 'dueAt';
  return sort?.order === 'ASC' ? 'reportedAt' : '-reportedAt';
}

function listAccounts({ pagination, filter }: GetListParams) {
  const { page = 1, perPage = 25 } = pagination ?? {};
  return client.call(accountsApi.list, { query: { q: filter?.q || undefined, page, perPage } });
}

/** react-admin's records are open objects; these replies were parsed by the contract's types. */
const asRecord = <T extends RaRecord>(reply: object): T => reply as T;
const asRecords = <T extends RaRecord>(replies: readonly object[]): T[] => replies.map((reply) => asRecord<T>(reply));

const unsupported = (what: string): Promise<never> => Promise.reject(new Error(`the console never calls ${what}`));
