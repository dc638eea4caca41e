import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { gridsApi, registerMovesApi } from '@wangge/contracts';
import { client } from '../../data/client';

const HOUR = 3_600_000;

/** What a list of moves shows: coming or going, open or decided. */
export const VIEWS = ['in', 'out', 'in-done', 'out-done'] as const;
export type MovesView = (typeof VIEWS)[number];

export const useMoves = (register: string, view: MovesView) =>
  useInfiniteQuery({
    queryKey: ['records', register, 'moves', view],
    queryFn: ({ pageParam }) =>
      client.call(registerMovesApi.list, {
        params: { register },
        query: {
          direction: view.startsWith('in') ? 'in' : 'out',
          open: view.endsWith('done') ? 'false' : 'true',
          perPage: '20',
          ...(pageParam && { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** The nodes below one; everybody reads the tree. */
export const useChildren = (parent: string | undefined) =>
  useQuery({
    queryKey: ['grids', 'children', parent],
    queryFn: () => client.call(gridsApi.list, { query: { parent: parent ?? '' } }),
    enabled: parent !== undefined,
    staleTime: HOUR,
  });
