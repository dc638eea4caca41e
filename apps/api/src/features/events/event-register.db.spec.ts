import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RecordView, RegisterView } from '@wangge/contracts';
import { ROLE_PERMISSIONS } from '@wangge/domain';
import { AuditModule } from '../../platform/audit/index.js';
import { FilesModule } from '../../platform/files/index.js';
import { NumbersModule } from '../../platform/numbers/numbers.module.js';
import { OutboxModule } from '../../platform/outbox/outbox.module.js';
import { SecretsModule } from '../../platform/secrets/secrets.module.js';
import { TimersModule } from '../../platform/timers/timers.module.js';
import { ask, signIn } from '../../testing/ask.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { AccountSeeding, AccountsModule } from '../accounts/index.js';
import { EventsModule } from './index.js';
import { eventOf, population, storePlaced, withoutPolicies } from './testing/placed-events.js';

const PASSWORD = 'Long-enough-77';
const records = population(230306);
const events = records.map((record, index) => ({ ...eventOf(record, index), gridCode: record.gridCode }));
/** Somewhere with events in it, and what lies beside it. */
const [first] = records;
const scopes = [first?.gridCode, first?.communityCode, first?.streetCode, first?.districtCode].filter((code) => code !== undefined);

test('whoever reads registers reads events: the one shows nothing that the other hides', () => {
  for (const [role, permissions] of Object.entries(ROLE_PERMISSIONS)) {
    const held: readonly string[] = permissions;
    if (held.includes('register.read')) expect([role, held.includes('event.read')]).toEqual([role, true]);
  }
});

describeOnBothDatabases('events seen as a register', (getDatabase) => {
  let server: TestServer;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    const platform = [SecretsModule, FilesModule, OutboxModule, TimersModule, AuditModule, NumbersModule];
    server = await startTestServer(getDatabase(), [...platform, AccountsModule, EventsModule]);
    await storePlaced(getDatabase(), records);
    await getDatabase().superuser.query(
      `insert into grid_node (code, name, geom, center, fictional, valid_from)
       select code, '名称' || code, ST_Multi(ST_MakeEnvelope(130, 45, 131, 46, 4326)), ST_SetSRID(ST_MakePoint(130.5, 45.5), 4326), true, '2026-01-01'
         from (select distinct code from event, unnest(array[district_code, street_code, community_code, grid_code]) as code) as n
        order by length(code) on conflict do nothing`,
    );
    const accounts = scopes.map((scope) => ({
      ...{ districtCode: scope.slice(0, 6), username: `reader${scope}`, name: '读者', password: PASSWORD },
      assignments: [{ role: 'leader' as const, scope }],
    }));
    await server.app.get(AccountSeeding).ensureAccounts(accounts);
    for (const { username } of accounts) tokens.set(username, (await signIn(server, username, PASSWORD)).token);
  }, 90_000);
  afterAll(() => server.close());

  const get = (scope: string, path: string) => ask(server, 'GET', `/registers${path}`, { token: tokens.get(`reader${scope}`) ?? '' });
  const shown = async (scope: string, query = '') => {
    const { status, body } = await get(scope, `/events/records?perPage=100${query}`);
    expect(status).toBe(200);
    return (body as { items: RecordView[] }).items;
  };
  const expected = (scope: string) => events.filter(({ gridCode }) => gridCode.startsWith(scope));
  const holds = async () => {
    for (const scope of scopes) {
      expect((await shown(scope)).map(({ id }) => id).sort()).toEqual(expected(scope).slice(0, 100).map(({ id }) => id).sort());
      for (const { id, gridCode } of events)
        expect([id, (await get(scope, `/events/records/${id}`)).status]).toEqual([id, gridCode.startsWith(scope) ? 200 : 404]);
    }
  };

  test('are those of the area, in lists and one by one', () => holds(), 60_000);
  test('with the filter of the application alone', () => withoutPolicies(getDatabase(), holds), 60_000);

  test('stand among the registers, filtered and found as any, and tell nothing of who reported', async () => {
    const scope = scopes.at(-1) ?? '';
    const { items } = (await get(scope, '')).body as { items: RegisterView[] };
    expect(items.find(({ name }) => name === 'events')).toMatchObject({ element: 'events', geometry: 'point', mayWrite: false, mayDelete: false, mayMerge: false });
    const closed = await shown(scope, '&status=closed');
    expect(closed.map(({ id }) => id).sort()).toEqual(expected(scope).filter(({ status }) => status === 'closed').map(({ id }) => id).sort());
    const [one] = expected(scope);
    expect((await shown(scope, `&q=${one?.number}`)).map(({ id }) => id)).toContain(one?.id);
    expect(Object.keys((await shown(scope))[0]?.values ?? {})).toEqual(
      ['number', 'title', 'classCode', 'status', 'urgency', 'source', 'department', 'place', 'reportedAt', 'dueAt', 'closedAt'],
    );
    expect((await get(scope, '/events/records?description=x')).code).toBe('request.invalid');
    const first = (await get(scope, '/events/records?perPage=1&sort=-createdAt')).body as { items: RecordView[]; nextCursor: string };
    const next = (await get(scope, `/events/records?perPage=1&cursor=${encodeURIComponent(first.nextCursor)}`)).body as { items: RecordView[] };
    expect(next.items[0]?.createdAt.localeCompare(first.items[0]?.createdAt ?? '')).toBeLessThanOrEqual(0);
  });
});
