import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Cluster, createDatabase, dropDatabase, runFolder, sharedCluster } from '@wangge/testing';
import pg from 'pg';
import type { DatabaseConfig } from '../platform/database/config.js';
import { createDataSources, createEmbedded, type DataSourceSettings, type DataSources } from '../platform/database/data-source.js';
import { Database } from '../platform/database/database.js';
import { EmbeddedDatabase } from '../platform/database/embedded/embedded-database.js';
import type { SqlConnection } from '../platform/database/sql-connection.js';
import { embeddedTemplate, serverTemplate } from './template.js';

export type DatabaseKind = 'embedded' | 'server';

/** Plain statements past the door, for arranging and looking. */
export type SqlDoor = { readonly query: <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]> };

/** A migrated database of one test's own. */
export type TestDatabase = {
  readonly kind: DatabaseKind;
  readonly database: Database;
  /** To be given to a server under test in place of its own (`overrideProvider(DATA_SOURCES)`). */
  readonly sources: DataSources;
  /** To start a server of its own on: at once on a real server, after `close` on the embedded one. */
  readonly config: DatabaseConfig;
  /** Owns the tables; bound by policies where they are forced. */
  readonly owner: SqlDoor;
  /** Bound by nothing. */
  readonly superuser: SqlDoor;
  readonly close: () => Promise<void>;
};

export function createTestDatabase(kind: DatabaseKind, settings: DataSourceSettings = {}): Promise<TestDatabase> {
  return kind === 'embedded' ? createEmbeddedTestDatabase(settings) : createServerTestDatabase(settings);
}

async function createEmbeddedTestDatabase(settings: DataSourceSettings): Promise<TestDatabase> {
  const loadFrom = await embeddedTemplate();
  const dataDir = mkdtempSync(path.join(runFolder(), 'wangge-embedded-'));
  const database = await EmbeddedDatabase.open(path.join(dataDir, 'db'), { loadFrom });
  const sources = await createEmbedded(database, settings);
  return {
    ...common('embedded', sources, { dataDir }),
    superuser: { query: (text, values = []) => database.hold('superuser', (client) => rowsOf(client, text, values)) },
    close: async () => {
      await sources.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function createServerTestDatabase(settings: DataSourceSettings): Promise<TestDatabase> {
  const cluster = await requireCluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const urls = await createDatabase(cluster, name, await serverTemplate(cluster));
  const config = { databaseUrl: urls.databaseUrl, databaseOwnerUrl: urls.databaseOwnerUrl, dataDir: '' };
  const sources = await createDataSources(config, settings);
  const pool = new pg.Pool({ connectionString: urls.superuserUrl, max: 2 });
  // Dropping the database ends connections that are still saying goodbye.
  pool.on('error', () => undefined);
  return {
    ...common('server', sources, config),
    superuser: { query: (text, values = []) => rowsOf(pool, text, values) },
    close: async () => {
      await pool.end();
      await sources.close();
      await dropDatabase(cluster, name);
    },
  };
}

async function requireCluster(): Promise<Cluster> {
  const cluster = await sharedCluster();
  if (!cluster) throw new Error('PostgreSQL with PostGIS is not installed here');
  return cluster;
}

function common(kind: DatabaseKind, sources: DataSources, config: DatabaseConfig) {
  return { kind, sources, config, database: new Database(sources.api), owner: { query: ownerQuery(sources) } };
}

function ownerQuery(sources: DataSources): SqlDoor['query'] {
  return async (text, values = []) => {
    const runner = (await sources.owner()).createQueryRunner();
    try {
      const connection: SqlConnection = await runner.connect();
      return await rowsOf(connection, text, values);
    } finally {
      await runner.release();
    }
  };
}

async function rowsOf<Row>(connection: SqlConnection, text: string, values: readonly unknown[]): Promise<Row[]> {
  // Without values as a simple message, which may hold several statements.
  const { rows } = await connection.query<Row>(values.length > 0 ? { text, values: [...values] } : text);
  return rows;
}
