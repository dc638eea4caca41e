import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Assignment, departmentsApi } from '@wangge/contracts';
import { describeOnBothDatabases } from '../../testing/index.js';
import { AccountSeeding, AccountsModule } from '../accounts/index.js';
import { ask, signIn } from '../../testing/ask.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { DepartmentCases, DepartmentDirectory, DepartmentSeeding, DepartmentsModule } from './index.js';

const PASSWORD = 'Correct-horse-7';
const HERE = '230302';
const THERE = '230303';
const seed = (districtCode: string, name: string, handles: string[] = []) => ({
  districtCode,
  name,
  serves: districtCode,
  handles,
});

describeOnBothDatabases('departments', (getDatabase) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(getDatabase(), [AccountsModule, DepartmentsModule]);
  });
  afterAll(() => server.close());

  const ensure = (...wanted: ReturnType<typeof seed>[]) => server.app.get(DepartmentSeeding).ensureDepartments(wanted);
  async function listFor(username: string, districtCode: string, assignments: Assignment[]) {
    await server.app
      .get(AccountSeeding)
      .ensureAccounts([{ districtCode, username, name: username, password: PASSWORD, assignments }]);
    const { token } = await signIn(server, username, PASSWORD);
    return ask(server, 'GET', '/departments', { token });
  }

  test('are listed for whoever works in their district; a city sees those of all its districts', async () => {
    const [here, there] = await ensure(seed(HERE, '城管局'), seed(THERE, '住建局'));
    const mine = { items: [{ id: here, name: '城管局', serves: HERE }] };
    expect((await listFor('worker', HERE, [{ role: 'grid-worker', scope: `${HERE}001001001` }])).body).toEqual(mine);
    expect((await listFor('handler', HERE, [{ role: 'department-handler', departmentId: here ?? '' }])).body).toEqual(mine);
    const city = departmentsApi.list.reply.parse((await listFor('city', HERE, [{ role: 'leader', scope: '2303' }])).body);
    expect(city.items.map(({ id }) => id)).toEqual([here, there]);
  });

  test('are for signed-in accounts with the permission only', async () => {
    expect((await ask(server, 'GET', '/departments')).code).toBe('session.missing');
    expect((await listFor('auditor', HERE, [{ role: 'audit-admin', scope: HERE }])).code).toBe('permission.denied');
  });

  test('keep their id when they are made sure of again, and take what they handle from the list', async () => {
    const [id = ''] = await ensure(seed(HERE, '水务局', ['01']));
    expect(await ensure(seed(HERE, '水务局', ['01', '06']))).toEqual([id]);
    const found = (district: string) =>
      getDatabase().database.as({ kind: 'reference' }, (tx) => server.app.get(DepartmentDirectory).find(tx, district, id));
    expect(await found(HERE)).toEqual({ id, districtCode: HERE, name: '水务局', serves: HERE, handles: ['01', '06'] });
    expect(await found(THERE)).toBeUndefined();
  });

  test('are dissolved by the administrator of their district, once nothing is left with them, and then given nothing more', async () => {
    const [id = ''] = await ensure(seed(HERE, '临时科'));
    let isBusy = true;
    server.app.get(DepartmentCases).register(async (_, department) => department.id === id && isBusy);
    const administer = async (username: string, scope: string) => {
      const assignments = [{ role: 'system-admin' as const, scope }];
      await server.app.get(AccountSeeding).ensureAccounts([{ districtCode: scope, username, name: username, password: PASSWORD, assignments }]);
      const { token } = await signIn(server, username, PASSWORD);
      return () => ask(server, 'POST', `/departments/${id}/dissolve`, { token });
    };
    const [dissolve, fromAfar] = [await administer('keeper', HERE), await administer('far-keeper', THERE)];
    expect((await fromAfar()).code).toBe('not-found');
    expect((await dissolve()).code).toBe('department.has-open-cases');
    isBusy = false;
    for (const _ of ['first', 'again']) expect((await dissolve()).body).toEqual({ id, name: '临时科', serves: HERE });
    const found = await getDatabase().database.as({ kind: 'reference' }, async (tx) => {
      const directory = server.app.get(DepartmentDirectory);
      return [await directory.find(tx, HERE, id), ...(await directory.list(tx, HERE, [id]))];
    });
    expect(found).toEqual([undefined]);
  });
});
