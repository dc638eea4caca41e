import type { Screen } from '@wangge/contracts';
import { appendAudit } from '../../../platform/audit/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import type { AccountNameRow } from './session.repository.js';

interface Deed {
  readonly action: 'session.sign-in' | 'session.sign-out' | 'session.revoke';
  readonly sessionId: string;
  readonly screen: Screen;
  readonly at: Date;
}

/** Under the lens of accounts: what somebody did with a session of his own. */
export function keepSession(tx: Transaction, account: AccountNameRow, { action, sessionId, screen, at }: Deed): Promise<void> {
  return appendAudit(tx, {
    at: at.toISOString(),
    // Who uses an old cookie again may be anybody.
    actorId: action === 'session.revoke' ? null : account.id,
    actorName: action === 'session.revoke' ? '' : account.name,
    action,
    subjectType: 'account',
    subjectId: account.id,
    districtCode: account.district_code,
    details: { session: sessionId, screen },
  });
}

/** A wrong password for an account there is; the failure that locks it says so. Who it was is not known. */
export function keepRefusal(tx: Transaction, account: AccountNameRow, { isLocked, at }: { readonly isLocked: boolean; readonly at: Date }): Promise<void> {
  return appendAudit(tx, {
    at: at.toISOString(),
    actorId: null,
    actorName: '',
    action: isLocked ? 'session.lock' : 'session.refuse',
    subjectType: 'account',
    subjectId: account.id,
    districtCode: account.district_code,
    details: {},
  });
}
