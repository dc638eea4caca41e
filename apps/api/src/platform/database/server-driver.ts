import pg from 'pg';
import { DatabaseBusyError } from './errors.js';

type Connected = Parameters<pg.Pool['connect']>[0];

/** How many may wait for a connection; one more is told to come back later. */
const WAITING = 500;

/** A pool whose queue has an end: under a flood the rest of the requests are answered at once, with 503. */
class BoundedPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super(config);
    // A connection that breaks says so to every query on it, and is thrown away by its release.
    this.on('connect', (client) => client.on('error', () => undefined));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<pg.PoolClient> | void {
    if (!connected) return super.connect();
    if (this.waitingCount >= WAITING) {
      connected(new DatabaseBusyError(`${this.waitingCount} already wait for a connection`), undefined, () => undefined);
      return;
    }
    super.connect((error, client, release) => connected(error && explained(error), client, release));
  }
}

/** pg-pool says this, without a code, when nobody gave a connection back in time. */
function explained(error: Error): Error {
  return error.message.includes('timeout exceeded when trying to connect') ? new DatabaseBusyError(error.message) : error;
}

/** The `driver` given to TypeORM for a real server. */
export const serverDriver = { Pool: BoundedPool, defaults: pg.defaults, types: pg.types };
