import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BookName, type EditionView, standardBooksApi, type StandardRow } from '@wangge/contracts';
import { v7 as uuid } from 'uuid';
import { client } from '../data/client';

export interface RowChange {
  readonly list: string;
  readonly at: number;
  readonly row: StandardRow | null;
}

const oneKey = (id: string) => ['standards', 'one', id] as const;

export const useEditions = (book: BookName) =>
  useQuery({ queryKey: ['standards', 'list', book], queryFn: () => client.call(standardBooksApi.list, { query: { book } }) });

export const useEdition = (id: string) =>
  useQuery({ queryKey: oneKey(id), queryFn: () => client.call(standardBooksApi.get, { params: { id } }), staleTime: 0 });

/** A step with an edition: the answer is shown at once; what is drawn from standards is read again. */
function useStep<Given>(work: (given: Given) => Promise<EditionView | null>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: (edition) => {
      if (edition) queryClient.setQueryData(oneKey(edition.id), edition);
    },
    onSettled: () => {
      for (const key of [['standards', 'list'], ['classes'], ['conditions']]) void queryClient.invalidateQueries({ queryKey: key });
    },
  });
}

export const useDraft = () => useStep((book: BookName) => client.call(standardBooksApi.draft, { body: { id: uuid(), book } }));

export const useChangeRows = ({ id, version }: Pick<EditionView, 'id' | 'version'>) =>
  useStep((changes: readonly RowChange[]) =>
    client.call(standardBooksApi.change, { params: { id }, body: { version, changes: [...changes] } }),
  );

export const usePublish = ({ id, version }: Pick<EditionView, 'id' | 'version'>) =>
  useStep((given: { effectiveOn: string; note: string }) =>
    client.call(standardBooksApi.publish, { params: { id }, body: { version, ...given } }),
  );

export const useWithdraw = ({ id, version }: Pick<EditionView, 'id' | 'version'>) =>
  useStep((note: string) => client.call(standardBooksApi.withdraw, { params: { id }, body: { version, note } }));

/** Reads a workbook into the draft; answers what could not be read, and then nothing has changed. */
export function useImportBook({ id, version }: Pick<EditionView, 'id' | 'version'>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => client.upload(standardBooksApi.import, { params: { id }, query: { version: String(version) } }, file),
    onSuccess: ({ edition }) => {
      if (edition) queryClient.setQueryData(oneKey(id), edition);
    },
  });
}
