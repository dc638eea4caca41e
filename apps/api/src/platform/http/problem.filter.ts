import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ERROR_STATUS, type ErrorCode, type Problem } from '@wangge/contracts';
import { RuleError } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import { DatabaseBusyError } from '../database/errors.js';
import { ApiProblem } from './errors.js';
import type { ApiRequest } from './request.js';

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'request.invalid',
  401: 'session.invalid',
  403: 'permission.denied',
  404: 'not-found',
  413: 'request.too-large',
  415: 'request.unsupported-type',
  429: 'rate.limited',
  503: 'server.busy',
};

/** Turns whatever was thrown into problem details (RFC 9457): a stable code, no stack, no SQL, no value of the request. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ApiRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error, request.id);
    if (problem.status >= 500) this.logger.error(`${request.id} ${request.method} ${request.routeOptions?.url ?? ''}`, stackOf(error));
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const retryAfter = error instanceof ApiProblem ? error.details.retryAfter : problem.status === 503 ? 2 : undefined;
    if (retryAfter !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfter)));
    void reply.status(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(problem));
  }
}

export function toProblem(error: unknown, requestId: string): Problem {
  const code = codeOf(error);
  const fields = error instanceof ApiProblem ? error.details.fields : undefined;
  return {
    type: `urn:wangge:problem:${code}`,
    title: code,
    status: ERROR_STATUS[code],
    code,
    requestId,
    ...(fields ? { fields } : {}),
  };
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof ApiProblem || error instanceof RuleError) return error.code;
  if (error instanceof DatabaseBusyError) return 'server.busy';
  const status = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
  return (status !== undefined && BY_STATUS[status]) || (status !== undefined && status < 500 ? 'request.invalid' : 'server.failed');
}

/** Fastify's own errors (a body too large, broken JSON) carry their status. */
function statusCodeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** The stack without the message: messages of the database may quote values. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const name = error.name === 'QueryFailedError' ? 'QueryFailedError' : `${error.name}: ${error.message.slice(0, 200)}`;
  return `${name}${code}\n${(error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 8).join('\n')}`;
}
