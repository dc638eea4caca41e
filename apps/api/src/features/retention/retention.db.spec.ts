import { Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Assignment, type RetentionResult, RetentionRuleName, type RetentionRun, retentionApi } from '@wangge/contracts';
import { REGISTERS } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import { CommandErasure } from '../../platform/commands/command-erasure.js';
import { Erasures } from '../../platform/retention/index.js';
import { describeOnBothDatabases } from '../../testing/index.js';
import { ask, signIn } from '../../testing/ask.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { FilesModule } from '../../platform/files/index.js';
import { AccountSeeding, AccountsModule } from '../accounts/index.js';
import { ExchangeErasures } from '../exchange/index.js';
import { ContactErasure } from '../public-reports/index.js';
import { RegistersModule } from '../registers/index.js';
import { RetentionModule } from './retention.module.js';
import { RetentionRunner } from './retention-runner.js';

const PASSWORD = 'Correct-horse-7';
const HERE = '230302';
const THERE = '230303';
const DAY_MS = 86_400_000;

/** What the rules mean to features that are not started here. */
@Module({ providers: [CommandErasure, ContactErasure, ExchangeErasures] })
class OtherErasures {}

describeOnBothDatabases('retention', (getDatabase) => {
  let server: TestServer;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    server = await startTestServer(getDatabase(), [FilesModule, AccountsModule, RegistersModule, OtherErasures, RetentionModule]);
    await seed('security', HERE, [{ role: 'security-admin', scope: HERE }]);
    await seed('system', HERE, [{ role: 'system-admin', scope: HERE }]);
    await seed('security-there', THERE, [{ role: 'security-admin', scope: THERE }]);
  });
  afterAll(() => server.close());

  async function seed(username: string, districtCode: string, assignments: Assignment[]): Promise<void> {
    const account = { districtCode, username, name: `${username} 某`, password: PASSWORD, assignments };
    await server.app.get(AccountSeeding).ensureAccounts([account]);
    tokens.set(username, (await signIn(server, username, PASSWORD)).token);
  }
  const as = (username = 'security') => ({ token: tokens.get(username) ?? '' });
  const query = <Row>(text: string, values: readonly unknown[] = []) => getDatabase().superuser.query<Row>(text, values);
  const daysAgo = (days: number) => new Date(server.clock.now().getTime() - days * DAY_MS).toISOString();
  const runner = () => server.app.get(RetentionRunner, { strict: false });
  const runs = async (username = 'security'): Promise<RetentionRun[]> =>
    retentionApi.runs.reply.parse((await ask(server, 'GET', '/retention/runs', as(username))).body).items;

  async function run(kind: RetentionRun['kind']): Promise<RetentionResult[]> {
    server.clock.forward(1_000);
    const id = uuid();
    const { status } = await ask(server, 'POST', '/retention/runs', { ...as(), body: { id, kind } });
    expect(status).toBe(201);
    await settle();
    const found = (await runs()).find((each) => each.id === id);
    expect(found?.state).toBe('done');
    return found?.results ?? [];
  }
  async function settle(): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      await runner().all();
      const [left] = await query<{ left: number }>(`select count(*)::int as left from retention_run where state <> 'done'`);
      if (left?.left === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('the run does not end');
  }
  const of = (results: readonly RetentionResult[], rule: RetentionRuleName) => results.find((result) => result.rule === rule);

  async function resident(removedDaysAgo: number | null, district = HERE): Promise<string> {
    const id = uuid();
    const grid = `${district}001001001`;
    await query(
      `insert into register_residents (district_code, id, version, street_code, community_code, grid_code, name, identity_number,
         identity_number_index, gender, resident_kind, phone, phone_index, health_note, created_at, updated_at, deleted_at)
       values ($1, $2, 3, left($3, 9), left($3, 12), $3, '王要忘', '\\x0102', $4, '1', 'registered', '\\x0304', 'p', '\\x0506', now(), now(), $5)`,
      [district, id, grid, id, removedDaysAgo === null ? null : daysAgo(removedDaysAgo)],
    );
    await query(
      `insert into register_change (district_code, register, record_id, id, version, at, actor_name, kind, fields, reason)
       values ($1, 'residents', $2, $3, 1, now(), '某', 'created', '[{"name": "name", "from": null, "to": "王要忘"}]', '登记')`,
      [district, id, uuid()],
    );
    return id;
  }
  const known = async (id: string) => {
    const [row] = await query<{ said: string }>(
      `select concat(r.name, r.identity_number, r.identity_number_index, r.phone, r.phone_index, r.health_note, c.fields) as said
         from register_residents r join register_change c on c.record_id = r.id where r.id = $1`,
      [id],
    );
    return row?.said ?? '';
  };

  test('has work for every rule there is', () => {
    expect(server.app.get(Erasures).missing(RetentionRuleName.options)).toEqual([]);
  });

  test('knows how to forget every register, and a trial asks each of them without erasing', async () => {
    const erasures = await server.app.get(Erasures).of('removed-records', HERE);
    const personal = REGISTERS.filter(({ fields }) => fields.some(({ dataClass }) => dataClass === 'L3' || dataClass === 'L4'));
    expect(erasures.length).toBe(personal.length + 1);
    const id = await resident(400);
    const results = await run('trial');
    expect(results.map(({ rule }) => rule)).toEqual(RetentionRuleName.options);
    expect(of(results, 'removed-records')).toMatchObject({ days: 180, due: 1, oldestDays: 400, erased: 0 });
    expect(await known(id)).toContain('王要忘');
  });

  test('takes personal fields and history out of what was removed long ago, once, and nothing else', async () => {
    const [old, young, present, far] = [await resident(200), await resident(100), await resident(null), await resident(200, THERE)];
    const results = await run('run');
    expect(of(results, 'removed-records')?.erased).toBe(2);
    expect(await known(old)).toBe('[{"to": null, "from": null, "name": "name"}]');
    for (const id of [young, present, far]) expect(await known(id)).toContain('王要忘');
    expect(of(await run('run'), 'removed-records')).toMatchObject({ due: 0, erased: 0, oldestDays: null });
  });

  test('can empty the cells of every register, those that must be filled too', async () => {
    const { database } = getDatabase();
    for (const { lens, erase } of await server.app.get(Erasures).of('removed-records', HERE))
      await database.as(lens, (tx) => tx.query(erase, [HERE, server.clock.now(), 10]));
    const [left] = await query<{ left: number }>(`select count(*)::int as left from register_residents where deleted_at is not null and name <> '' and district_code = '${HERE}'`);
    expect(left?.left).toBe(0);
  });

  test('forgets contacts of reports that are over, sessions, failures and marks of commands', async () => {
    const grid = `${HERE}001001001`;
    const event = async (status: string, days: number) => {
      const id = uuid();
      await query(
        `insert into event (district_code, id, number, version, status, title, description, place, lng, lat, located, distance, street_code,
           community_code, grid_code, source, urgency, desk_code, contact, occurred_at, reported_at, overdue, counted_due, rework_count,
           return_count, suspend_count, updated_at)
         values ('${HERE}', $1::uuid, $1::text, 1, $2, 't', 'd', 'p', 131, 45.3, 'inside', 0, left('${grid}', 9), left('${grid}', 12), '${grid}',
           'resident', 'normal', '${HERE}', '\\x01', now(), now(), false, false, 0, 0, 0, $3)`,
        [id, status, daysAgo(days)],
      );
      return id;
    };
    const [over, resting, open] = [await event('archived', 100), await event('archived', 30), await event('handling', 500)];
    const [account] = await query<{ id: string }>(`select account_id as id from account_credential where username = 'security'`);
    await query(`insert into client_command (account_id, command_id, content_hash, subject_id, at) values ($1, $2, 'h', $2, $3)`, [
      account?.id,
      uuid(),
      daysAgo(120),
    ]);
    await query(`insert into sign_in_failure (key, failed, last_at) values ('old', 1, $1)`, [daysAgo(3)]);
    await query(
      `insert into session (id, account_id, account_version, screen, rotated_at, idle_until, created_at, expires_at) values ($1, $2, 1, 'api', $3, $3, $3, $3)`,
      [uuid(), account?.id, daysAgo(120)],
    );
    const results = await run('run');
    for (const rule of ['report-contacts', 'commands', 'failed-sign-ins', 'sessions'] as const)
      expect([rule, of(results, rule)?.erased]).toEqual([rule, 1]);
    const left = await query<{ id: string }>('select id from event where contact is not null');
    expect(left.map(({ id }) => id).sort()).toEqual([resting, open].sort());
    expect(left.map(({ id }) => id)).not.toContain(over);
    // Who asks is still signed in.
    expect((await runs()).length).toBeGreaterThan(0);
  });

  test('takes the notes out of old visits and leaves the visit', async () => {
    const visit = async (days: number) => {
      const id = uuid();
      await query(
        `insert into register_visits (district_code, id, version, street_code, community_code, grid_code, subject, visit_kind, way, visited_at, record,
           confidential, created_at, updated_at)
         values ('${HERE}', $1, 1, '${HERE}001', '${HERE}001001', '${HERE}001001001', '走访', 'x', 'x', $2, '说了些事', '\\x01', now(), now())`,
        [id, daysAgo(days)],
      );
      return id;
    };
    const [old, young] = [await visit(1200), await visit(1000)];
    expect(of(await run('run'), 'visit-notes')?.erased).toBe(1);
    const rows = await query<{ id: string; record: string | null; version: number }>('select id, record, version from register_visits');
    expect(rows.find(({ id }) => id === old)).toMatchObject({ record: null, version: 2 });
    expect(rows.find(({ id }) => id === young)).toMatchObject({ record: '说了些事', version: 1 });
  });

  test('goes on with a run that a process left behind, without counting twice', async () => {
    for (let each = 0; each < 3; each += 1) await resident(300);
    const results = [{ rule: 'removed-records', days: 180, due: 5, oldestDays: 300, erased: 2 }];
    await query(
      `insert into retention_run (district_code, id, kind, state, results, started_at, leased_until, lease)
       values ('${HERE}', $1, 'run', 'running', $2, $3, $4, $1)`,
      [uuid(), JSON.stringify(results), daysAgo(0), daysAgo(-1)],
    );
    const body = { id: uuid(), kind: 'run' };
    const asked = retentionApi.start.reply.parse((await ask(server, 'POST', '/retention/runs', { ...as(), body })).body);
    // One at a time: the one under way is answered.
    expect(asked).toMatchObject({ requestedBy: null, state: 'running' });
    await runner().all();
    expect((await runs())[0]?.state).toBe('running');
    server.clock.forward(2 * DAY_MS);
    tokens.set('security', (await signIn(server, 'security', PASSWORD)).token);
    await settle();
    const found = (await runs()).find(({ id }) => id === asked.id);
    expect(of(found?.results ?? [], 'removed-records')).toMatchObject({ due: 5, erased: 5 });
  });

  test('begins once a day by itself, in the quiet hours', async () => {
    await query(
      `insert into grid_node (code, name, geom, center, fictional, valid_from)
       values ('${HERE}', '某区', ST_Multi(ST_MakeEnvelope(130, 45, 131, 46, 4326)), ST_SetSRID(ST_MakePoint(130.5, 45.5), 4326), true, '2026-01-01')
       on conflict do nothing`,
    );
    const own = async () => (await query('select id from retention_run where day is not null')).length;
    const before = await own();
    await runner().beginDay();
    await settle();
    await runner().beginDay();
    expect((await own()) - before).toBe(1);
    const [told] = await query<{ actor_name: string }>(
      `select actor_name from audit_entry where action = 'retention.erased' order by position desc limit 1`,
    );
    expect(told?.actor_name).toBe('system');
  });

  describe('rules', () => {
    const change = async (body: object, username = 'security', rule = 'visit-notes') =>
      ask(server, 'PATCH', `/retention/rules/${rule}`, { ...as(username), body });

    test('are changed within their bounds, by versions, once however often the change is sent', async () => {
      const body = { version: 0, days: 400, reason: '按区里要求' };
      for (let again = 0; again < 2; again += 1) expect((await change(body)).body).toMatchObject({ days: 400, version: 1 });
      expect((await change({ ...body, days: 401 })).code).toBe('record.stale');
      expect((await change({ ...body, version: 1, days: 5 })).code).toBe('retention.out-of-bounds');
      const { items } = retentionApi.versions.reply.parse(
        (await ask(server, 'GET', '/retention/rules/visit-notes/versions', as())).body,
      );
      expect(items).toMatchObject([{ version: 1, days: 400, reason: '按区里要求', changedBy: 'security 某' }]);
      const [told] = await query<{ details: object }>(`select details from audit_entry where action = 'retention.change'`);
      expect(told?.details).toEqual({ rule: 'visit-notes', days: 400, version: 1, reason: '按区里要求' });
    });

    test('are one district’s, and for its security administrator', async () => {
      tokens.set('security-there', (await signIn(server, 'security-there', PASSWORD)).token);
      const { items } = retentionApi.rules.reply.parse((await ask(server, 'GET', '/retention/rules', as('security-there'))).body);
      expect(items.every(({ version }) => version === 0)).toBe(true);
      expect(await runs('security-there')).toEqual([]);
      tokens.set('system', (await signIn(server, 'system', PASSWORD)).token);
      expect((await ask(server, 'GET', '/retention/rules', as('system'))).code).toBe('permission.denied');
      const look = { name: 'retention.try', text: 'select district_code from retention_setting union all select district_code from retention_run' };
      expect(await getDatabase().database.as({ kind: 'district', code: THERE }, (tx) => tx.query(look))).toEqual([]);
      expect((await getDatabase().database.as({ kind: 'district', code: HERE }, (tx) => tx.query(look))).length).toBeGreaterThan(1);
      const write = { name: 'retention.try-write', text: `update retention_setting set days = 1` };
      await expect(getDatabase().database.as({ kind: 'district', code: HERE }, (tx) => tx.query(write))).rejects.toMatchObject({ code: '42501' });
    });
  });
});
