import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { indicatorsApi } from '@wangge/contracts';
import { client } from '../data/client';
import type { Choice, Opened } from './indicator-choice';

const scoped = ({ scope, period }: Choice) => ({ ...period, ...(scope ? { scope } : {}) });

export const useIndicatorTable = (choice: Choice) =>
  useQuery({
    queryKey: ['indicators', 'table', choice.scope, choice.period, choice.by],
    queryFn: () => client.call(indicatorsApi.table, { query: { ...scoped(choice), by: choice.by } }),
    placeholderData: keepPreviousData,
  });

export function useCases(choice: Choice, { key, side, of }: Opened) {
  const whose = of === null ? {} : choice.by === 'area' ? { scope: of } : { departmentId: of };
  return useInfiniteQuery({
    queryKey: ['indicators', 'cases', choice.scope, choice.period, choice.by, key, side, of],
    queryFn: ({ pageParam }) =>
      client.call(indicatorsApi.cases, { query: { ...scoped(choice), ...whose, key, side, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
