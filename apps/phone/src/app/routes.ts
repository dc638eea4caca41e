import type { EventAction } from '@wangge/contracts';
import { Store } from '../data/store';
import { STEP_ACTIONS, type StepAction } from '../events/step-actions';

export type Route =
  | { readonly page: 'home' | 'tasks' | 'report' | 'outbox' | 'reports' | 'me' }
  | { readonly page: 'event'; readonly id: string }
  | { readonly page: 'step'; readonly id: string; readonly action: StepAction };

const PLAIN = ['tasks', 'report', 'outbox', 'reports', 'me'] as const;

/** Pages live behind `#`, so that one address serves them all and the way back is the browser's own. */
export function parseRoute(hash: string): Route {
  const [first = '', id = '', action = ''] = hash.replace(/^#\/?/, '').split('/');
  const plain = PLAIN.find((page) => page === first);
  if (plain) return { page: plain };
  if (first !== 'events' || id === '') return { page: 'home' };
  const step = STEP_ACTIONS.find((candidate) => candidate === action);
  return step ? { page: 'step', id, action: step } : { page: 'event', id };
}

export const href = {
  home: '#/',
  tasks: '#/tasks',
  report: '#/report',
  outbox: '#/outbox',
  reports: '#/reports',
  me: '#/me',
  event: (id: string) => `#/events/${id}`,
  step: (id: string, action: EventAction) => `#/events/${id}/${action}`,
} as const;

export const currentRoute = new Store<Route>(parseRoute(location.hash));

/** How many pages lie behind this one; kept in the history entry itself, since the browser's own buttons move too. */
let depth = depthOfEntry() ?? 0;
addEventListener('hashchange', () => {
  depth = depthOfEntry() ?? depth + 1;
  history.replaceState({ depth }, '');
  currentRoute.set(parseRoute(location.hash));
});

function depthOfEntry(): number | undefined {
  const state: unknown = history.state;
  const known = typeof state === 'object' && state !== null && 'depth' in state ? state.depth : undefined;
  return typeof known === 'number' ? known : undefined;
}

export function go(to: string): void {
  location.hash = to;
}

/** Leaves a page for good: the way back does not lead to it. */
export function leaveFor(to: string): void {
  history.replaceState({ depth }, '', to);
  currentRoute.set(parseRoute(to));
}

/** One page back; from a page that was opened directly, home. */
export function goBack(): void {
  if (depth > 0) history.back();
  else leaveFor(href.home);
}
