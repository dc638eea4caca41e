import { afterEach, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { describeOnBothDatabases } from '../../testing/index.js';
import { migrate } from './migrate.js';
import { findMissing } from './readiness.js';
import { assertRolesBind } from './roles-bind.js';

describeOnBothDatabases('readiness', (getDatabase) => {
  const repairs: string[] = [];
  const breakIt = async (harm: string, repair: string) => {
    repairs.push(repair);
    await getDatabase().superuser.query(harm);
  };

  afterEach(async () => {
    for (const repair of repairs.splice(0)) await getDatabase().superuser.query(repair);
    expect(await findMissing(getDatabase().database)).toEqual([]);
  });

  test('has nothing to say about a migrated database', async () => {
    expect(await findMissing(getDatabase().database)).toEqual([]);
    await expect(assertRolesBind(getDatabase().sources.api)).resolves.toBeUndefined();
  });

  test('names a migration that has not run', async () => {
    await breakIt(
      `update schema_migration set name = 'x' || name`,
      `update schema_migration set name = substr(name, 2)`,
    );
    const missing = await findMissing(getDatabase().database);
    expect(missing).toContainEqual(expect.stringContaining('the migration CreatePlatform1764000001000 has not run'));
  });

  test('names the leakproof mark that a restored dump has lost', async () => {
    const alter = (mark: string) => `alter function geometry_overlaps(geometry, geometry) ${mark}`;
    await breakIt(alter('not leakproof'), alter('leakproof'));
    expect(await findMissing(getDatabase().database)).toEqual([expect.stringContaining('geometry_overlaps is not leakproof')]);
  });

  test('names a role that the login does not hold', async () => {
    // Roles belong to the whole cluster, which other tests are using.
    if (getDatabase().kind === 'server') return;
    await breakIt('revoke app_mine from api', 'grant app_mine to api');
    expect(await findMissing(getDatabase().database)).toEqual([expect.stringContaining('the role app_mine is missing')]);
  });

  test('refuses a login that could read without a lens', async () => {
    await breakIt('grant select on timer to api', 'revoke select on timer from api');
    await expect(assertRolesBind(getDatabase().sources.api)).rejects.toThrow('a query without a lens was not refused');
  });

  test('refuses the owner of the tables as the login', async () => {
    await expect(assertRolesBind(await getDatabase().sources.owner())).rejects.toThrow('stands above the policies');
  });

  test('refuses a superuser as the login', async () => {
    const { config, kind } = getDatabase();
    if (kind === 'embedded') return;
    const url = config.databaseUrl?.replace('//api@', '//postgres@');
    const source = await new DataSource({ type: 'postgres', url, installExtensions: false }).initialize();
    await expect(assertRolesBind(source)).rejects.toThrow('stands above the policies');
    await source.destroy();
  });

  test('runs no migration twice', async () => {
    const lines: string[] = [];
    await migrate(await getDatabase().sources.owner(), (line) => lines.push(line));
    expect(lines).toEqual([]);
  });
});
