import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type AuditFilter, auditApi } from '@wangge/contracts';
import { client } from '../data/client';

/** Each reading is kept in the trail: what was read stays on the screen until somebody asks again. */
const KEPT = { staleTime: Number.POSITIVE_INFINITY, gcTime: 5 * 60_000 };

export const useTrail = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['audit', 'entries', filter],
    queryFn: ({ pageParam }) => client.call(auditApi.list, { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    ...KEPT,
  });

export const useTrailEntry = (position: string | undefined) =>
  useQuery({
    queryKey: ['audit', 'entry', position],
    queryFn: () => client.call(auditApi.get, { params: { position: position ?? '' } }),
    enabled: position !== undefined,
    ...KEPT,
  });

const LATEST = ['audit', 'verification'];
const POLL_MS = 1_000;

/** Asked again each second while one is under way. */
export const useVerification = () =>
  useQuery({
    queryKey: LATEST,
    queryFn: () => client.call(auditApi.verification, {}),
    refetchInterval: ({ state }) => (state.data?.verification?.state === 'running' ? POLL_MS : false),
  });

export function useVerify() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => client.call(auditApi.verify, {}),
    onSuccess: (verification) => queryClient.setQueryData(LATEST, { verification }),
  });
}

export const trailAddress = (filter: AuditFilter, language: 'zh' | 'en'): string => client.href(auditApi.export, {}, { ...filter, language });
