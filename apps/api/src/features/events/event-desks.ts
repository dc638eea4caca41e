import { Injectable } from '@nestjs/common';
import { type Permission, Role } from '@wangge/contracts';
import { ROLE_PERMISSIONS } from '@wangge/domain';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

/** $1 node, $2 roles. A node's name, if one of these roles is held there by somebody who can sign in. */
const STAFFED: Statement = {
  name: 'events.staffed-desk',
  text: `select name from grid_node
          where code = $1 and valid_to is null and exists (
                select 1 from account_role join account on account.id = account_role.account_id
                 where account_role.scope = $1 and account_role.role = any($2::text[]) and account.disabled_at is null)`,
};

@Injectable()
export class EventDesks {
  /**
   * The name of a node whose desk can go on with an event; undefined where nobody there may. Reads through the job
   * lens, since who sits elsewhere does not depend on what the asker may see; the caller takes up his own lens again.
   */
  async find(tx: Transaction, code: string, permission: Permission): Promise<string | undefined> {
    await tx.become({ kind: 'job' });
    const roles = Role.options.filter((role) => (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission));
    return (await tx.query<{ name: string }>(STAFFED, [code, roles]))[0]?.name;
  }
}
