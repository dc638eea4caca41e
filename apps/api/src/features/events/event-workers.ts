import { Injectable } from '@nestjs/common';
import type { EventState } from '@wangge/domain';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

export interface EventWorker {
  readonly id: string;
  readonly name: string;
  readonly gridCode: string;
  readonly openTasks: number;
}

/**
 * Workers and grid leaders around a unit grid who can be given a task: the grid's own first, then the community's,
 * then the street's; within each the least loaded. $1 grid code, $2 who must not be among them.
 */
const WORKERS: Statement = {
  name: 'events.workers',
  text: `select account.id, account.name, account_role.scope as "gridCode",
                (select count(*)::int from event where event.assignee_id = account.id) as "openTasks"
           from account join account_role on account_role.account_id = account.id
          where account_role.role in ('grid-worker', 'grid-leader') and account.disabled_at is null
            and account_role.scope ^@ left($1, 9) and account.id is distinct from $2::uuid
          order by left(account_role.scope, 15) = $1 desc, left(account_role.scope, 12) = left($1, 12) desc,
                   length(account_role.scope) desc, 4, account.id
          limit 50`,
};

@Injectable()
export class EventWorkers {
  /**
   * Never the person who handled the event: what one has done another looks at. Reads through the job lens, since whom
   * to ask does not depend on what the asker may see; the caller takes up his own lens again.
   */
  async list(tx: Transaction, event: EventState): Promise<EventWorker[]> {
    await tx.become({ kind: 'job' });
    return tx.query<EventWorker>(WORKERS, [event.gridCode, event.handledBy]);
  }

  async choose(tx: Transaction, event: EventState, wanted: string | undefined): Promise<{ accountId: string; name: string } | undefined> {
    const workers = await this.list(tx, event);
    const found = wanted ? workers.find(({ id }) => id === wanted) : workers.find(({ id }) => id !== event.reportedBy) ?? workers[0];
    return found && { accountId: found.id, name: found.name };
  }
}
