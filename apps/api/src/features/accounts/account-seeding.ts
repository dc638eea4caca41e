import { Injectable } from '@nestjs/common';
import type { Assignment } from '@wangge/contracts';
import { v7 as uuid } from 'uuid';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { keepAccountDeed } from './administration/account-audit.js';
import { AccountsRepository } from './administration/accounts.repository.js';
import { PasswordHasher } from './password/password-hasher.js';

/** An account that is to be there. Without a password it has a name and roles, but nobody can sign in to it. */
export interface SeedAccount {
  readonly id?: string;
  readonly districtCode: string;
  readonly username: string;
  readonly name: string;
  readonly password: string | null;
  readonly assignments: readonly Assignment[];
}

/** Makes accounts without an administrator: the demo's, and the first one of an empty installation. */
@Injectable()
export class AccountSeeding {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly hasher: PasswordHasher,
    private readonly clock: SystemClock,
  ) {}

  /** Ids by user name. What is there already stays as it is, password and roles included. */
  async ensureAccounts(wanted: readonly SeedAccount[]): Promise<ReadonlyMap<string, string>> {
    const present = await this.database.as({ kind: 'accounts' }, (tx) => this.findPresent(tx, wanted));
    const missing = wanted.filter(({ username }) => !present.has(username));
    const hashes = new Map<string, string | null>();
    // One after the other: the line for hashing is short.
    for (const { username, password } of missing)
      hashes.set(username, password === null ? null : await this.hasher.hash(password));
    return this.database.as({ kind: 'accounts' }, async (tx) => {
      const ids = new Map(present);
      for (const account of missing) {
        const id = account.id ?? uuid();
        const passwordHash = hashes.get(account.username) ?? null;
        const now = this.clock.now();
        await this.accounts.insert(tx, { ...account, id, passwordHash, now, by: null });
        await keepAccountDeed(tx, {
          action: 'account.create',
          at: now,
          by: { accountId: null, name: 'system' },
          account: { id, districtCode: account.districtCode },
          roles: account.assignments,
        });
        ids.set(account.username, id);
      }
      return ids;
    });
  }

  private async findPresent(tx: Transaction, wanted: readonly SeedAccount[]): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const { username } of wanted) {
      const id = await this.accounts.findIdByUsername(tx, username);
      if (id) ids.set(username, id);
    }
    return ids;
  }
}
