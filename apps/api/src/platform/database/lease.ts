import type { DataSource } from 'typeorm';
import type { DriverStatement, SqlConnection } from './sql-connection.js';

export interface Lease {
  readonly connection: SqlConnection;
  /** The driver's own object, for TypeORM. */
  readonly client: SqlConnection;
  readonly release: () => void;
}

/**
 * A connection of the data source's pool, without the query runner TypeORM would make around it: most work needs none, and
 * making one costs more than some statements.
 */
export async function lease({ driver }: DataSource): Promise<Lease> {
  if (!isPooled(driver)) throw new Error('the data source has no pool of PostgreSQL connections');
  const [client, release] = await driver.obtainMasterConnection();
  return { client, connection: streamOf(client) ? gathering(client) : client, release };
}

interface Pooled {
  obtainMasterConnection(): Promise<[SqlConnection, () => void]>;
}
interface Corked {
  cork(): void;
  uncork(): void;
}

/** What is asked in one turn leaves in one piece: a call of the operating system costs as much as a small statement. */
function gathering(client: SqlConnection): SqlConnection {
  const stream = streamOf(client);
  let isGathering = false;
  return {
    query<Row>(statement: DriverStatement) {
      if (stream && !isGathering) {
        isGathering = true;
        stream.cork();
        process.nextTick(() => {
          isGathering = false;
          stream.uncork();
        });
      }
      return client.query<Row>(statement);
    },
  };
}

/** The socket of a connection to a server; the embedded database has none. */
function streamOf(client: object): Corked | undefined {
  const connection: unknown = 'connection' in client ? client.connection : undefined;
  const stream = typeof connection === 'object' && connection !== null && 'stream' in connection ? connection.stream : undefined;
  return isCorked(stream) ? stream : undefined;
}

function isCorked(stream: unknown): stream is Corked {
  return typeof stream === 'object' && stream !== null && 'cork' in stream && 'uncork' in stream;
}

function isPooled(driver: object): driver is Pooled {
  return 'obtainMasterConnection' in driver;
}
