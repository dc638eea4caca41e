import { Injectable } from '@nestjs/common';
import { chainOf } from '@wangge/domain';
import type { Statement, Transaction } from '../../platform/database/index.js';

/** Somebody who can be given work in a unit grid. */
export interface AssignableWorker {
  readonly id: string;
  readonly name: string;
  readonly role: 'grid-worker' | 'grid-leader';
  readonly scope: string;
}

/** $1 ids. */
const NAMES: Statement = {
  name: 'account.names',
  text: 'select id, name from account where id = any($1::uuid[])',
};

/** $1 grid, $2 its community, $3 the nodes above the grid. Who is nearest comes first: the grid itself, what is above it, its neighbours. */
const ASSIGNABLE: Statement = {
  name: 'account.assignable',
  text: `
select a.id, a.name, r.role, r.scope
from account_role r join account a on a.id = r.account_id and a.disabled_at is null
where r.role in ('grid-worker', 'grid-leader') and (r.scope ^@ $2 or r.scope = any($3::text[]))
order by r.scope <> $1, r.role <> 'grid-worker', r.scope = any($3::text[]) and r.scope <> $1, r.scope, a.id`,
};

/** What other features may know of accounts, within their own transaction and lens. */
@Injectable()
export class AccountDirectory {
  /** The names of accounts by id; an id that is none is left out. */
  async names(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string; name: string }>(NAMES, [[...new Set(ids)]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /**
   * Enabled grid workers and leaders who work in the unit grid, in its community, or at a node that covers both,
   * in the order in which work should go to them.
   */
  async assignableWorkers(tx: Transaction, gridCode: string): Promise<AssignableWorker[]> {
    const { communityCode, streetCode, districtCode } = chainOf(gridCode);
    const above = [communityCode, streetCode, districtCode, districtCode.slice(0, 4), districtCode.slice(0, 2)];
    return tx.query<AssignableWorker>(ASSIGNABLE, [gridCode, communityCode, above]);
  }
}
