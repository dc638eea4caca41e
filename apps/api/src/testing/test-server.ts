import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Global, Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { SystemClock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/index.js';
import { EndpointGuard } from '../platform/http/endpoint.guard.js';
import { ProblemFilter } from '../platform/http/problem.filter.js';
import { ReplyInterceptor } from '../platform/http/reply.interceptor.js';
import { OutboxReader } from '../platform/outbox/outbox-reader.js';
import { Erasures } from '../platform/retention/index.js';
import { Secrets } from '../platform/secrets/secrets.js';
import { TimerSweeper } from '../platform/timers/timer-sweeper.js';
import type { TestDatabase } from './test-database.js';
import { SessionGuard } from '../features/accounts/index.js';

/** A clock that stands still until it is moved. */
export class TestClock extends SystemClock {
  private time = Date.parse('2026-06-12T09:00:00+08:00');

  override now(): Date {
    return new Date(this.time);
  }

  forward(milliseconds: number): void {
    this.time += milliseconds;
  }
}

export interface TestServer {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  readonly secrets: Secrets;
  /** A folder that goes with it. */
  readonly dataDir: string;
  readonly close: () => Promise<void>;
}

/** The given modules and controllers behind the guards of the real server. */
export async function startTestServer(
  { database }: TestDatabase,
  modules: readonly Type[],
  controllers: readonly Type[] = [],
): Promise<TestServer> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'wangge-test-'));
  const clock = new TestClock();
  const secrets = new Secrets({ jwt: randomBytes(32), hash: randomBytes(32), fields: randomBytes(32) });
  const given: Provider[] = [
    { provide: Database, useValue: database },
    { provide: SystemClock, useValue: clock },
    { provide: Config, useValue: new Config({ DATA_DIR: dataDir }) },
    { provide: Erasures, useValue: new Erasures() },
    // Its rounds are not begun: what is due waits.
    { provide: TimerSweeper, useValue: new TimerSweeper(database, clock) },
    OutboxReader,
  ];

  @Global()
  @Module({ providers: given, exports: given.map((each) => (typeof each === 'function' ? each : each.provide)) })
  class Platform {}

  @Module({
    imports: [Platform, ...modules],
    controllers: [...controllers],
    providers: [
      { provide: APP_GUARD, useExisting: SessionGuard },
      { provide: APP_GUARD, useClass: EndpointGuard },
      { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
      { provide: APP_FILTER, useClass: ProblemFilter },
    ],
  })
  class Server {}

  const testing = await Test.createTestingModule({ imports: [Server] })
    .overrideProvider(Secrets)
    .useValue(secrets)
    .compile();
  const adapter = new FastifyAdapter({ trustProxy: true });
  adapter.getInstance().addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  const app = testing.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
  app.setGlobalPrefix('api/v1');
  await app.init();
  const close = async () => {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { app, clock, secrets, dataDir, close };
}
