import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { Problem } from '@wangge/contracts';
import { commonTexts, errorKey, texts } from '@wangge/texts';
import { z } from 'zod';
import type { RunningServer } from './running-server.js';

export interface Ask {
  readonly method?: string;
  /** As it goes over the wire: nothing is tidied up or escaped. */
  readonly path: string;
  readonly token?: string | undefined;
  /** Sent as JSON unless it is a text or bytes. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends the body without saying how long it is. */
  readonly isChunked?: boolean;
}
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** `422 class.unknown`, or the status alone where nothing was refused. */
  readonly said: string;
}

/** Sends what no client would send, and holds every refusal to what clients are promised. */
export class Wire {
  /** Every answer of a status of 500 and more, and what had been asked. */
  readonly failures: string[] = [];
  /** What came back, in order, beside what had been asked. */
  readonly answers: (Answer & { readonly asked: string })[] = [];

  constructor(private readonly server: RunningServer) {}

  async send(ask: Ask): Promise<Answer> {
    const raw = await exchange(this.server.origin, ask);
    const asked = `${ask.method ?? 'GET'} ${ask.path.slice(0, 120)}`;
    if (raw.status >= 500) this.failures.push(`${raw.status} ${asked}`);
    const answer = { ...raw, said: raw.status < 400 ? String(raw.status) : `${raw.status} ${codeOf(raw)}` };
    this.answers.push({ ...answer, asked });
    return answer;
  }
}

/** A refusal is problem details with a code that has a sentence in both languages, and tells nothing of the inside. */
function codeOf({ status, headers, text }: Omit<Answer, 'said'>): string {
  if (!headers['content-type']?.startsWith('application/problem+json')) return `no problem: ${text.slice(0, 200)}`;
  const problem = Problem.parse(JSON.parse(text));
  if (problem.status !== status) return `another status inside: ${problem.status}`;
  if (/select |insert |\bat .*\.js|node_modules|QueryFailed/i.test(text)) return `tells of its inside: ${text.slice(0, 200)}`;
  const key = errorKey(problem.code);
  const sentences = [texts('zh', commonTexts)(key), texts('en', commonTexts)(key)];
  return key === 'error.unknown' || sentences.some((sentence) => sentence.length < 8)
    ? `no sentence for ${problem.code}`
    : problem.code;
}

function bytesOf(body: unknown): Buffer | undefined {
  if (body === undefined) return undefined;
  if (body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

async function exchange(
  origin: string,
  { method = 'GET', path: target, token, body, headers = {}, isChunked }: Ask,
): Promise<Omit<Answer, 'said'>> {
  const { hostname, port } = new URL(origin);
  const bytes = bytesOf(body);
  const sent: Record<string, string | number> = {
    ...(bytes && typeof body !== 'string'
      ? { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }
      : {}),
    ...(bytes && !isChunked ? { 'content-length': bytes.length } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    let answered = false;
    const request = http.request(
      { hostname, port, method, path: target, headers: sent, agent: false, signal: AbortSignal.timeout(60_000) },
      (reply) => {
        answered = true;
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', reject);
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text: Buffer.concat(parts).toString('utf8') }),
        );
      },
    );
    // A server that has refused a large body does not read the rest of it.
    request.on('error', (error) => !answered && reject(error));
    request.end(bytes);
  });
}

const Claims = z.record(z.string(), z.unknown());
export const claimsOf = (token: string) =>
  Claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));

/** A token as the server itself would sign it, or as somebody who has not its key would. */
export async function forge(
  server: RunningServer,
  claims: object,
  header: object = { alg: 'HS256', typ: 'JWT' },
  otherKey?: Buffer,
): Promise<string> {
  const secrets = z
    .object({ jwt: z.base64() })
    .parse(JSON.parse(await readFile(path.join(server.dataDir, 'secrets.json'), 'utf8')));
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', otherKey ?? Buffer.from(secrets.jwt, 'base64'))
    .update(content)
    .digest('base64url')}`;
}
