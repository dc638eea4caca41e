import type { Assignment } from '@wangge/contracts';
import { appendAudit } from '../../../platform/audit/index.js';
import type { Transaction } from '../../../platform/database/index.js';

export interface AccountDeed {
  readonly action: 'account.create' | 'account.disable' | 'account.enable';
  readonly at: Date;
  readonly by: { readonly accountId: string | null; readonly name: string };
  readonly account: { readonly id: string; readonly districtCode: string };
  /** Roles that were given: a code or a department each, and no name. */
  readonly roles?: readonly Assignment[];
}

/** Under the lens of accounts: what was done with somebody's account. */
export function keepAccountDeed(tx: Transaction, { action, at, by, account, roles }: AccountDeed): Promise<void> {
  return appendAudit(tx, {
    at: at.toISOString(),
    actorId: by.accountId,
    actorName: by.name,
    action,
    subjectType: 'account',
    subjectId: account.id,
    districtCode: account.districtCode,
    details: roles ? { roles } : {},
  });
}
