import { useQuery } from '@tanstack/react-query';
import { registerTagsApi } from '@wangge/contracts';
import { client } from '../../data/client';

/** Begins like the other keys of records: a change of one is read again here too. Special tags are never kept. */
export const useCareTags = (register: string, id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['records', register, 'tags', id],
    queryFn: () => client.call(registerTagsApi.list, { params: { register, id } }),
    enabled,
  });
