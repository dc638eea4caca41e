import path from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import type { DatabaseConfig } from './config.js';
import { EmbeddedDatabase } from './embedded/embedded-database.js';
import { serverDriver } from './server-driver.js';

export const MIGRATIONS_TABLE = 'schema_migration';

export type DataSourceSettings = {
  /** The entities of the features: they describe tables to the query builder, and change none. */
  readonly entities?: readonly (new () => object)[];
  /** A dump of the embedded database to begin with. */
  readonly loadFrom?: string;
};

export type DataSources = {
  /** The server's own login, which sees nothing without a lens. */
  readonly api: DataSource;
  /** Whether the owner's login is known; without it somebody else migrates. */
  readonly canMigrate: boolean;
  /** The owner of the tables, for migrations; connected when it is asked for. */
  readonly owner: () => Promise<DataSource>;
  readonly close: () => Promise<void>;
};

export async function createDataSources(config: DatabaseConfig, settings: DataSourceSettings = {}): Promise<DataSources> {
  return config.databaseUrl === undefined
    ? createEmbedded(await openEmbedded(config, settings), settings)
    : createServer(config.databaseUrl, config.databaseOwnerUrl, settings);
}

function openEmbedded({ dataDir }: DatabaseConfig, { loadFrom }: DataSourceSettings): Promise<EmbeddedDatabase> {
  return EmbeddedDatabase.open(path.join(dataDir, 'db'), loadFrom === undefined ? {} : { loadFrom });
}

/** The data sources over an embedded database that is already open. */
export async function createEmbedded(database: EmbeddedDatabase, settings: DataSourceSettings): Promise<DataSources> {
  return connect(
    { ...common(settings), driver: database.driver('api') },
    { ...common(settings), driver: database.driver('owner') },
    () => database.close(),
  );
}

/** Statements are sent without waiting for the answer to the one before. */
const PIPELINED = { pipeline: true };

async function createServer(url: string, ownerUrl: string | undefined, settings: DataSourceSettings): Promise<DataSources> {
  const options = { ...common(settings), driver: serverDriver, applicationName: 'wangge', connectTimeoutMS: 5_000, extra: PIPELINED };
  const owner = ownerUrl === undefined ? undefined : { ...options, url: ownerUrl, poolSize: 2 };
  return connect({ ...options, url, poolSize: 16 }, owner, async () => undefined);
}

function common({ entities = [] }: DataSourceSettings) {
  return {
    type: 'postgres' as const,
    // Both stop TypeORM from creating extensions, which only a superuser may.
    uuidExtension: 'pgcrypto' as const,
    installExtensions: false,
    synchronize: false,
    logging: false,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: MIGRATIONS_TABLE,
  };
}

async function connect(
  apiOptions: DataSourceOptions,
  ownerOptions: DataSourceOptions | undefined,
  closeDatabase: () => Promise<void>,
): Promise<DataSources> {
  let owner: Promise<DataSource> | undefined;
  const connectOwner = () => {
    if (!ownerOptions) throw new Error('DATABASE_OWNER_URL is not set: without it the tables cannot be migrated');
    return new DataSource(ownerOptions).initialize();
  };
  const api = await new DataSource(apiOptions).initialize();
  let closed: Promise<void> | undefined;
  const closeAll = async () => {
    await (await owner)?.destroy();
    await api.destroy();
    await closeDatabase();
  };
  return {
    api,
    canMigrate: ownerOptions !== undefined,
    owner: async () => {
      owner ??= connectOwner();
      return owner;
    },
    close: () => {
      closed ??= closeAll();
      return closed;
    },
  };
}
