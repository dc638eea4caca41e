import { Readable } from 'node:stream';
import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint, Permission } from '@wangge/contracts';
import { hasPermission, type Viewer } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ENDPOINT } from './endpoint.decorator.js';
import { apiError } from './errors.js';
import type { ApiRequest, ParsedInput } from './request.js';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<ApiRequest>();

/** Asks for the contract's permission, then checks every part of the request. A handler without a contract is refused. */
@Injectable()
export class EndpointGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint) throw apiError('permission.denied');
    const request = requestOf(context);
    // What a reply tells is one person's to know: no proxy and no disk keeps it, unless the handler says otherwise.
    void context.switchToHttp().getResponse<FastifyReply>().header('cache-control', 'no-store');
    this.checkAccess(endpoint, request.viewer);
    request.input = parseInput(endpoint, request);
    return true;
  }

  private checkAccess({ access }: Endpoint, viewer: Viewer | undefined): void {
    if (access === 'public') return;
    if (!viewer) throw apiError('session.missing');
    if (access !== 'signed-in' && !hasPermission(viewer, access satisfies Permission)) throw apiError('permission.denied');
  }
}

function parseInput(endpoint: Endpoint, request: ApiRequest): ParsedInput {
  const hasBytes = endpoint.form === 'bytes' && endpoint.method !== 'GET';
  const given = {
    params: request.params ?? {},
    query: request.query ?? {},
    body: hasBytes ? {} : (request.body ?? {}),
  };
  if (!hasBytes && request.body instanceof Readable) throw apiError('request.unsupported-type');
  const issues: { path: string; rule: string }[] = [];
  const read = (part: keyof typeof given, schema: z.ZodType): unknown => {
    const parsed = schema.safeParse(given[part]);
    if (parsed.success) return parsed.data;
    issues.push(...parsed.error.issues.flatMap((issue) => describe(part, issue)));
    return undefined;
  };
  const input = {
    params: read('params', endpoint.params),
    query: read('query', endpoint.query),
    body: hasBytes ? request.body : read('body', endpoint.body),
  };
  if (issues.length === 0) return input;
  // A key that cannot be one names nothing: the same answer as for a key that names nothing.
  if (issues.every(({ path }) => path.startsWith('params.'))) throw apiError('not-found');
  throw apiError('request.invalid', { fields: issues.slice(0, 20) });
}

function describe(part: string, issue: z.core.$ZodIssue): { path: string; rule: string }[] {
  const path = [part, ...issue.path.map(String)].join('.').slice(0, 200);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: `${path}.${key}`.slice(0, 200), rule: 'unknown' }));
  return [{ path, rule: issue.code === 'custom' ? issue.message : issue.code }];
}

/** The viewer of a request that needs a session. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = requestOf(context);
  if (!viewer) throw apiError('session.missing');
  return viewer;
});

/** The checked parts of the request: `InputOf<typeof someApi.someEndpoint>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).input);
