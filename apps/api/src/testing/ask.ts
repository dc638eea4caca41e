import { type Me, type Screen, SessionView } from '@wangge/contracts';
import { z } from 'zod';
import type { TestServer } from './test-server.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
export interface Sent {
  readonly body?: object;
  readonly token?: string;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly code: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly [attribute: string]: unknown }[];
}

const Coded = z.object({ code: z.string() });

/** Asks the server as a client would, without a network. */
export async function ask({ app }: TestServer, method: Method, path: string, sent: Sent = {}): Promise<Answer> {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...sent.headers, ...(sent.token ? { authorization: `Bearer ${sent.token}` } : {}) },
    cookies: { ...sent.cookies },
    ...(sent.body ? { payload: sent.body } : {}),
  });
  const body: unknown = response.body === '' ? undefined : JSON.parse(response.body);
  const { headers, cookies, statusCode } = response;
  return { status: statusCode, body, code: Coded.safeParse(body).data?.code, headers, cookies };
}

export interface SignedIn {
  readonly token: string;
  readonly me: Me;
  readonly refresh: string;
  readonly view: string;
}

/** Signs in and takes what a browser would keep. */
export async function signIn(
  server: TestServer,
  username: string,
  password: string,
  screen: Screen = 'console',
): Promise<SignedIn> {
  const answer = await ask(server, 'POST', '/session', { body: { username, password, screen } });
  if (answer.status !== 201) throw new Error(`signing in failed: ${answer.status} ${answer.code ?? ''}`);
  const { accessToken, me } = SessionView.parse(answer.body);
  return {
    token: accessToken,
    me,
    refresh: cookieOf(answer, `wangge_refresh_${screen}`),
    view: cookieOf(answer, `wangge_view_${screen}`),
  };
}

export function cookieOf(answer: Answer, name: string): string {
  const cookie = answer.cookies.find((each) => each.name === name);
  if (!cookie) throw new Error(`no cookie ${name}`);
  return cookie.value;
}
