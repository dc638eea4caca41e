import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { v7 as uuid } from 'uuid';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiError } from './errors.js';
import { toProblem } from './problem.filter.js';

/** Requests that fail before any of the server's own code sees them: they too are answered with problem details. */
export const UNREAD_REQUESTS = {
  /** An address that cannot be decoded. */
  frameworkErrors(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(apiError('request.invalid'), request.id);
    void reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  },
  /** Heads that are too large or not HTTP at all: there is only the connection to answer on. */
  clientErrorHandler(error: NodeJS.ErrnoException, socket: Socket): void {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = toProblem(apiError(error.code === 'HPE_HEADER_OVERFLOW' ? 'request.too-large' : 'request.invalid'), uuid());
    const body = JSON.stringify(problem);
    const head = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'content-type: application/problem+json',
      'cache-control: no-store',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  },
};
