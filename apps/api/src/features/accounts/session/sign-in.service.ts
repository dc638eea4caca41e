import { Injectable } from '@nestjs/common';
import type { SignIn } from '@wangge/contracts';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/index.js';
import { apiError } from '../../../platform/http/errors.js';
import { Secrets } from '../../../platform/secrets/secrets.js';
import { PasswordHasher } from '../password/password-hasher.js';
import { AddressLimit } from '../../../platform/http/address-limit.js';
import { OneAtATime } from '../../../platform/work/one-at-a-time.js';
import { RefusedSignIns } from './refused-sign-ins.js';
import { keepRefusal } from './session-audit.js';
import { SessionRepository } from './session.repository.js';

const MOST_FAILURES = 5;
const LOCK = 15 * 60_000;
const DAY = 24 * 3_600_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Failures of one address, whatever names it tries: a brake beside the lock of each name. */
const FAILURES = { most: 50, windowMs: 15 * 60_000 };

/**
 * Finds out whether somebody is who he says. An unknown name takes the same steps, the same time and the same lock
 * as a known one, so that no answer tells which names exist.
 */
@Injectable()
export class SignInService {
  private readonly addresses = new AddressLimit(FAILURES);
  private readonly lines = new OneAtATime();

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly hasher: PasswordHasher,
    private readonly secrets: Secrets,
    private readonly clock: SystemClock,
    private readonly refused: RefusedSignIns,
  ) {}

  /** The account's id; throws where name and password are not right or are being guessed. */
  async authenticate({ username, password }: Pick<SignIn, 'username' | 'password'>, address: string): Promise<string> {
    const wait = this.addresses.take(address, this.clock.now());
    if (wait !== undefined) {
      this.refused.count('limited');
      throw apiError('rate.limited', { retryAfter: wait });
    }
    const name = username.toLowerCase();
    const key = this.secrets.keyedHash('sign-in', name);
    const accountId = await this.lines.run(key, () => this.check(key, name, password));
    this.addresses.giveBack(address);
    return accountId;
  }

  private async check(key: string, username: string, password: string): Promise<string> {
    const found = await this.database.as({ kind: 'accounts' }, (tx) => this.sessions.findSignIn(tx, key, username));
    this.refuseWhileLocked(found.locked_until);
    const isRight = await this.hasher.isRight(password, found.password_hash);
    if (!isRight || !found.account_id) {
      await this.countFailure(key, found.account_id);
      throw apiError('session.wrong-credentials');
    }
    await this.database.as({ kind: 'accounts' }, (tx) => this.sessions.clearFailures(tx, key));
    return found.account_id;
  }

  /** Also the right password is refused: otherwise guessing could go on through the lock. */
  private refuseWhileLocked(until: Date | null): void {
    const left = (until?.getTime() ?? 0) - this.clock.now().getTime();
    if (left <= 0) return;
    this.refused.count('locked');
    throw apiError('account.locked', { retryAfter: left / 1000 });
  }

  /** In the trail each failure of an account stands by itself, since five of them lock it; all others are counted. */
  private async countFailure(key: string, accountId: string | null): Promise<void> {
    if (accountId === null) this.refused.count('unknown');
    const now = this.clock.now();
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    const rule = { since: before(LOCK), most: MOST_FAILURES, lockUntil: new Date(now.getTime() + LOCK) };
    await this.database.as({ kind: 'accounts' }, async (tx) => {
      const isLocked = await this.sessions.countFailure(tx, key, now, rule);
      await this.sessions.forgetFailures(tx, before(DAY));
      // An unknown name asks for as much, so that the time tells nothing.
      const account = await this.sessions.findAccountName(tx, accountId ?? NOBODY);
      if (account) await keepRefusal(tx, account, { isLocked, at: now });
    });
  }
}
