import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountsModule, SessionGuard } from './features/accounts/index.js';
import { CollectionsModule } from './features/collections/index.js';
import { DepartmentsModule } from './features/departments/index.js';
import { DemoModule } from './features/demo/index.js';
import { EventsModule } from './features/events/index.js';
import { ExchangeModule } from './features/exchange/index.js';
import { GridModule } from './features/grid/index.js';
import { IndicatorsModule } from './features/indicators/index.js';
import { PictureModule } from './features/picture/index.js';
import { PublicReportsModule } from './features/public-reports/index.js';
import { RegistersModule } from './features/registers/index.js';
import { RetentionModule } from './features/retention/index.js';
import { StandardsModule } from './features/standards/index.js';
import { TasksModule } from './features/tasks/index.js';
import { TrailModule } from './features/trail/index.js';
import { AuditModule } from './platform/audit/index.js';
import { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/index.js';
import { HealthController } from './platform/health/health.controller.js';
import { EndpointGuard } from './platform/http/endpoint.guard.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { ReplyInterceptor } from './platform/http/reply.interceptor.js';
import { FilesModule } from './platform/files/index.js';
import { NumbersModule } from './platform/numbers/numbers.module.js';
import { ErasuresModule } from './platform/retention/index.js';
import { OutboxModule } from './platform/outbox/outbox.module.js';
import { SecretsModule } from './platform/secrets/secrets.module.js';
import { TimersModule } from './platform/timers/timers.module.js';

const FEATURES = [
  GridModule,
  AccountsModule,
  DepartmentsModule,
  StandardsModule,
  RegistersModule,
  TasksModule,
  CollectionsModule,
  EventsModule,
  PictureModule,
  IndicatorsModule,
  PublicReportsModule,
  DemoModule,
  ExchangeModule,
  TrailModule,
  RetentionModule,
];

/** The one server: the platform below, the features in their order above it. */
@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        SecretsModule,
        FilesModule,
        DatabaseModule.forRootAsync({ inject: [Config], useFactory: (settings: Config) => settings }),
        TimersModule,
        OutboxModule,
        AuditModule,
        ErasuresModule,
        NumbersModule,
        ...FEATURES,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_GUARD, useExisting: SessionGuard },
        { provide: APP_GUARD, useClass: EndpointGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...(config.checkReplies ? [{ provide: APP_INTERCEPTOR, useClass: ReplyInterceptor }] : []),
      ],
    };
  }
}
