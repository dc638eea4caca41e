import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Endpoint, Screen } from '@wangge/contracts';
import type { FastifyReply } from 'fastify';
import passport from 'passport';
import { ENDPOINT } from '../../../platform/http/endpoint.decorator.js';
import { apiError } from '../../../platform/http/errors.js';
import type { ApiRequest } from '../../../platform/http/request.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { type OpenSession, SessionCheck } from './session-check.js';
import { viewCookie } from './session-cookies.js';
import { SessionTokens } from './session-tokens.js';

const STRATEGY = 'access-token';

type SessionRequest = ApiRequest & { openSession?: OpenSession };

/** Finds the viewer of a request. Whether he may do what he asks for is the next guard's question. */
@Injectable()
export class SessionGuard implements CanActivate {
  /** Of its own: the usual one is global, and tests run two servers in one process. */
  private readonly passport = new passport.Passport();

  constructor(
    private readonly reflector: Reflector,
    strategy: AccessTokenStrategy,
    private readonly tokens: SessionTokens,
    private readonly check: SessionCheck,
  ) {
    // By name, so that passport makes a copy for each request: one strategy would mix up the answers of two.
    this.passport.use(STRATEGY, strategy);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint || endpoint.access === 'public') return true;
    const request = context.switchToHttp().getRequest<SessionRequest>();
    const cookie = viewTokenOf(request, endpoint);
    const session = cookie ? await this.byCookie(cookie) : await this.byBearer(request, context.switchToHttp().getResponse());
    request.openSession = session;
    request.viewer = session.viewer;
    return true;
  }

  private async byCookie(token: string): Promise<OpenSession> {
    const sessionId = this.tokens.readViewToken(token);
    const session = sessionId && (await this.check.find(sessionId));
    if (!session) throw apiError('session.invalid');
    return session;
  }

  private async byBearer(request: SessionRequest, reply: FastifyReply): Promise<OpenSession> {
    return new Promise((resolve, reject) => {
      const settle = (error: unknown, session: OpenSession | false | null | undefined) => {
        if (session) resolve(session);
        else reject(error ?? refusal(request));
      };
      this.passport.authenticate(STRATEGY, { session: false }, settle)(request, reply, reject);
    });
  }
}

/** No error means that passport-jwt did not take the token: altered, of another key or algorithm, or none at all. */
const refusal = ({ headers }: SessionRequest) => apiError(headers.authorization ? 'session.invalid' : 'session.missing');

/** What a browser asks for by itself carries no header; its cookie opens reading of bytes and streams, nothing else. */
function viewTokenOf(request: SessionRequest, { method, form = 'json' }: Endpoint): string | undefined {
  if (method !== 'GET' || form === 'json' || request.headers.authorization) return undefined;
  const { query } = request;
  const asked = typeof query === 'object' && query !== null && 'screen' in query ? query.screen : 'api';
  const screen = Screen.safeParse(asked);
  return screen.success ? viewCookie(request, screen.data) : undefined;
}

/** The session of a request that needs one. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): OpenSession => {
  const { openSession } = context.switchToHttp().getRequest<SessionRequest>();
  if (!openSession) throw apiError('session.missing');
  return openSession;
});
