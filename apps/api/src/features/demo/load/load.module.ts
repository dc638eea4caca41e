import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '../../../platform/audit/index.js';
import { Config } from '../../../platform/config/config.js';
import { ConfigModule } from '../../../platform/config/config.module.js';
import { DatabaseModule } from '../../../platform/database/index.js';
import { FilesModule } from '../../../platform/files/index.js';
import { NumbersModule } from '../../../platform/numbers/numbers.module.js';
import { OutboxModule } from '../../../platform/outbox/outbox.module.js';
import { ErasuresModule } from '../../../platform/retention/index.js';
import { SecretsModule } from '../../../platform/secrets/secrets.module.js';
import { TimersModule } from '../../../platform/timers/timers.module.js';
import { DemoModule } from '../demo.module.js';

/** What filling a database needs of the server: everything but its face and its clockwork. */
@Module({})
export class LoadModule {
  static of(config: Config): DynamicModule {
    const database = DatabaseModule.forRootAsync({ inject: [Config], useFactory: (settings: Config) => settings });
    const platform = [ConfigModule.of(config), SecretsModule, FilesModule, database, TimersModule, OutboxModule, AuditModule, ErasuresModule, NumbersModule];
    return { module: LoadModule, imports: [...platform, DemoModule] };
  }
}
