import type { Viewer } from '@wangge/domain';
import type { FastifyRequest } from 'fastify';

export interface ParsedInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** A request on its way: the session guard adds the viewer, the endpoint guard the checked input. */
export type ApiRequest = FastifyRequest & { viewer?: Viewer; input?: ParsedInput };
