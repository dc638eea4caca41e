import { describe, expect, test } from '@jest/globals';
import * as contracts from '@wangge/contracts';
import { EVENT_ACTIONS, EVENT_STATUSES, ROLE_PERMISSIONS } from '@wangge/domain';

interface AnyEndpoint {
  readonly method: string;
  readonly path: string;
  readonly access: string;
  readonly summary: string;
  readonly errors: readonly string[];
}

const isEndpoint = (value: unknown): value is AnyEndpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;

/** Endpoints stand alone or in groups. */
const endpointsIn = (values: Record<string, unknown>): [string, AnyEndpoint][] =>
  Object.entries(values).flatMap(([name, value]): [string, AnyEndpoint][] => {
    if (isEndpoint(value)) return [[name, value]];
    const isGroup = typeof value === 'object' && value !== null && Object.values(value).some(isEndpoint);
    return isGroup ? endpointsIn(Object.fromEntries(Object.entries(value))) : [];
  });

const endpoints = endpointsIn(contracts);
const held = new Set<string>(Object.values(ROLE_PERMISSIONS).flat());

describe('the contracts', () => {
  test('promise endpoints at all', () => {
    expect(endpoints.length).toBeGreaterThan(20);
  });

  test('give each endpoint a route of its own', () => {
    // A parameter's name does not tell two routes apart.
    const routes = endpoints.map(([, { method, path }]) => `${method} ${path.replace(/:[^/]+/g, ':')}`);
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
  });

  test('ask for permissions that some role holds', () => {
    const unreachable = endpoints.filter(([, { access }]) => access !== 'public' && access !== 'signed-in' && !held.has(access));
    expect(unreachable.map(([name]) => name)).toEqual([]);
  });

  test('say in words what each endpoint does', () => {
    expect(endpoints.filter(([, { summary }]) => summary.trim() === '').map(([name]) => name)).toEqual([]);
  });

  test('name no permission that nobody holds', () => {
    expect(contracts.Permission.options.filter((permission) => !held.has(permission))).toEqual([]);
  });
});

describe('the closed loop', () => {
  const actions = Object.entries(EVENT_ACTIONS);
  /** What happens beside the road leads nowhere. */
  const moving = actions.filter(([, { to }]) => to !== 'same');

  test('reaches every state from the first report', () => {
    const reached = new Set<string>([EVENT_ACTIONS.submit.to]);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const [, { from, to }] of moving) if (from.some((status) => reached.has(status))) reached.add(to);
    }
    expect(Object.keys(EVENT_STATUSES).filter((status) => !reached.has(status))).toEqual([]);
  });

  test('has a way out of every open state', () => {
    const left = new Set<string>(moving.flatMap(([, { from }]) => [...from]));
    const open = Object.entries(EVENT_STATUSES).filter(([, { open: isOpen }]) => isOpen);
    expect(open.map(([status]) => status).filter((status) => !left.has(status))).toEqual([]);
  });

  test('asks for permissions that some role holds', () => {
    expect(actions.filter(([, { permission }]) => !held.has(permission)).map(([name]) => name)).toEqual([]);
  });
});
