import { spawn } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { createDatabase, findPostgres, sharedCluster, startCluster, urlsOf, withSuperuser } from '@wangge/testing';
import { createDataSources } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';

const describeWhereInstalled = findPostgres() ? describe : describe.skip;

describeWhereInstalled('a private PostgreSQL', () => {
  test('ends with the process it was started for, however that ends', async () => {
    const watched = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    const cluster = await startCluster(watched.pid);
    if (!cluster) throw new Error('PostgreSQL did not start');
    await expect(answers(cluster)).resolves.toBe(true);
    watched.kill('SIGKILL');
    for (let tries = 0; tries < 100 && (await answers(cluster)); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(answers(cluster)).resolves.toBe(false);
  }, 60_000);

  test('is migrated once when two servers start on it at the same time', async () => {
    const cluster = await sharedCluster();
    if (!cluster) throw new Error('PostgreSQL did not start');
    const urls = await createDatabase(cluster, `race_${process.pid}_${Date.now()}`);
    const servers = await Promise.all([1, 2].map(() => createDataSources({ ...urls, dataDir: '' })));
    const lines: string[] = [];
    await Promise.all(servers.map(async (server) => migrate(await server.owner(), (line) => lines.push(line))));
    expect(lines).toContain('migrating: CreatePlatform1764000001000');
    expect(new Set(lines).size).toBe(lines.length);
    await Promise.all(servers.map((server) => server.close()));
  }, 60_000);
});

function answers(cluster: { readonly port: number; readonly pid: number }): Promise<boolean> {
  return withSuperuser(urlsOf(cluster, 'postgres').superuserUrl, async () => true).catch(() => false);
}
