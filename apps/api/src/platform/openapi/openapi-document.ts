import type { Endpoint, ErrorCode } from '@wangge/contracts';
import { ERROR_STATUS, Problem } from '@wangge/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** OpenAPI 3.1 from the contracts themselves: what is documented is what is checked. */
export function openApiDocument(groups: Readonly<Record<string, Readonly<Record<string, Endpoint>>>>): Json {
  const paths: Record<string, Json> = {};
  for (const [tag, endpoints] of Object.entries(groups)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = `/api/v1${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(tag, name, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Wangge 网格', version: '1', description: 'Grid-based community governance. Instants carry their offset; lists page by cursor.' },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
    paths,
  };
}

function operation(tag: string, name: string, endpoint: Endpoint): Json {
  const hasBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
  return {
    tags: [tag],
    operationId: `${tag}.${name}`,
    summary: endpoint.summary,
    security: endpoint.access === 'public' ? [] : [{ bearer: [] }],
    parameters: [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)],
    ...(hasBody ? { requestBody: { content: bodyOf(endpoint) } } : {}),
    responses: { ...success(endpoint), ...failures(endpoint) },
  };
}

function bodyOf(endpoint: Endpoint): Json {
  return endpoint.form === 'bytes'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(endpoint.body, 'input') } };
}

function parameters(place: 'path' | 'query', schema: z.ZodType): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: described,
  }));
}

function success(endpoint: Endpoint): Json {
  const status = String(endpoint.success ?? 200);
  if (status === '204') return { [status]: { description: 'Done.' } };
  const type = endpoint.form === 'file' ? 'application/octet-stream' : endpoint.form === 'stream' ? 'text/event-stream' : endpoint.form === 'bytes' && endpoint.method === 'GET' ? 'image/jpeg' : 'application/json';
  return { [status]: { description: 'Success.', content: { [type]: { schema: schemaOf(endpoint.reply, 'output') } } } };
}

function failures(endpoint: Endpoint): Json {
  const codes: ErrorCode[] = ['request.invalid', 'server.busy', ...endpoint.errors];
  if (endpoint.access !== 'public') codes.push('session.missing', 'session.expired', 'session.invalid', 'permission.denied');
  if (endpoint.path.includes(':')) codes.push('not-found');
  return Object.fromEntries(
    [...byStatus(codes)].map(([status, found]) => [
      String(status),
      {
        description: found.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function byStatus(codes: readonly ErrorCode[]): Map<number, ErrorCode[]> {
  const found = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes)) found.set(ERROR_STATUS[code], [...(found.get(ERROR_STATUS[code]) ?? []), code]);
  return found;
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _version, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}
