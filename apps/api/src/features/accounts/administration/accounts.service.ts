import { Injectable } from '@nestjs/common';
import type { AccountView, accountsApi, InputOf, ReplyOf } from '@wangge/contracts';
import { type AreaLens, covers, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../../platform/clock/clock.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { keepAccountDeed } from './account-audit.js';
import { toAccountView } from './account.mapper.js';
import { type AccountRow, AccountsRepository } from './accounts.repository.js';
import { administeredArea } from './administered-area.js';

/** How far accounts are counted, and how deep a list can be paged: beyond it one searches. */
const MOST_LISTED = 10_000;

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer, query: InputOf<typeof accountsApi.list>['query']): Promise<ReplyOf<typeof accountsApi.list>> {
    const { q = '', page, perPage } = query;
    const area = administeredArea(viewer, 'account.read');
    if (page * perPage > MOST_LISTED) throw apiError('request.invalid', { fields: [{ path: 'query.page', rule: 'too-deep' }] });
    return this.database.as(area, async (tx) => {
      const rows = await this.accounts.list(area, tx, q, perPage, (page - 1) * perPage);
      const total = await this.accounts.count(area, tx, q, MOST_LISTED);
      return { items: rows.map(toAccountView), total, totalIs: total < MOST_LISTED ? 'exact' : 'atLeast', nextCursor: null };
    });
  }

  /** Disabling raises the version of the account, which ends its sessions in the same moment. */
  async change(
    viewer: Viewer,
    id: string,
    { version, disabled }: InputOf<typeof accountsApi.change>['body'],
  ): Promise<AccountView> {
    const area = administeredArea(viewer, 'account.disable');
    const now = this.clock.now();
    return this.database.as(area, async (tx) => {
      const account = await this.getChangeable(viewer, area, tx, id);
      if (account.version !== version) throw apiError('record.stale');
      if (account.disabled === disabled) return toAccountView(account);
      const change = { disabledAt: disabled ? now : null, version, now, by: viewer.accountId };
      if (!(await this.accounts.changeDisabled(area, tx, id, change))) throw apiError('record.stale');
      const changed = await this.accounts.find(area, tx, id);
      if (!changed) throw notFound();
      await tx.become({ kind: 'accounts' });
      await this.accounts.endSessions(tx, id, now);
      const deed = { action: disabled ? ('account.disable' as const) : ('account.enable' as const), at: now, by: viewer };
      await keepAccountDeed(tx, { ...deed, account: { id, districtCode: changed.district_code } });
      return toAccountView(changed);
    });
  }

  private async getChangeable(viewer: Viewer, area: AreaLens, tx: Transaction, id: string): Promise<AccountRow> {
    const account = await this.accounts.find(area, tx, id);
    if (!account) throw notFound();
    if (account.id === viewer.accountId) throw apiError('account.self');
    // Of this district, but with a role above it: not the district's to change.
    const isWithin = account.assignments.every(({ scope }) => scope === null || covers(area.code, scope));
    if (!isWithin) throw apiError('permission.denied');
    return account;
  }
}
