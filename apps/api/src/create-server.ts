import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import * as contracts from '@wangge/contracts';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { UNREAD_REQUESTS } from './platform/http/unread-requests.js';
import { openApiDocument } from './platform/openapi/openapi-document.js';
import { serveScreens } from './platform/screens/serve-screens.js';

const BODY_LIMIT = 256 * 1024;
const UPLOAD_LIMIT = 26 * 1024 * 1024;

/** The server with everything on it, not yet listening. */
export async function createServer(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy,
    forceCloseConnections: true,
    ...UNREAD_REQUESTS,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), adapter, {
    logger: config.logLevel === 'silent' ? false : levelsFrom(config.logLevel),
    abortOnError: false,
    // JSON is read by the framework itself; a form, which any page can send anywhere, is not read at all.
    bodyParser: false,
  });
  const server = adapter.getInstance();
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/octet-stream', { bodyLimit: UPLOAD_LIMIT }, (_request, payload, done) =>
    done(null, payload),
  );
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/v1') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    strictTransportSecurity: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['api/health/live', 'api/health/ready', 'metrics'] });
  await serveScreens(server);
  documentApi(app);
  app.enableShutdownHooks();
  return app;
}

/** Everything comes from this server. Inline styles belong to the component libraries; inline scripts run nowhere. */
const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

function documentApi(app: NestFastifyApplication): void {
  const {
    sessionApi,
    accountsApi,
    gridsApi,
    gridChangesApi,
    departmentsApi,
    standardsApi,
    tasksApi,
    eventsApi,
    exchangeApi,
    filesApi,
    registersApi,
    ownRegistersApi,
    indicatorsApi,
    streamApi,
    publicReportsApi,
  } = contracts;
  const document = openApiDocument({
    session: sessionApi,
    accounts: accountsApi,
    grids: gridsApi,
    gridChanges: gridChangesApi,
    departments: departmentsApi,
    standards: standardsApi,
    tasks: tasksApi,
    events: eventsApi,
    exchange: exchangeApi,
    files: filesApi,
    registers: registersApi,
    ownRegisters: ownRegistersApi,
    indicators: indicatorsApi,
    stream: streamApi,
    public: publicReportsApi,
  });
  SwaggerModule.setup('api/docs', app, () => document as never, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Wangge API',
  });
}

function levelsFrom(level: 'error' | 'warn' | 'info' | 'debug') {
  const levels = ['fatal', 'error', 'warn', 'log', 'debug'] as const;
  const last = { error: 2, warn: 3, info: 4, debug: 5 }[level];
  return levels.slice(0, last);
}
