import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AccountView, accountsApi, type Assignment, type Role } from '@wangge/contracts';
import { v7 as uuid } from 'uuid';
import { sqlState } from '../../../platform/database/index.js';
import { describeOnBothDatabases } from '../../../testing/index.js';
import { AccountSeeding } from '../account-seeding.js';
import { AccountsModule } from '../accounts.module.js';
import { ask, type SignedIn, signIn } from '../../../testing/ask.js';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';

const PASSWORD = 'Correct-horse-7';
const HERE = '230302';
const THERE = '230303';
const AREA = { kind: 'district', code: HERE } as const;

describeOnBothDatabases('administration of accounts', (getDatabase) => {
  let server: TestServer;
  const sessions = new Map<string, SignedIn>();
  const departments = { here: uuid(), there: uuid() };

  beforeAll(async () => {
    server = await startTestServer(getDatabase(), [AccountsModule]);
    for (const [id, code] of [
      [departments.here, HERE],
      [departments.there, THERE],
    ]) {
      await getDatabase().superuser.query(
        `insert into department (district_code, id, name, serves, created_at) values ($1, $2, '城管局', $1, now())`,
        [code, id],
      );
    }
    await seed('system', HERE, [{ role: 'system-admin', scope: HERE }]);
    await seed('security', HERE, [{ role: 'security-admin', scope: HERE }]);
    await seed('audit', HERE, [{ role: 'audit-admin', scope: HERE }]);
    await seed('worker', HERE, [{ role: 'grid-worker', scope: `${HERE}001001001` }]);
    await seed('city-system', HERE, [{ role: 'system-admin', scope: '2303' }]);
    await seed('system-there', THERE, [{ role: 'system-admin', scope: THERE }]);
    await seed('worker-there', THERE, [{ role: 'grid-worker', scope: `${THERE}001001001` }]);
  });
  afterAll(() => server.close());

  async function seed(username: string, districtCode: string, assignments: Assignment[]): Promise<void> {
    const account = { districtCode, username, name: `${username} 某`, password: PASSWORD, assignments };
    await server.app.get(AccountSeeding).ensureAccounts([account]);
    sessions.set(username, await signIn(server, username, PASSWORD));
  }
  const as = (username: string) => {
    const session = sessions.get(username);
    if (!session) throw new Error(`nobody is called ${username}`);
    return session;
  };
  const list = async (username: string, query = '') => ask(server, 'GET', `/accounts${query}`, { token: as(username).token });
  const usernames = async (username: string, query = '') => {
    const { status, body } = await list(username, query);
    expect(status).toBe(200);
    return accountsApi.list.reply.parse(body).items.map((account) => account.username);
  };
  const create = (username: string, body: object) => ask(server, 'POST', '/accounts', { token: as(username).token, body });
  const change = (username: string, id: string, body: object) =>
    ask(server, 'PATCH', `/accounts/${id}`, { token: as(username).token, body });
  const newAccount = (more: object = {}) => {
    const id = uuid();
    const assignments = [{ role: 'community-staff', scope: `${HERE}001001` }];
    return { id, username: `new-${id}`, name: '李某', password: PASSWORD, assignments, ...more };
  };
  const made = async (more: object = {}): Promise<AccountView> =>
    accountsApi.create.reply.parse((await create('system', newAccount(more))).body);

  describe('listing', () => {
    test('shows the accounts of the administrator’s own district, in order, and of a city all of its districts', async () => {
      const here = await usernames('system');
      expect(here).toEqual([...here].sort());
      expect(here).toEqual(expect.arrayContaining(['audit', 'security', 'system', 'worker', 'city-system']));
      expect(here.filter((name) => name.endsWith('-there'))).toEqual([]);
      expect(await usernames('system-there')).toEqual(['system-there', 'worker-there']);
      expect(await usernames('city-system')).toEqual(expect.arrayContaining(['worker', 'worker-there']));
    });

    test('finds by the beginning of a user name or a name, and pages', async () => {
      expect(await usernames('system', '?q=WORK')).toEqual(['worker']);
      expect(await usernames('system', `?q=${encodeURIComponent('audit 某')}`)).toEqual(['audit']);
      expect(await usernames('system', '?q=%25')).toEqual([]);
      const second = accountsApi.list.reply.parse((await list('system-there', '?perPage=1&page=2')).body);
      expect(second).toMatchObject({ items: [{ username: 'worker-there' }], total: 2, totalIs: 'exact', nextCursor: null });
    });

    test('is for administrators only, with known parameters only', async () => {
      expect((await ask(server, 'GET', '/accounts')).code).toBe('session.missing');
      expect((await list('worker')).code).toBe('permission.denied');
      expect((await list('system', '?sort=name;drop')).code).toBe('request.invalid');
      expect((await list('system', '?page=1000&perPage=100')).code).toBe('request.invalid');
    });
  });

  describe('creating', () => {
    test('makes an account that can sign in', async () => {
      const account = newAccount({ assignments: [{ role: 'department-handler', departmentId: departments.here }] });
      const answer = await create('system', account);
      const { password, assignments: _, ...given } = account;
      expect([answer.status, answer.body]).toEqual([
        201,
        {
          ...given,
          disabled: false,
          version: 1,
          createdAt: server.clock.now().toISOString(),
          assignments: [
            {
              role: 'department-handler',
              scope: null,
              scopeName: null,
              departmentId: departments.here,
              departmentName: '城管局',
            },
          ],
        },
      ]);
      expect((await signIn(server, account.username, password)).me.districtCode).toBe(HERE);
    });

    test('done again with the same content is answered the same, with other content refused', async () => {
      const account = newAccount();
      const [one, two] = [await create('system', account), await create('system', account)];
      expect([two.status, two.body]).toEqual([201, one.body]);
      expect((await create('system', { ...account, name: '王某' })).code).toBe('command.reused');
      expect((await create('system', { ...newAccount(), id: as('worker-there').me.id })).code).toBe('command.reused');
    });

    test('refuses a user name that is taken, also in a district one cannot see', async () => {
      for (const username of ['worker', 'worker-there']) {
        const answer = await create('system', newAccount({ username }));
        expect([answer.status, answer.code]).toEqual([409, 'account.username-taken']);
      }
    });

    test('refuses two administrators in one account, and an administrator with business', async () => {
      const roles: [Role, Role][] = [
        ['system-admin', 'audit-admin'],
        ['security-admin', 'system-admin'],
        ['audit-admin', 'leader'],
      ];
      for (const [one, two] of roles) {
        const assignments = [
          { role: one, scope: HERE },
          { role: two, scope: HERE },
        ];
        expect((await create('system', newAccount({ assignments }))).code).toBe('account.roles-conflict');
      }
    });

    test('refuses a weak password', async () => {
      const account = newAccount();
      for (const password of ['onlylowercase', `${account.username}-A1`]) {
        expect((await create('system', { ...account, password })).code).toBe('password.weak');
      }
    });

    test('gives no role outside the creator’s own area', async () => {
      for (const scope of [THERE, `${THERE}001`, '2303', '23']) {
        expect((await create('system', newAccount({ assignments: [{ role: 'leader', scope }] }))).code).toBe('permission.denied');
      }
      expect((await create('system-there', newAccount())).code).toBe('permission.denied');
      expect((await create('city-system', newAccount({ assignments: [{ role: 'leader', scope: `${HERE}002` }] }))).status).toBe(
        201,
      );
    });

    test('knows the departments of that area only', async () => {
      for (const departmentId of [departments.there, uuid()]) {
        const assignments = [{ role: 'department-head', departmentId }];
        expect((await create('system', newAccount({ assignments }))).code).toBe('department.unknown');
      }
    });

    test('says which role cannot be held where it was put', async () => {
      const assignments = [
        { role: 'leader', departmentId: departments.here },
        { role: 'department-head', scope: HERE },
      ];
      const misplaced = await create('system', newAccount({ assignments }));
      const rules = ['needs-scope', 'needs-department'].map((rule, at) => ({ path: `body.assignments.${at}`, rule }));
      expect([misplaced.code, misplaced.body]).toEqual(['request.invalid', expect.objectContaining({ fields: rules })]);
      const street = await create('system', newAccount({ assignments: [{ role: 'system-admin', scope: `${HERE}001` }] }));
      expect(street.body).toMatchObject({ fields: [{ rule: 'needs-district' }] });
      const both = [HERE, THERE].map((scope) => ({ role: 'leader', scope }));
      expect((await create('city-system', newAccount({ assignments: both }))).body).toMatchObject({
        fields: [{ rule: 'one-district' }],
      });
    });

    test('is the system administrator’s alone', async () => {
      for (const username of ['security', 'audit', 'worker'])
        expect((await create(username, newAccount())).code).toBe('permission.denied');
      expect((await ask(server, 'POST', '/accounts', { body: newAccount() })).code).toBe('session.missing');
    });
  });

  describe('disabling', () => {
    let account: AccountView;
    beforeEach(async () => {
      account = await made();
    });

    test('ends all sessions at once; enabling opens none of them again', async () => {
      const session = await signIn(server, account.username, PASSWORD);
      const disabled = await change('security', account.id, { version: 1, disabled: true });
      expect([disabled.status, disabled.body]).toEqual([200, { ...account, disabled: true, version: 2 }]);
      const me = () => ask(server, 'GET', '/me', { token: session.token });
      expect((await me()).code).toBe('session.invalid');
      expect((await ask(server, 'POST', '/session', { body: { username: account.username, password: PASSWORD } })).code).toBe(
        'session.wrong-credentials',
      );
      expect((await change('security', account.id, { version: 2, disabled: false })).body).toMatchObject({
        disabled: false,
        version: 3,
      });
      expect((await me()).code).toBe('session.invalid');
      expect((await signIn(server, account.username, PASSWORD)).me.id).toBe(account.id);
    });

    test('is refused when the account has changed meanwhile: of ten at once one wins', async () => {
      expect((await change('security', account.id, { version: 7, disabled: true })).code).toBe('record.stale');
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => change('security', account.id, { version: 1, disabled: true })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
    });

    test('that changes nothing leaves version and sessions as they are', async () => {
      const session = await signIn(server, account.username, PASSWORD);
      expect((await change('security', account.id, { version: 1, disabled: false })).body).toEqual(account);
      expect((await ask(server, 'GET', '/me', { token: session.token })).status).toBe(200);
    });

    test('cannot be done to oneself', async () => {
      const answer = await change('security', as('security').me.id, { version: 1, disabled: true });
      expect([answer.status, answer.code]).toEqual([422, 'account.self']);
    });

    test('of another district’s account is answered like that of none', async () => {
      const answers = [
        await change('security', as('worker-there').me.id, { version: 1, disabled: true }),
        await change('security', uuid(), { version: 1, disabled: true }),
      ];
      const bodies = answers.map(({ body }) => ({ ...Object(body), requestId: '' }));
      expect(bodies[0]).toEqual(bodies[1]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    });

    test('of an account with a role above the district is not the district’s', async () => {
      expect((await change('security', as('city-system').me.id, { version: 1, disabled: true })).code).toBe('permission.denied');
    });

    test('is the security administrator’s alone', async () => {
      for (const username of ['system', 'audit', 'worker']) {
        expect((await change(username, account.id, { version: 1, disabled: true })).code).toBe('permission.denied');
      }
      expect((await ask(server, 'PATCH', `/accounts/${account.id}`, { body: { version: 1, disabled: true } })).code).toBe(
        'session.missing',
      );
    });
  });

  describe('the second wall', () => {
    const query = (text: string, values: readonly unknown[] = []) =>
      getDatabase().database.as(AREA, (tx) =>
        tx.query<{ district_code: string }>({ name: `wall.${text.length}.${text.slice(0, 30)}`, text }, values),
      );
    const refused = async (text: string, values: readonly unknown[] = []) => {
      const error: unknown = await query(text, values).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(sqlState(error)).toBe('42501');
    };

    test('shows a statement without any filter the own district only', async () => {
      const rows = await query('select district_code from account_credential');
      expect(new Set(rows.map(({ district_code }) => district_code))).toEqual(new Set([HERE]));
    });

    test('lets nothing be written into another district', async () => {
      await refused(
        `insert into account (district_code, id, name, created_at, updated_at) values ('${THERE}', $1, '王某', now(), now())`,
        [uuid()],
      );
      await refused(
        `insert into account_role (district_code, account_id, role, scope) values ('${THERE}', $1, 'leader', '${THERE}')`,
        [as('worker').me.id],
      );
      const changed = await query('update account set disabled_at = now() where id = $1 returning district_code', [
        as('worker-there').me.id,
      ]);
      expect(changed).toEqual([]);
    });

    test('shows no password, no session and no failure to anybody but sign-in', async () => {
      await refused('select password_hash from account_credential');
      await refused('select * from session');
      await refused('select * from sign_in_failure');
      await refused(`update account_credential set password_hash = 'x'`);
    });
  });

  test('the first wall holds alone: without policies an administrator still sees and changes his own district only', async () => {
    const tables = ['account', 'account_credential', 'account_role'];
    const security = (action: string) =>
      getDatabase().superuser.query(tables.map((table) => `alter table ${table} ${action} row level security`).join('; '));
    await security('disable');
    try {
      expect(await usernames('system-there')).toEqual(['system-there', 'worker-there']);
      expect((await change('security', as('worker-there').me.id, { version: 1, disabled: true })).status).toBe(404);
    } finally {
      await security('enable');
    }
  });
});
