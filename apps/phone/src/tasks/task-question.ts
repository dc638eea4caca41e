import { tasksApi } from '@wangge/contracts';

const OPEN = { query: { state: 'open' } } as const;

/** The open tasks: one question for the tab's count, the home page and the list, so it is asked once. */
export function taskQuestion(may: boolean): [endpoint: typeof tasksApi.mine, input: typeof OPEN | undefined] {
  return [tasksApi.mine, may ? OPEN : undefined];
}
