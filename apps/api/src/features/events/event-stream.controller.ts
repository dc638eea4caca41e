import { Controller, Headers, Res } from '@nestjs/common';
import { streamApi } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { CurrentViewer } from '../../platform/http/endpoint.guard.js';
import { CurrentSession, type OpenSession, SessionCheck } from '../accounts/index.js';
import { EventStream, type StreamMessage } from './event-stream.service.js';

const HEARTBEAT_MS = 10_000;
const POSITION = /^\d{1,18}$/;

@Controller()
export class EventStreamController {
  constructor(
    private readonly stream: EventStream,
    private readonly sessions: SessionCheck,
  ) {}

  /** Server-sent events. The heartbeat also asks whether the session still lives; an ended one closes the stream. */
  @Endpoint(streamApi.open)
  async open(
    @CurrentViewer() viewer: Viewer,
    @CurrentSession() session: OpenSession,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<void> {
    const position = lastEventId && POSITION.test(lastEventId) ? lastEventId : await this.stream.lastPosition();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write(`retry: 2000\nid: ${position}\nevent: hello\ndata: {}\n\n`);
    const stop = this.stream.open(
      viewer,
      position,
      (message) => raw.write(toText(message)),
      () => raw.end(),
    );
    const heartbeat = setInterval(() => {
      raw.write(': still here\n\n');
      void this.sessions.isOpen(session.sessionId).then(
        (isOpen) => isOpen || raw.end(),
        () => undefined,
      );
    }, HEARTBEAT_MS);
    raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  }
}

function toText({ position, kind, data }: StreamMessage): string {
  return `id: ${position}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}
