import { useQuery } from '@tanstack/react-query';
import { gridsApi, picturesApi } from '@wangge/contracts';
import { client } from '../data/client';

/** Begins like the other keys of records: a change of one is read again here too. */
export const useRecordPicture = (register: string, id: string) =>
  useQuery({
    queryKey: ['records', register, 'picture', id],
    queryFn: () => client.call(picturesApi.record, { params: { register, id } }),
  });

export const useGridPicture = (code: string) =>
  useQuery({
    queryKey: ['records', 'grid-picture', code],
    queryFn: () => client.call(picturesApi.grid, { params: { code } }),
  });

export const useGridDetail = (code: string) =>
  useQuery({ queryKey: ['grid', code], queryFn: () => client.call(gridsApi.get, { params: { code } }), staleTime: 60_000 });

export const useGridChildren = (code: string, enabled: boolean) =>
  useQuery({
    queryKey: ['grid', code, 'children'],
    queryFn: () => client.call(gridsApi.list, { query: { parent: code } }),
    staleTime: 60_000,
    enabled,
  });
