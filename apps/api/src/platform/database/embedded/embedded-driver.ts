import { EventEmitter } from 'node:events';
import type pg from 'pg';
import type { Authority } from './embedded-session.js';
import type { SessionQueue } from './session-queue.js';

type Release = (error?: Error) => void;
type Connected = (error: Error | undefined, client?: EmbeddedClient, release?: Release) => void;

/** Holds the only session from `connect` to `release`; afterwards it answers nothing more. */
class EmbeddedClient extends EventEmitter {
  private isReleased = false;
  private last: Promise<unknown> = Promise.resolve();
  private readonly running = new Set<Promise<unknown>>();
  private readonly forward = (error: Error) => this.emit('error', error);

  constructor(private readonly queue: SessionQueue) {
    super();
    // A broken session says so to every query; whoever holds it need not listen.
    this.on('error', () => undefined);
    queue.session.client.on('error', this.forward);
  }

  async query(text: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    if (this.isReleased) throw new Error('a query on a connection that was released');
    // One after the other: the session takes no statement before it has answered the last.
    const answer = this.last.then(() => this.queue.session.client.query(text, values));
    this.last = answer.catch(() => undefined);
    this.running.add(answer);
    return answer.finally(() => this.running.delete(answer));
  }

  async release(): Promise<void> {
    if (this.isReleased) return;
    this.isReleased = true;
    this.queue.session.client.off('error', this.forward);
    await Promise.allSettled(this.running);
    await this.queue.release();
  }
}

/** What TypeORM asks of a pool of PostgreSQL connections, over the one session of the embedded database. */
class EmbeddedPool extends EventEmitter {
  constructor(
    private readonly queue: SessionQueue,
    private readonly authority: Authority,
  ) {
    super();
  }

  connect(connected: Connected): void {
    this.queue.acquire(this.authority).then(
      () => {
        const client = new EmbeddedClient(this.queue);
        const release = () => {
          client.release().catch((error) => this.emit('error', error));
        };
        connected(undefined, client, release);
      },
      (error) => connected(error),
    );
  }

  /** The session belongs to every pool of this process; who opened the database closes it. */
  end(ended: (error?: Error) => void): void {
    ended();
  }
}

/** The `driver` given to a TypeORM data source: every pool it makes works with `authority`. */
export function embeddedDriver(queue: SessionQueue, authority: Authority): object {
  return {
    Pool: class extends EmbeddedPool {
      constructor() {
        super(queue, authority);
      }
    },
  };
}
