import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.js';
import { findPostgres, type PostgresBinaries } from './postgres-binaries.js';
import { stopWhenGone } from './watchdog.js';

/** A private PostgreSQL with PostGIS: everybody on this machine may do everything, and nothing of it lasts. */
export type Cluster = { readonly port: number; readonly pid: number };

export type DatabaseUrls = {
  /** For the server: the login that sees nothing without a lens. */
  readonly databaseUrl: string;
  /** For migrations. */
  readonly databaseOwnerUrl: string;
  /** For arranging and looking at rows, past every policy. */
  readonly superuserUrl: string;
};

const BOOTSTRAP = new URL('../../../docker/bootstrap.sql', import.meta.url);

const SPEED = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=64MB', 'max_connections=100'];

/**
 * Starts a cluster in a temporary folder, or answers undefined where PostgreSQL with PostGIS is not installed.
 * It ends with the process `watched`, however that ends. `settings` are as in postgresql.conf.
 */
export async function startCluster(watched: number = process.pid, settings: readonly string[] = []): Promise<Cluster | undefined> {
  const binaries = findPostgres();
  if (!binaries) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'wangge-postgres-'));
  const user = unprivileged();
  if (user) chownSync(folder, user.uid, user.gid);
  initialise(binaries, folder, user);
  const port = await freePort();
  const server = launch(binaries, { folder, port, settings }, user);
  const pid = server.pid ?? 0;
  stopWhenGone({ watched, server: pid, folder });
  await waitUntilReady({ port, pid }, server, path.join(folder, 'log'));
  return { port, pid };
}

export function urlsOf({ port }: Cluster, database: string): DatabaseUrls {
  const url = (user: string) => `postgres://${user}@127.0.0.1:${port}/${database}`;
  return { databaseUrl: url('api'), databaseOwnerUrl: url('wangge_owner'), superuserUrl: url('postgres') };
}

/** A new database: a copy of `template`, or an empty one on which docker/bootstrap.sql was run. */
export async function createDatabase(cluster: Cluster, name: string, template?: string): Promise<DatabaseUrls> {
  const urls = urlsOf(cluster, name);
  await withSuperuser(urlsOf(cluster, 'postgres').superuserUrl, (client) =>
    client.query(`create database "${name}" template "${template ?? 'template0'}"`),
  );
  if (template === undefined) {
    const script = await readFile(BOOTSTRAP, 'utf8');
    await withSuperuser(urls.superuserUrl, (client) => client.query(script));
  }
  return urls;
}

export async function dropDatabase(cluster: Cluster, name: string): Promise<void> {
  await withSuperuser(urlsOf(cluster, 'postgres').superuserUrl, (client) =>
    client.query(`drop database if exists "${name}" with (force)`),
  );
}

export async function withSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

type User = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to run as root: there it runs as the user its package made. */
function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function initialise({ initdb }: PostgresBinaries, folder: string, user: User | undefined): void {
  const data = path.join(folder, 'data');
  mkdirSync(data);
  if (user) chownSync(data, user.uid, user.gid);
  const options = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-sync'];
  execFileSync(initdb, options, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

type Place = { readonly folder: string; readonly port: number; readonly settings: readonly string[] };

function launch({ postgres }: PostgresBinaries, { folder, port, settings: more }: Place, user: User | undefined): ChildProcess {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...SPEED, ...more];
  const log = openSync(path.join(folder, 'log'), 'a');
  const server = spawn(postgres, ['-D', path.join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])], {
    ...user,
    cwd: folder,
    stdio: ['ignore', log, log],
    detached: true,
  });
  server.unref();
  return server;
}

async function waitUntilReady(cluster: Cluster, server: ChildProcess, log: string): Promise<void> {
  const { superuserUrl } = urlsOf(cluster, 'postgres');
  for (const until = Date.now() + 30_000; Date.now() < until; ) {
    const isReady = await withSuperuser(superuserUrl, () => Promise.resolve(true)).catch(() => false);
    if (isReady) return;
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`PostgreSQL did not start:\n${await readFile(log, 'utf8')}`);
}
