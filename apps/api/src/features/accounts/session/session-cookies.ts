import type { Screen } from '@wangge/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IssuedSession } from './session.service.js';

const REFRESH = { name: (screen: Screen) => `wangge_refresh_${screen}`, path: '/api/v1/session' };
const VIEW = { name: (screen: Screen) => `wangge_view_${screen}`, path: '/api/v1' };
type Kind = typeof REFRESH;

const LONG_AGO = new Date(0);

/** Each screen has cookies of its own, so that three sessions live side by side in one browser. */
export function setSessionCookies(request: FastifyRequest, reply: FastifyReply, screen: Screen, issued: IssuedSession): void {
  setCookie(request, reply, REFRESH, screen, issued.refreshToken, issued.endsAt);
  setCookie(request, reply, VIEW, screen, issued.viewToken, issued.endsAt);
}

export function clearSessionCookies(request: FastifyRequest, reply: FastifyReply, screen: Screen): void {
  setCookie(request, reply, REFRESH, screen, '', LONG_AGO);
  setCookie(request, reply, VIEW, screen, '', LONG_AGO);
}

export function refreshCookie(request: FastifyRequest, screen: Screen): string | undefined {
  return cookieOf(request, REFRESH.name(screen));
}

export function viewCookie(request: FastifyRequest, screen: Screen): string | undefined {
  return cookieOf(request, VIEW.name(screen));
}

/** No script reads it, no other site sends it. The values are of letters that need no escape. */
function setCookie(request: FastifyRequest, reply: FastifyReply, kind: Kind, screen: Screen, value: string, expires: Date): void {
  const attributes = [`Path=${kind.path}`, `Expires=${expires.toUTCString()}`, 'HttpOnly', 'SameSite=Strict'];
  if (request.protocol === 'https') attributes.push('Secure');
  void reply.header('set-cookie', [`${kind.name(screen)}=${value}`, ...attributes].join('; '));
}

function cookieOf({ headers }: FastifyRequest, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
