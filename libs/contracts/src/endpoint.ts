import { z } from 'zod';
import type { ErrorCode } from './errors.js';
import type { Permission } from './permissions.js';

export const HttpMethod = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
export type HttpMethod = z.infer<typeof HttpMethod>;

/** Who may call: a permission, any signed-in account, or everybody. */
export type Access = Permission | 'signed-in' | 'public';

/**
 * One HTTP endpoint. Route, permission, validation, OpenAPI and the typed client all read it,
 * so that none of them can disagree. Paths are written below `/api/v1`, parameters as `:name`.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: HttpMethod;
  readonly path: `/${string}`;
  readonly access: Access;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  /** The status of success; 200 unless said otherwise. */
  readonly success?: 200 | 201 | 204;
  readonly errors: readonly ErrorCode[];
  /**
   * `bytes`, `file` and `stream` bypass JSON: the controller writes the reply itself. `bytes` also takes its body as it
   * comes, `file` answers a question in JSON with a file.
   */
  readonly form?: 'json' | 'bytes' | 'file' | 'stream';
}

export const None = z.strictObject({});
export type None = z.infer<typeof None>;

type Parts = Omit<Endpoint, 'params' | 'query' | 'body' | 'errors'> & Partial<Pick<Endpoint, 'params' | 'query' | 'body' | 'errors'>>;
type Part<P extends Parts, K extends 'params' | 'query' | 'body'> = P[K] extends z.ZodType ? P[K] : typeof None;

/** Fills in the parts an endpoint does not use: a part left out must be empty in a request. */
export function endpoint<const P extends Parts>(
  parts: P,
): Endpoint<Part<P, 'params'>, Part<P, 'query'>, Part<P, 'body'>, P['reply']> {
  return { params: None, query: None, body: None, errors: [], ...parts } as unknown as Endpoint<
    Part<P, 'params'>,
    Part<P, 'query'>,
    Part<P, 'body'>,
    P['reply']
  >;
}

/** What a controller receives. */
export type InputOf<E extends Endpoint> = {
  readonly params: z.output<E['params']>;
  readonly query: z.output<E['query']>;
  readonly body: z.output<E['body']>;
};
export type ReplyOf<E extends Endpoint> = z.output<E['reply']>;
