import { Controller, Get, Header, HttpException, SetMetadata } from '@nestjs/common';
import { endpoint } from '@wangge/contracts';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { findMissing } from '../database/readiness.js';
import { ENDPOINT } from '../http/endpoint.decorator.js';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** For whoever watches the server: no session, no data. */
const Watched = SetMetadata(
  ENDPOINT,
  endpoint({ method: 'GET', path: '/health', access: 'public', summary: 'Health.', reply: z.unknown() }),
);

@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('api/health/live')
  @Watched
  live() {
    return { status: 'ok' };
  }

  /** Names what is missing: roles, extension, migrations. */
  @Get('api/health/ready')
  @Watched
  async ready() {
    const missing = await findMissing(this.database);
    if (missing.length > 0) throw new HttpException({ status: 'not-ready', missing }, 503);
    return { status: 'ready' };
  }

  @Get('metrics')
  @Watched
  @Header('content-type', registry.contentType)
  metrics() {
    return registry.metrics();
  }
}
