import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { z } from 'zod';
import { Secrets } from '../../../platform/secrets/secrets.js';

/** What an access token says: account, session, the account's version it was made for, and its times in seconds. */
export const AccessClaims = z.object({ sub: z.uuid(), sid: z.uuid(), ver: z.int(), iat: z.int(), exp: z.int() });
export type AccessClaims = z.infer<typeof AccessClaims>;

export interface RefreshClaim {
  readonly sessionId: string;
  readonly generation: number;
}

export const TOKEN_ISSUER = 'wangge';

const SESSION = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const REFRESH = new RegExp(`^${SESSION}\\.(\\d{1,9})\\.([0-9a-f]{64})$`);
const VIEW = new RegExp(`^${SESSION}\\.([0-9a-f]{64})$`);

/**
 * What a client holds of a session. The two cookies are made from the session's id with the installation's key: the
 * database holds nothing that opens a session, and an answer that was lost can be given again word for word.
 */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly secrets: Secrets,
  ) {}

  async accessToken(claims: AccessClaims): Promise<string> {
    return this.jwt.signAsync(claims, { algorithm: 'HS256', issuer: TOKEN_ISSUER });
  }

  refreshToken({ sessionId, generation }: RefreshClaim): string {
    return `${sessionId}.${generation}.${this.secrets.keyedHash('session.refresh', `${sessionId}.${generation}`)}`;
  }

  readRefreshToken(token: string): RefreshClaim | undefined {
    const [, sessionId, generation, proof] = REFRESH.exec(token) ?? [];
    if (!sessionId || !generation || !proof) return undefined;
    if (!this.secrets.isKeyedHash('session.refresh', `${sessionId}.${generation}`, proof)) return undefined;
    return { sessionId, generation: Number(generation) };
  }

  /** Opens what a browser itself asks for (images, the stream) as long as the session lives. */
  viewToken(sessionId: string): string {
    return `${sessionId}.${this.secrets.keyedHash('session.view', sessionId)}`;
  }

  /** The session's id, or undefined. */
  readViewToken(token: string): string | undefined {
    const [, sessionId, proof] = VIEW.exec(token) ?? [];
    if (!sessionId || !proof) return undefined;
    return this.secrets.isKeyedHash('session.view', sessionId, proof) ? sessionId : undefined;
  }
}
