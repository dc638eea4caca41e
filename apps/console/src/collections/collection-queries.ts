import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type CollectionDraft, collectionsApi, type CollectionView } from '@wangge/contracts';
import { client } from '../data/client';

const MINUTE = 60_000;

export const useCollections = () =>
  useQuery({ queryKey: ['collections', 'list'], queryFn: () => client.call(collectionsApi.list, {}), refetchInterval: MINUTE });

export const useCollection = (id: string) =>
  useQuery({
    queryKey: ['collections', 'one', id],
    queryFn: () => client.call(collectionsApi.get, { params: { id } }),
    // Workers fill it in while it is looked at.
    refetchInterval: MINUTE,
  });

export const useCollectionRows = (id: string, gridCode: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['collections', 'rows', id, gridCode],
    queryFn: ({ pageParam }) =>
      client.call(collectionsApi.rows, {
        params: { id },
        query: { perPage: '50', ...(gridCode && { gridCode }), ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Asked anew with every change that would make another table. */
export const usePreview = (draft: CollectionDraft | undefined) =>
  useQuery({
    queryKey: ['collections', 'preview', draft],
    queryFn: () => (draft ? client.call(collectionsApi.preview, { body: draft }) : null),
    enabled: draft !== undefined,
    placeholderData: keepPreviousData,
  });

export const useResembling = (label: string, register: string) =>
  useQuery({
    queryKey: ['collections', 'similar', register, label],
    queryFn: () => client.call(collectionsApi.similar, { query: { label, register } }),
    enabled: label !== '',
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });

/** Any deed with a table; lists and pages are read again after it, also when it was refused. */
export function useCollectionDeed<Given>(work: (given: Given) => Promise<CollectionView>) {
  const queryClient = useQueryClient();
  return useMutation({ mutationFn: work, onSettled: () => queryClient.invalidateQueries({ queryKey: ['collections'] }) });
}
