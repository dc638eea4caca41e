import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { ownRegistersApi } from '@wangge/contracts';
import { client } from '../data/client';
import { useMay } from '../layout/use-me';

export const useMayDefine = (): boolean => useMay('register.define');

export const useOwnRegisters = () =>
  useQuery({ queryKey: ['own-registers', 'list'], queryFn: () => client.call(ownRegistersApi.list, {}) });

/** The page keeps what is typed: it is read again only when asked to. */
export const useOwnRegister = (register: string) =>
  useQuery({
    queryKey: ['own-registers', 'one', register],
    queryFn: () => client.call(ownRegistersApi.get, { params: { register } }),
    staleTime: 0,
    refetchOnMount: 'always',
  });

export const useVersions = (register: string, version: number) =>
  useQuery({
    queryKey: ['own-registers', 'versions', register, version],
    queryFn: () => client.call(ownRegistersApi.versions, { params: { register } }),
  });

/** Fields elsewhere that mean the same as a label. */
export const useSimilarFields = (register: string, label: string, enabled: boolean) =>
  useQuery({
    queryKey: ['own-registers', 'similar', register, label],
    queryFn: () => client.call(ownRegistersApi.similar, { query: { label, register } }),
    enabled: enabled && label !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** After a definition has changed: the menu, the lists and the forms are drawn from it. */
export function useReadDefinitionsAgain(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      ['own-registers', 'registers', 'records'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
    );
  };
}
