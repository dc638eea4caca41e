import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { retentionApi, type RetentionRuleName, type RetentionRun } from '@wangge/contracts';
import { v7 as uuid } from 'uuid';
import { client } from '../data/client';

const RULES = ['retention', 'rules'];
const RUNS = ['retention', 'runs'];
const POLL_MS = 1_500;

export const useRetentionRules = () => useQuery({ queryKey: RULES, queryFn: () => client.call(retentionApi.rules, {}) });

/** Asked again while one is under way. */
export const useRetentionRuns = () =>
  useQuery({
    queryKey: RUNS,
    queryFn: () => client.call(retentionApi.runs, {}),
    refetchInterval: ({ state }) => (state.data?.items.some((run) => run.state !== 'done') ? POLL_MS : false),
  });

export function useStartRetention() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (kind: RetentionRun['kind']) => client.call(retentionApi.start, { body: { id: uuid(), kind } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: RUNS }),
  });
}

export interface RuleChange {
  readonly rule: RetentionRuleName;
  readonly version: number;
  readonly days: number;
  readonly reason: string;
}

export function useChangeRule() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ rule, ...body }: RuleChange) => client.call(retentionApi.change, { params: { rule }, body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: RULES }),
  });
}
