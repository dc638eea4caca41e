import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { eventsApi, type RegisterView, type RegisterWindow, registerMapApi } from '@wangge/contracts';
import type { DrawnRing } from '@wangge/map';
import { client } from '../data/client';
import { toServer } from '../data/event-filter';

export interface LoadedWindow {
  readonly register: RegisterView;
  readonly window: RegisterWindow | undefined;
  readonly error: unknown;
}

/** What each chosen register shows in the window. */
export function useWindows(registers: readonly RegisterView[], bbox: string | undefined): readonly LoadedWindow[] {
  return useQueries({
    queries: registers.map(({ name }) => ({
      queryKey: ['records', name, 'map', bbox],
      queryFn: () => client.call(registerMapApi.window, { params: { register: name }, query: { bbox: bbox ?? '' } }),
      placeholderData: keepPreviousData,
      enabled: bbox !== undefined,
      staleTime: 20_000,
    })),
    combine: (results) =>
      results.flatMap(({ data, error }, index) => {
        const register = registers[index];
        return register ? [{ register, window: data, error }] : [];
      }),
  });
}

export const useOpenEvents = (bbox: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: ['events', 'map', 'open', bbox],
    queryFn: () => client.call(eventsApi.map, { query: { ...toServer({ queue: 'open' }), bbox } }),
    placeholderData: keepPreviousData,
    enabled: enabled && bbox !== undefined,
  });

export function useSelections(registers: readonly RegisterView[], ring: DrawnRing | undefined) {
  return useQueries({
    queries: registers.map(({ name }) => ({
      queryKey: ['records', name, 'selection', ring],
      queryFn: () => client.call(registerMapApi.select, { params: { register: name }, body: { ring: ring ?? [] } }),
      enabled: ring !== undefined,
    })),
    combine: (results) =>
      results.flatMap(({ data, error }, index) => {
        const register = registers[index];
        return register ? [{ register, found: data, error }] : [];
      }),
  });
}
