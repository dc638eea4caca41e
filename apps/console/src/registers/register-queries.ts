import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { gridsApi, type RegisterView, registersApi } from '@wangge/contracts';
import { client } from '../data/client';
import { useMay } from '../layout/use-me';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** The registers the viewer may read, in the order the server says them. */
export function useRegisters() {
  const enabled = useMay('register.read');
  return useQuery({
    queryKey: ['registers'],
    queryFn: () => client.call(registersApi.list, {}),
    // Whoever supervises the district may publish one of its own at any time.
    staleTime: MINUTE,
    refetchInterval: MINUTE,
    enabled,
  });
}

/** One of them; undefined while it loads, null when the viewer has no such register. */
export function useRegister(name: string | null): RegisterView | null | undefined {
  const { data } = useRegisters();
  if (!data) return undefined;
  return data.items.find((register) => register.name === name) ?? null;
}

export type RecordListQuery = Readonly<Record<string, string>>;

export const useRecords = (register: string, query: RecordListQuery) =>
  useQuery({
    queryKey: ['records', register, 'list', query],
    queryFn: () => client.call(registersApi.search, { params: { register }, body: query }),
    placeholderData: keepPreviousData,
  });

/** What a reference may point to, as it is typed; nothing typed means the newest. */
export const useFound = (register: string, q: string, enabled: boolean) =>
  useQuery({
    queryKey: ['records', register, 'found', q],
    queryFn: () => client.call(registersApi.search, { params: { register }, body: { perPage: '8', ...(q && { q }) } }),
    placeholderData: keepPreviousData,
    enabled,
  });

export const useRecord = (register: string, id: string | undefined) =>
  useQuery({
    queryKey: ['records', register, 'one', id],
    queryFn: () => client.call(registersApi.get, { params: { register, id: id ?? '' } }),
    enabled: id !== undefined,
  });

export const useHistory = (register: string, id: string) =>
  useQuery({
    queryKey: ['records', register, 'history', id],
    queryFn: () => client.call(registersApi.history, { params: { register, id } }),
  });

export const useGridNode = (code: string | undefined) =>
  useQuery({
    queryKey: ['grid', code],
    queryFn: () => client.call(gridsApi.get, { params: { code: code ?? '' } }),
    enabled: code !== undefined,
    staleTime: HOUR,
  });

/** A record shows what points at it, so a change of one may show on the page of another. */
export const readRecordsAgain = (queryClient: QueryClient): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['records'] });

/** All but a record that is gone, which its page may still show for a moment. */
export const readOthersAgain = (queryClient: QueryClient, gone: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['records'], predicate: ({ queryKey }) => queryKey[3] !== gone });

export function useReadRecordsAgain(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => readRecordsAgain(queryClient);
}
