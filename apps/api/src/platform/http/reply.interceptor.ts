import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Endpoint } from '@wangge/contracts';
import { map, type Observable } from 'rxjs';
import { ENDPOINT } from './endpoint.decorator.js';

/** In tests: a reply that is not what its contract promises is a failure, not a surprise for a client. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, context.getHandler());
    if (!endpoint || (endpoint.form ?? 'json') !== 'json') return next.handle();
    return next.handle().pipe(
      map((reply: unknown) => {
        if (endpoint.success === 204) return reply;
        const parsed = endpoint.reply.safeParse(reply);
        if (parsed.success) return reply;
        const wrong = parsed.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; ');
        throw new Error(`${endpoint.method} ${endpoint.path} answers against its contract: ${wrong}`);
      }),
    );
  }
}
