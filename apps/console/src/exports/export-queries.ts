import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { exportsApi, type ExportView, type RequestExport } from '@wangge/contracts';
import { client } from '../data/client';

export type Box = 'mine' | 'to-decide';

export const useExports = (box: Box, enabled = true) =>
  useQuery({
    queryKey: ['exports', box],
    queryFn: () => client.call(exportsApi.list, { query: { box } }),
    refetchInterval: 30_000,
    enabled,
  });

/** Any step with an export; the lists are read again after it, also when it was refused. */
function useExportStep<Given, Result>(work: (given: Given) => Promise<Result>) {
  const queryClient = useQueryClient();
  return useMutation({ mutationFn: work, onSettled: () => queryClient.invalidateQueries({ queryKey: ['exports'] }) });
}

export const useRequestExport = (register: string) =>
  useExportStep((body: RequestExport): Promise<ExportView> => client.call(exportsApi.request, { params: { register }, body }));

export const useRequestTableExport = (id: string) =>
  useExportStep((body: Pick<RequestExport, 'id' | 'reason'>): Promise<ExportView> => client.call(exportsApi.requestTable, { params: { id }, body }));

export const useDecideExport = () =>
  useExportStep(({ id, approve, note }: { id: string; approve: boolean; note: string }): Promise<ExportView> =>
    client.call(exportsApi.decide, { params: { id }, body: { approve, note } }),
  );

export const useWithdrawExport = () => useExportStep((id: string) => client.call(exportsApi.withdraw, { params: { id } }));

export const exportAddress = (id: string, language: 'zh' | 'en'): string => client.href(exportsApi.file, { id }, { language });
