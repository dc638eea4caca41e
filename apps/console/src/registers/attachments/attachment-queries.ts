import { useQuery, useQueryClient } from '@tanstack/react-query';
import { registerAttachmentsApi } from '@wangge/contracts';
import { client } from '../../data/client';

/** Below the records' own key, so that whatever changes a record has its attachments read again too. */
const keyOf = (register: string, id: string) => ['records', register, 'attachments', id];

export const useAttachments = (register: string, id: string) =>
  useQuery({
    queryKey: keyOf(register, id),
    queryFn: () => client.call(registerAttachmentsApi.list, { params: { register, id } }),
  });

/** The list, and the history that tells of it. */
export function useReadAttachmentsAgain(register: string, id: string): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: keyOf(register, id) });
    await queryClient.invalidateQueries({ queryKey: ['records', register, 'history', id] });
  };
}

export const attachmentAddress = (
  { register, id }: { readonly register: string; readonly id: string },
  attachment: string,
  size: 'full' | 'thumb',
): string => client.href(registerAttachmentsApi.content, { register, id, attachment }, { size });
