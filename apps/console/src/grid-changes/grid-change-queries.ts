import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type GridChangeRow, gridChangesApi } from '@wangge/contracts';
import { client } from '../data/client';
import { useDebounced } from '../ui/use-debounced';
import { draftOf, type GridWork } from './use-grid-work';

const PAUSE_MS = 250;
const LOOK_AGAIN_MS = 1_000;

const choicesOf = ({ defaultPiece, decisions }: GridWork) => ({ defaultPiece, decisions: [...decisions] });

/** What the server makes of the drawing, a moment after the last change of it. */
export function useGridCheck(work: GridWork) {
  const draft = draftOf(work);
  const about = `${work.kind} ${work.codes.join()}`;
  const asked = useDebounced(JSON.stringify({ draft, ...choicesOf(work) }), PAUSE_MS);
  const isSettled = asked === JSON.stringify({ draft, ...choicesOf(work) });
  return useQuery({
    queryKey: ['grid-check', about, asked],
    queryFn: () => client.call(gridChangesApi.check, { body: JSON.parse(asked) }),
    enabled: draft !== undefined && isSettled,
    // Of another grid, or of another way, the last answer says nothing.
    placeholderData: (last, query) => (query?.queryKey[1] === about ? last : undefined),
    staleTime: 30_000,
  });
}

/** The records of one kind, page after page. */
export function useMovingRecords(work: GridWork, kind: string, undecided: boolean) {
  const draft = draftOf(work);
  return useInfiniteQuery({
    queryKey: ['grid-moves', draft, choicesOf(work), kind, undecided],
    queryFn: ({ pageParam }) => {
      if (!draft) throw new Error('nothing is drawn');
      const body = { draft, ...choicesOf(work), kind, undecided, cursor: pageParam };
      return client.call(gridChangesApi.draftMoves, { body });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: draft !== undefined,
  });
}

/** While one is about to take effect, the list is read again and again. */
export const useGridChanges = (scope: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['grid-changes', scope],
    queryFn: ({ pageParam }) => client.call(gridChangesApi.list, { query: { scope, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isDue)) ? LOOK_AGAIN_MS : false),
  });

const isDue = ({ status, effectiveOn }: GridChangeRow) => status === 'planned' && effectiveOn <= today();

/** The day in the time zone of the grid, whatever the clock of this machine says. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Names, outlines and the tree are other ones now. */
export async function readGridsAgain(queryClient: QueryClient): Promise<void> {
  const keys = ['boundaries', 'grids', 'grid', 'grid-check', 'grid-changes', 'records'];
  await Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
}
