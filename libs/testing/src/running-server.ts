import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { ApiClient } from '@wangge/api-client';
import type { Role, Screen } from '@wangge/contracts';
import { type Cluster, createDatabase, dropDatabase, startCluster, urlsOf, withSuperuser } from './cluster.js';
import { freePort } from './free-port.js';
import { findPostgres } from './postgres-binaries.js';

const MAIN = fileURLToPath(new URL('../../../apps/api/dist/main.js', import.meta.url));
const START_MS = 150_000;

const ALTER_EMBEDDED = `
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
const [dataDir, statement] = process.argv.slice(1);
const database = await PGlite.create({ dataDir, extensions: { postgis } });
await database.exec(statement);
await database.close();`;

export type ServerKind = 'embedded' | 'postgres';
/** The kinds this machine can try. */
export const KINDS: readonly ServerKind[] = findPostgres() ? ['embedded', 'postgres'] : ['embedded'];

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly name: string;
  readonly scope?: string;
  readonly departmentId?: string;
}

/** The built server in a process of its own, on data of its own, started by the test that uses it. */
export class RunningServer {
  private child: ChildProcess | undefined;
  private output = '';
  origin = '';

  private constructor(
    readonly dataDir: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly cluster: Cluster | undefined,
    private readonly databaseName: string,
  ) {}

  static async start(kind: ServerKind, more: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'wangge-server-'));
    const cluster = kind === 'postgres' ? await startCluster() : undefined;
    const name = `black_box_${process.pid}`;
    const urls = cluster && (await createDatabase(cluster, name));
    const database: Record<string, string> = urls
      ? { DATABASE_URL: urls.databaseUrl, DATABASE_OWNER_URL: urls.databaseOwnerUrl }
      : {};
    const server = new RunningServer(dataDir, { ...database, ...more }, cluster, name);
    await server.launch();
    return server;
  }

  /** Starts the process, also after a kill, on the same data. */
  async launch(): Promise<void> {
    const port = await freePort();
    const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...inherited } = process.env;
    const environment = {
      ...inherited,
      PORT: String(port),
      DATA_DIR: this.dataDir,
      LOG_LEVEL: 'warn',
      WANGGE_DEMO_EVENTS: '40',
      WANGGE_DEMO_RESIDENTS: '1500',
      WANGGE_CHECK_REPLIES: 'on',
      ...this.environment,
    };
    this.output = '';
    this.child = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.child.stderr?.on('data', (text: Buffer) => (this.output += text.toString()));
    this.origin = `http://127.0.0.1:${port}`;
    await this.untilReady();
  }

  /** What the process has printed. */
  get printed(): string {
    return this.output;
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  async stop(): Promise<void> {
    await this.kill('SIGTERM');
    if (this.cluster) {
      await dropDatabase(this.cluster, this.databaseName);
      process.kill(this.cluster.pid, 'SIGINT');
    }
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Changes what is stored, past the server, which is stopped for it and started again: the embedded database serves one process. */
  async alter(statement: string): Promise<void> {
    await this.kill('SIGTERM');
    if (this.cluster) await withSuperuser(urlsOf(this.cluster, this.databaseName).superuserUrl, (client) => client.query(statement));
    else await alterEmbedded(path.join(this.dataDir, 'db/data'), statement);
    await this.launch();
  }

  async accounts(): Promise<ReadonlyMap<string, DemoAccount>> {
    const listed: DemoAccount[] = JSON.parse(await readFile(path.join(this.dataDir, 'demo-accounts.json'), 'utf8'));
    return new Map(listed.map((account) => [account.username, account]));
  }

  async account(username: string): Promise<DemoAccount> {
    const found = (await this.accounts()).get(username);
    if (!found) throw new Error(`no demo account ${username}`);
    return found;
  }

  /** A client signed in as one of the demo's accounts. */
  async as(username: string, screen: Screen = 'api'): Promise<ApiClient> {
    const client = new ApiClient({ origin: this.origin, screen });
    await client.signIn(username, (await this.account(username)).password);
    return client;
  }

  get anonymous(): ApiClient {
    return new ApiClient({ origin: this.origin, screen: 'api' });
  }

  private async untilReady(): Promise<void> {
    const end = Date.now() + START_MS;
    while (Date.now() < end) {
      if (this.child?.exitCode !== null) throw new Error(`the server ended at its start:\n${this.output}`);
      const answer = await fetch(`${this.origin}/api/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the server was not ready in time:\n${this.output}`);
  }
}

async function alterEmbedded(dataDir: string, statement: string): Promise<void> {
  const script = ['--input-type=module', '-e', ALTER_EMBEDDED, dataDir, statement];
  await promisify(execFile)(process.execPath, script, { cwd: path.dirname(MAIN) });
}
