import { type DynamicModule, type FactoryProvider, Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { DatabaseConfig } from './config.js';
import { createDataSources, type DataSources, type DataSourceSettings } from './data-source.js';
import { Database } from './database.js';
import { DatabaseNotReadyError } from './errors.js';
import { migrate } from './migrate.js';
import { findMissing } from './readiness.js';
import { assertRolesBind } from './roles-bind.js';

export const DATA_SOURCES = Symbol('DataSources');

export type DatabaseModuleOptions = {
  readonly imports?: NonNullable<DynamicModule['imports']>;
  readonly inject: NonNullable<FactoryProvider['inject']>;
  readonly useFactory: (...dependencies: never[]) => DatabaseConfig | Promise<DatabaseConfig>;
} & DataSourceSettings;

/** Opens the database, migrates it where the owner's login is known, and lets no server start that could read too much. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  static forRootAsync({ imports = [], inject, useFactory, ...settings }: DatabaseModuleOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports,
      providers: [
        { provide: DATABASE_CONFIG, inject, useFactory },
        { provide: DATA_SOURCES, inject: [DATABASE_CONFIG], useFactory: (config: DatabaseConfig) => start(config, settings) },
        { provide: Database, inject: [DATA_SOURCES], useFactory: ({ api }: DataSources) => new Database(api) },
      ],
      exports: [Database, DATA_SOURCES],
    };
  }

  constructor(@Inject(DATA_SOURCES) private readonly sources: DataSources) {}

  async onApplicationShutdown(): Promise<void> {
    await this.sources.close();
  }
}

const DATABASE_CONFIG = Symbol('DatabaseConfig');

async function start(config: DatabaseConfig, settings: DataSourceSettings): Promise<DataSources> {
  const logger = new Logger('database');
  const sources = await createDataSources(config, settings);
  try {
    if (sources.canMigrate) await migrate(await sources.owner(), (line) => logger.log(line));
    const missing = await findMissing(new Database(sources.api));
    if (missing.length > 0) throw new DatabaseNotReadyError(missing);
    await assertRolesBind(sources.api);
    return sources;
  } catch (error) {
    await sources.close();
    throw error;
  }
}
