import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type FieldValues, type RecordView, registerDuplicatesApi, type RegisterView } from '@wangge/contracts';
import { client } from '../../data/client';
import { type RecordDraft, valuesOf } from '@wangge/domain';
import { useDebounced } from '../../ui/use-debounced';

const QUIET_MS = 500;

/** What of a draft tells whether it has been entered before. */
function askedValues(register: RegisterView, draft: RecordDraft, record: RecordView | undefined): FieldValues {
  const values = Object.entries(valuesOf(register, draft, record));
  return Object.fromEntries(values.filter(([name]) => register.likenessFields.includes(name)));
}

/** Records that may be what is being typed. Asked once the typing rests; nothing typed outlives the form. */
export function useSimilar(register: RegisterView, draft: RecordDraft, record?: RecordView) {
  const asked = useDebounced(JSON.stringify(askedValues(register, draft, record)), QUIET_MS);
  return useSimilarTo(register, asked, record, asked !== '{}');
}

/** Records that may be the same as one that is there. */
export const useSimilarOf = (register: RegisterView, record: RecordView) => useSimilarTo(register, '{}', record, true);

function useSimilarTo(register: RegisterView, asked: string, record: RecordView | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['similar', register.name, record?.id, asked],
    queryFn: () =>
      client.call(registerDuplicatesApi.similar, {
        params: { register: register.name },
        body: { values: JSON.parse(asked), ...(record && { id: record.id }) },
      }),
    placeholderData: enabled ? keepPreviousData : undefined,
    enabled: enabled && register.likenessFields.length > 0,
    gcTime: 0,
    staleTime: 0,
  });
}

export const PAIRS_A_PAGE = 20;

export const usePairs = (register: string, scope: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['records', register, 'pairs', scope],
    queryFn: ({ pageParam }) =>
      client.call(registerDuplicatesApi.pairs, {
        params: { register },
        query: { perPage: String(PAIRS_A_PAGE), ...(scope && { scope }), ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useComparison = (register: string, id: string, other: string) =>
  useQuery({
    queryKey: ['records', register, 'compare', id, other],
    queryFn: () => client.call(registerDuplicatesApi.compare, { params: { register, id, other } }),
  });

export const useMerges = (register: string, id: string) =>
  useQuery({
    queryKey: ['records', register, 'merges', id],
    queryFn: () => client.call(registerDuplicatesApi.merges, { params: { register, id } }),
  });
