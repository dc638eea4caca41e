import type { RegisterView } from '@wangge/contracts';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { useRecords } from '../register-queries';
import {
  dropEmpty,
  filterOf,
  mayStandInAddress,
  NEWEST,
  type RecordFilter,
  type RecordSort,
  sortOf,
  sortWords,
} from './record-filter';

/** The list's filter, sort and page stand in the address; words that name a person stand in memory only. */
export function useRecordList(register: RegisterView, perPage: number) {
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation();
  const [unwritten, setUnwritten] = useState(wordsOf(state));
  const filter: RecordFilter = { ...filterOf(search, register), ...(unwritten && { q: unwritten }) };
  const sort = sortOf(search.get('sort'), register);
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(search.get('page'))) || 1));

  const go = (nextFilter: RecordFilter, nextSort: RecordSort, nextPage: number) => {
    const { q = '', ...rest } = dropEmpty(nextFilter);
    const written = mayStandInAddress(q);
    setUnwritten(written ? '' : q);
    const sorted = sortWords(nextSort);
    setSearch({
      ...rest,
      ...(written && q && { q }),
      ...(sorted !== sortWords(NEWEST) && { sort: sorted }),
      ...(nextPage > 1 && { page: String(nextPage) }),
    });
  };
  const records = useRecords(register.name, { ...filter, sort: sortWords(sort), page: String(page), perPage: String(perPage) });
  return {
    filter,
    sort,
    page,
    perPage,
    records,
    setFilter: (next: RecordFilter) => go(next, sort, 1),
    setSort: (next: RecordSort) => go(filter, next, 1),
    setPage: (next: number) => go(filter, sort, next),
  };
}

/** Words that a search elsewhere hands over. */
const wordsOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'q' in state && typeof state.q === 'string' ? state.q : '';

export type RecordList = ReturnType<typeof useRecordList>;
