import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { bootstrap } from '../bootstrap.js';
import { DirectoryLock } from './directory-lock.js';
import { type Authority, EmbeddedSession } from './embedded-session.js';
import { embeddedDriver } from './embedded-driver.js';
import { type QueueLimits, SessionQueue } from './session-queue.js';

const LIMITS: QueueLimits = { waiting: 200, patience: 10_000 };

export type OpenOptions = {
  /** A dump of a bootstrapped database to begin with, where the directory holds none yet. */
  readonly loadFrom?: string;
  readonly limits?: QueueLimits;
};

/** A PostgreSQL with PostGIS inside this process, in a directory that belongs to it alone. */
export class EmbeddedDatabase {
  private constructor(
    private readonly queue: SessionQueue,
    private readonly lock: DirectoryLock,
  ) {}

  static async open(directory: string, options: OpenOptions = {}): Promise<EmbeddedDatabase> {
    mkdirSync(directory, { recursive: true });
    const lock = DirectoryLock.take(path.join(directory, 'lock'));
    try {
      const session = await openSession(directory, options.loadFrom);
      return new EmbeddedDatabase(new SessionQueue(session, options.limits ?? LIMITS), lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  driver(authority: Authority): object {
    return embeddedDriver(this.queue, authority);
  }

  /** The session itself, for as long as the work takes. */
  async hold<T>(authority: Authority, work: (client: pg.Client) => Promise<T>): Promise<T> {
    await this.queue.acquire(authority);
    try {
      return await work(this.queue.session.client);
    } finally {
      await this.queue.release();
    }
  }

  /** Writes the whole database to a file that `open` can begin with. */
  async dump(file: string): Promise<void> {
    await this.hold('superuser', () => this.queue.session.dump(file));
  }

  async close(): Promise<void> {
    await this.queue.close();
    this.lock.release();
  }
}

/** A directory counts once its bootstrap is done: what a first start left half-made is made anew. */
async function openSession(directory: string, loadFrom: string | undefined): Promise<EmbeddedSession> {
  const data = path.join(directory, 'data');
  const complete = path.join(directory, 'complete');
  const isNew = !existsSync(complete);
  if (isNew) rmSync(data, { recursive: true, force: true });
  const session = await EmbeddedSession.open(data, isNew ? loadFrom : undefined);
  try {
    await bootstrap((sql) => session.client.query(sql));
  } catch (error) {
    await session.close();
    throw error;
  }
  if (isNew) writeFileSync(complete, '');
  return session;
}
