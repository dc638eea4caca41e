import { Injectable } from '@nestjs/common';
import type { Screen, SessionView } from '@wangge/contracts';
import { v7 as uuid } from 'uuid';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError } from '../../../platform/http/errors.js';
import { MeReader } from './me.reader.js';
import { keepSession } from './session-audit.js';
import { judgeRefresh, type RefreshVerdict } from './refresh-verdict.js';
import { SessionRepository, type StoredSession } from './session.repository.js';
import { LOST_ANSWER, SessionTimes } from './session-times.js';
import { type RefreshClaim, SessionTokens } from './session-tokens.js';

/** What goes out when a session begins or goes on: the reply, and what belongs into cookies. */
export interface IssuedSession {
  readonly view: SessionView;
  readonly refreshToken: string;
  readonly viewToken: string;
  readonly endsAt: Date;
}

/** Begins, prolongs and ends sessions. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly tokens: SessionTokens,
    private readonly times: SessionTimes,
    private readonly me: MeReader,
  ) {}

  async begin(accountId: string, screen: Screen): Promise<IssuedSession> {
    const id = uuid();
    return this.database.as({ kind: 'accounts' }, async (tx) => {
      const endsAt = this.times.sessionEnd();
      const times = { now: this.times.now(), idleUntil: this.times.idleEnd(screen), expiresAt: endsAt };
      await this.sessions.open(tx, { id, accountId, screen, ...times });
      // Disabled since the password was checked: the same answer as before it.
      const issued = await this.issue(tx, { sessionId: id, generation: 1 }, endsAt, 'session.wrong-credentials');
      const account = await this.sessions.findAccountName(tx, accountId);
      if (account) await keepSession(tx, account, { action: 'session.sign-in', sessionId: id, screen, at: times.now });
      return issued;
    });
  }

  async refresh(token: string | undefined, screen: Screen): Promise<IssuedSession> {
    if (token === undefined) throw apiError('session.missing');
    const claim = this.tokens.readRefreshToken(token);
    if (!claim) throw apiError('session.invalid');
    const issued = await this.database.as({ kind: 'accounts' }, (tx) => this.prolong(tx, claim, screen));
    if (issued === 'expired') throw apiError('session.expired');
    if (issued === 'invalid') throw apiError('session.invalid');
    return issued;
  }

  async end(sessionId: string): Promise<void> {
    const now = this.times.now();
    await this.database.as({ kind: 'accounts' }, (tx) => this.close(tx, sessionId, now, 'signed-out'));
  }

  /** Answers a refusal instead of throwing it: that a session was revoked must be committed. */
  private async prolong(tx: Transaction, claim: RefreshClaim, screen: Screen): Promise<IssuedSession | 'expired' | 'invalid'> {
    const session = await this.sessions.lock(tx, claim.sessionId);
    if (!session || session.screen !== screen) return 'invalid';
    const now = this.times.now();
    const verdict = judgeRefresh(session, claim.generation, now, LOST_ANSWER);
    if (verdict === 'reused') await this.close(tx, claim.sessionId, now, 'reused');
    if (verdict === 'rotate') await this.sessions.rotate(tx, claim.sessionId, now, this.times.idleEnd(screen));
    if (verdict === 'expired') return 'expired';
    const generation = nextGeneration(session, verdict);
    if (generation === undefined) return 'invalid';
    return this.issue(tx, { sessionId: claim.sessionId, generation }, session.expiresAt, 'session.invalid');
  }

  private async close(tx: Transaction, sessionId: string, now: Date, why: 'signed-out' | 'reused'): Promise<void> {
    const ended = await this.sessions.end(tx, sessionId, now, why);
    if (!ended) return;
    const action = why === 'reused' ? 'session.revoke' : 'session.sign-out';
    await keepSession(tx, ended, { action, sessionId, screen: ended.screen, at: now });
  }

  private async issue(
    tx: Transaction,
    claim: RefreshClaim,
    endsAt: Date,
    otherwise: 'session.wrong-credentials' | 'session.invalid',
  ): Promise<IssuedSession> {
    const now = this.times.now();
    const viewer = await this.sessions.findViewer(tx, claim.sessionId, now);
    if (!viewer) throw apiError(otherwise);
    const exp = this.times.accessTokenEnd();
    const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
    const claims = { sub: viewer.id, sid: claim.sessionId, ver: viewer.version, iat: seconds(now), exp: seconds(exp) };
    return {
      view: {
        accessToken: await this.tokens.accessToken(claims),
        expiresAt: exp.toISOString(),
        me: await this.me.read(tx, viewer.id),
      },
      refreshToken: this.tokens.refreshToken(claim),
      viewToken: this.tokens.viewToken(claim.sessionId),
      endsAt,
    };
  }
}

function nextGeneration({ generation }: StoredSession, verdict: RefreshVerdict): number | undefined {
  if (verdict === 'rotate') return generation + 1;
  return verdict === 'repeat' ? generation : undefined;
}
