import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { apiError } from '../../../platform/http/errors.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { type OpenSession, SessionCheck } from './session-check.js';
import { SessionTimes } from './session-times.js';
import { AccessClaims, TOKEN_ISSUER } from './session-tokens.js';

/** The bearer token: signature and form are passport-jwt's to check, everything that can change is asked here. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy) {
  constructor(
    secrets: Secrets,
    private readonly check: SessionCheck,
    private readonly times: SessionTimes,
  ) {
    const options = {
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: secrets.tokenKey,
      algorithms: ['HS256' as const],
      issuer: TOKEN_ISSUER,
      // Judged below, by the clock of this server.
      ignoreExpiration: true,
    };
    // As a key object, which the types do not know of: of mere bytes each check would first try whether they are a public key.
    super(Object.assign(options, { secretOrKey: createSecretKey(secrets.tokenKey) }));
  }

  async validate(payload: unknown): Promise<OpenSession> {
    const claims = AccessClaims.safeParse(payload);
    if (!claims.success) throw apiError('session.invalid');
    const { sub, sid, ver, exp } = claims.data;
    if (exp * 1000 <= this.times.now().getTime()) throw apiError('session.expired');
    const session = await this.check.find(sid);
    if (!session || session.viewer.accountId !== sub || session.accountVersion !== ver) throw apiError('session.invalid');
    return session;
  }
}
