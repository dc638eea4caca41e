import { type Endpoint, type Me, Problem, type ReplyOf, type Screen, sessionApi, type SessionView } from '@wangge/contracts';
import type { z } from 'zod';
import { ApiError, OfflineError } from './api-error.js';

/** What a caller gives: the contract's input side, parts that may be empty left out. */
export type CallInput<E extends Endpoint> = Part<'params', E['params']> & Part<'query', E['query']> & Part<'body', E['body']>;
type Part<K extends string, S extends z.ZodType> = Record<string, never> extends z.input<S>
  ? { readonly [P in K]?: QueryLoose<K, z.input<S>> }
  : { readonly [P in K]: QueryLoose<K, z.input<S>> };
/** Query values are texts on the wire; numbers and lists may be given as they are. */
type QueryLoose<K extends string, T> = K extends 'query' ? { [P in keyof T]: T[P] | number | readonly string[] } : T;

export interface ClientOptions {
  /** Origin of the server; empty for the page's own. */
  readonly origin?: string;
  readonly screen: Screen;
  /** Milliseconds after which a request without an answer counts as no network. */
  readonly patience?: number;
  readonly onSessionEnded?: () => void;
}

const PREFIX = '/api/v1';

/** The typed client of the screens and the tests: one method for every endpoint of the contracts. */
export class ApiClient {
  private token: string | undefined;
  private refreshing: Promise<SessionView> | undefined;
  private readonly underWay = new Set<AbortController>();

  constructor(private readonly options: ClientOptions) {}

  get accessToken(): string | undefined {
    return this.token;
  }

  async signIn(username: string, password: string): Promise<Me> {
    const session = await this.call(sessionApi.signIn, { body: { username, password, screen: this.options.screen } });
    this.token = session.accessToken;
    return session.me;
  }

  async signOut(): Promise<void> {
    await this.call(sessionApi.signOut, {});
    this.token = undefined;
  }

  /** Takes up the session that this screen's cookie holds, if there is one. */
  async resume(): Promise<Me | undefined> {
    try {
      return (await this.refresh()).me;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return undefined;
      throw error;
    }
  }

  /** Whatever is still without an answer counts as no network at once: a device knows before the patience ends. */
  abandon(): void {
    for (const request of this.underWay) request.abort();
    this.underWay.clear();
  }

  /** Sends one request. Rejects with `ApiError` on any answer but success, `OfflineError` without an answer. */
  async call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ReplyOf<E>> {
    const parts = input as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
    const url = this.url(endpoint, parts.params, parts.query);
    const body = parts.body === undefined ? undefined : JSON.stringify(parts.body);
    const response = await this.send(endpoint, url, body, body === undefined ? undefined : 'application/json');
    return (response.status === 204 ? null : await response.json()) as ReplyOf<E>;
  }

  /** Asks an endpoint of form `file`: the file itself, and nothing of it in any cache. */
  async download<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Blob> {
    const parts = input as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };
    const url = this.url(endpoint, parts.params, parts.query);
    const response = await this.send(endpoint, url, JSON.stringify(parts.body ?? {}), 'application/json');
    return response.blob();
  }

  /** Sends the bytes of a file to an endpoint of form `bytes`. */
  async upload<E extends Endpoint>(
    endpoint: E,
    input: { params: Record<string, string>; query?: Record<string, unknown>; headers?: Record<string, string> },
    content: Blob | Uint8Array<ArrayBuffer>,
  ): Promise<ReplyOf<E>> {
    const url = this.url(endpoint, input.params, input.query);
    const response = await this.send(endpoint, url, content, 'application/octet-stream', input.headers);
    return (await response.json()) as ReplyOf<E>;
  }

  /** Address of a GET that the browser itself makes (image, stream): the screen's cookie opens it. */
  href(endpoint: Endpoint, params: Record<string, string> = {}, query: Record<string, unknown> = {}): string {
    return this.url(endpoint, params, { ...query, screen: this.options.screen });
  }

  private url(endpoint: Endpoint, params: Record<string, string> = {}, query: Record<string, unknown> = {}): string {
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
    const search = new URLSearchParams(pairs.map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : String(value)]));
    return `${this.options.origin ?? ''}${PREFIX}${path}${pairs.length ? `?${search}` : ''}`;
  }

  private async send(
    endpoint: Endpoint,
    url: string,
    body: BodyInit | undefined,
    type: string | undefined,
    headers: Record<string, string> = {},
    again = true,
  ): Promise<Response> {
    const response = await this.fetch(url, endpoint.method, body, { ...(type ? { 'content-type': type } : {}), ...headers });
    if (response.ok) return response;
    const problem = await readProblem(response);
    if (again && problem.code === 'session.expired' && endpoint.access !== 'public') {
      await this.refresh();
      return this.send(endpoint, url, body, type, headers, false);
    }
    if (problem.status === 401 && endpoint.access !== 'public') this.end();
    throw new ApiError(problem);
  }

  private async fetch(url: string, method: string, body: BodyInit | undefined, headers: Record<string, string>): Promise<Response> {
    try {
      return await fetch(url, {
        method,
        credentials: 'same-origin',
        headers: { ...headers, ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) },
        signal: this.begin(),
        ...(body === undefined ? {} : { body }),
      });
    } catch (cause) {
      throw new OfflineError(cause);
    }
  }

  /** The signal of one request, which ends with the patience or when all are abandoned. */
  private begin(): AbortSignal {
    const request = new AbortController();
    this.underWay.add(request);
    AbortSignal.timeout(this.options.patience ?? 60_000).addEventListener('abort', () => {
      this.underWay.delete(request);
      request.abort();
    });
    return request.signal;
  }

  /** Many requests may find the token expired at once: they share one refresh. */
  private refresh(): Promise<SessionView> {
    this.refreshing ??= this.call(sessionApi.refresh, { body: { screen: this.options.screen } })
      .then((session) => {
        this.token = session.accessToken;
        return session;
      })
      .catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 401) this.end();
        throw error;
      })
      .finally(() => {
        this.refreshing = undefined;
      });
    return this.refreshing;
  }

  private end(): void {
    const had = this.token !== undefined;
    this.token = undefined;
    if (had) this.options.onSessionEnded?.();
  }
}

async function readProblem(response: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const code = response.status === 503 ? 'server.busy' : response.status === 413 ? 'request.too-large' : 'server.failed';
  return { type: 'about:blank', title: code, status: response.status, code };
}
