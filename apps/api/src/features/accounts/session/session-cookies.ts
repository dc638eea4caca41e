// Teaches Fastify's types the cookies.
import type {} from '@fastify/cookie';
import type { Screen } from '@wangge/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IssuedSession } from './session.service.js';

const REFRESH = { name: (screen: Screen) => `wangge_refresh_${screen}`, path: '/api/v1/session' };
const VIEW = { name: (screen: Screen) => `wangge_view_${screen}`, path: '/api/v1' };

const shared = (request: FastifyRequest) =>
  ({ httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' }) as const;

/** Each screen has cookies of its own, so that three sessions live side by side in one browser. */
export function setSessionCookies(request: FastifyRequest, reply: FastifyReply, screen: Screen, issued: IssuedSession): void {
  const options = { ...shared(request), expires: issued.endsAt };
  void reply.setCookie(REFRESH.name(screen), issued.refreshToken, { ...options, path: REFRESH.path });
  void reply.setCookie(VIEW.name(screen), issued.viewToken, { ...options, path: VIEW.path });
}

export function clearSessionCookies(request: FastifyRequest, reply: FastifyReply, screen: Screen): void {
  void reply.clearCookie(REFRESH.name(screen), { ...shared(request), path: REFRESH.path });
  void reply.clearCookie(VIEW.name(screen), { ...shared(request), path: VIEW.path });
}

export function refreshCookie(request: FastifyRequest, screen: Screen): string | undefined {
  return request.cookies[REFRESH.name(screen)];
}

export function viewCookie(request: FastifyRequest, screen: Screen): string | undefined {
  return request.cookies[VIEW.name(screen)];
}
