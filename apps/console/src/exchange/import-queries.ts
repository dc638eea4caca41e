import { useQuery } from '@tanstack/react-query';
import { exchangeApi, type ImportState, type ImportView } from '@wangge/contracts';
import { client } from '../data/client';

/** A phase that goes on by itself is looked at again and again. */
const LOOK_AGAIN_MS = 1000;
export const isUnderWay = (state: ImportState | undefined): boolean => state === 'checking' || state === 'applying';

export const useImports = (register: string) =>
  useQuery({
    queryKey: ['imports', 'list', register],
    queryFn: () => client.call(exchangeApi.list, { query: { register } }),
    refetchInterval: ({ state }) => (state.data?.items.some((each) => isUnderWay(each.state)) ? LOOK_AGAIN_MS * 3 : false),
  });

export const importKey = (id: string) => ['imports', 'one', id] as const;

export const useImport = (id: string) =>
  useQuery<ImportView>({
    queryKey: importKey(id),
    queryFn: () => client.call(exchangeApi.get, { params: { id } }),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.state) ? LOOK_AGAIN_MS : false),
  });
