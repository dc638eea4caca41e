import type { EventAction } from '@wangge/contracts';
import { Store } from '../data/store';
import { STEP_ACTIONS, type StepAction } from '../events/step-actions';

export type Route =
  | { readonly page: 'home' | 'tasks' | 'report' | 'outbox' | 'reports' | 'me' | 'registers' }
  | { readonly page: 'records'; readonly register: string }
  | { readonly page: 'record' | 'edit-record'; readonly register: string; readonly id: string }
  | { readonly page: 'new-record'; readonly register: string }
  | { readonly page: 'fill'; readonly part: string }
  | { readonly page: 'fill-item'; readonly part: string; readonly register: string; readonly id: string }
  | { readonly page: 'event'; readonly id: string }
  | { readonly page: 'step'; readonly id: string; readonly action: StepAction };

const PLAIN = ['tasks', 'report', 'outbox', 'reports', 'me'] as const;

/** Pages live behind `#`, so that one address serves them all and the way back is the browser's own. */
export function parseRoute(hash: string): Route {
  const [first = '', ...rest] = hash.replace(/^#\/?/, '').split('/');
  const [id = '', action = ''] = rest;
  const plain = PLAIN.find((page) => page === first);
  if (plain) return { page: plain };
  if (first === 'registers') return registerRoute(rest);
  if (first === 'fill') return fillRoute(rest);
  if (first !== 'events' || id === '') return { page: 'home' };
  const step = STEP_ACTIONS.find((candidate) => candidate === action);
  return step ? { page: 'step', id, action: step } : { page: 'event', id };
}

function registerRoute([register = '', id = '', action = '']: readonly string[]): Route {
  if (register === '') return { page: 'registers' };
  if (id === '') return { page: 'records', register };
  if (id === 'new') return { page: 'new-record', register };
  return { page: action === 'edit' ? 'edit-record' : 'record', register, id };
}

function fillRoute([part = '', register = '', id = '']: readonly string[]): Route {
  if (part === '') return { page: 'tasks' };
  return register && id ? { page: 'fill-item', part, register, id } : { page: 'fill', part };
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
  registers: '#/registers',
  records: (register: string) => `#/registers/${register}`,
  newRecord: (register: string) => `#/registers/${register}/new`,
  record: (register: string, id: string) => `#/registers/${register}/${id}`,
  editRecord: (register: string, id: string) => `#/registers/${register}/${id}/edit`,
  fill: (part: string) => `#/fill/${part}`,
  fillItem: (part: string, register: string, id: string) => `#/fill/${part}/${register}/${id}`,
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
