import { Controller, Req, Res } from '@nestjs/common';
import { type InputOf, type Me, type SessionView, sessionApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../../../platform/http/endpoint.decorator.js';
import { CurrentViewer, Input } from '../../../platform/http/endpoint.guard.js';
import type { ApiRequest } from '../../../platform/http/request.js';
import { MeReader } from './me.reader.js';
import type { OpenSession } from './session-check.js';
import { clearSessionCookies, refreshCookie, setSessionCookies } from './session-cookies.js';
import { CurrentSession } from './session.guard.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    private readonly mes: MeReader,
  ) {}

  @Endpoint(sessionApi.signIn)
  async signIn(
    @Input() { body }: InputOf<typeof sessionApi.signIn>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const accountId = await this.signIns.authenticate(body, request.ip);
    const issued = await this.sessions.begin(accountId, body.screen);
    setSessionCookies(request, reply, body.screen, issued);
    return issued.view;
  }

  @Endpoint(sessionApi.refresh)
  async refresh(
    @Input() { body: { screen } }: InputOf<typeof sessionApi.refresh>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const issued = await this.sessions.refresh(refreshCookie(request, screen), screen);
    setSessionCookies(request, reply, screen, issued);
    return issued.view;
  }

  @Endpoint(sessionApi.signOut)
  async signOut(
    @CurrentSession() session: OpenSession,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(session.sessionId);
    clearSessionCookies(request, reply, session.screen);
  }

  @Endpoint(sessionApi.me)
  async me(@CurrentViewer() viewer: Viewer): Promise<Me> {
    return this.mes.get(viewer);
  }
}
