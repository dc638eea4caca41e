import pg from 'pg';
import { WireStream } from './wire-stream.js';
import { WorkerHandle } from './worker-handle.js';

/** As whom the only session works: the server's login, the owner of the tables, or the superuser it was born as. */
export type Authority = 'api' | 'owner' | 'superuser';

/** By name: in a database without a postmaster, `reset session authorization` changes nothing. */
const ASSUME = {
  api: 'set session authorization api',
  owner: 'set session authorization wangge_owner',
  superuser: 'set session authorization postgres',
} as const satisfies Record<Authority, string>;

/** A login's own settings are not read by a changed session authorization, so they are given at the opening. */
const SETTINGS = `set timezone = 'UTC'; set client_min_messages = warning`;

/** The one session of an embedded database: a client of the real driver over a stream into the worker thread. */
export class EmbeddedSession {
  private authority: Authority = 'superuser';

  private constructor(
    private readonly worker: WorkerHandle,
    private readonly stream: WireStream,
    readonly client: pg.Client,
  ) {}

  static async open(directory: string, loadFrom?: string): Promise<EmbeddedSession> {
    const worker = new WorkerHandle();
    try {
      await worker.open(directory, loadFrom);
      const stream = new WireStream((message) => worker.exchange(message));
      const client = new pg.Client({ user: 'postgres', database: 'postgres', password: '', stream: () => stream });
      // A broken session says so to every query; nobody else has to hear it.
      client.on('error', () => undefined);
      await client.connect();
      await client.query(SETTINGS);
      return new EmbeddedSession(worker, stream, client);
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  async assume(authority: Authority): Promise<void> {
    if (authority === this.authority) return;
    await this.client.query(ASSUME[authority]);
    this.authority = authority;
  }

  /** Whoever held the session left it in a transaction: what he did not commit is undone. */
  async rollBackUnfinished(): Promise<void> {
    if (this.stream.transactionStatus !== 'I') await this.client.query('rollback');
  }

  dump(path: string): Promise<void> {
    return this.worker.dump(path);
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.worker.close();
  }
}
