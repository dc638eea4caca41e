import { Injectable } from '@nestjs/common';
import type { Assignment } from '@wangge/contracts';
import type { Lens } from '@wangge/domain';
import type { Transaction } from '../../../platform/database/index.js';
import type { NamedAssignmentRow } from '../assignment.mapper.js';
import * as sql from './accounts.queries.js';

export interface AccountRow {
  readonly id: string;
  readonly district_code: string;
  readonly username: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly version: number;
  readonly created_at: Date;
  readonly assignments: readonly NamedAssignmentRow[];
}
export interface DepartmentRow {
  readonly id: string;
  readonly district_code: string;
  readonly serves: string;
}
export interface NewAccount {
  readonly districtCode: string;
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly assignments: readonly Assignment[];
  readonly now: Date;
  readonly by: string | null;
}

/** Every read of administration takes its lens first: the application's wall, which the policies hold again. */
@Injectable()
export class AccountsRepository {
  async list(lens: Lens, tx: Transaction, q: string, limit: number, offset: number): Promise<AccountRow[]> {
    const { statement, values } = sql.listAccounts(lens, q, limit, offset);
    return tx.query<AccountRow>(statement, values);
  }

  async count(lens: Lens, tx: Transaction, q: string, limit: number): Promise<number> {
    const { statement, values } = sql.countAccounts(lens, q, limit);
    const [row] = await tx.query<{ total: number }>(statement, values);
    return row?.total ?? 0;
  }

  async find(lens: Lens, tx: Transaction, id: string): Promise<AccountRow | undefined> {
    const { statement, values } = sql.findAccount(lens, id);
    const [row] = await tx.query<AccountRow>(statement, values);
    return row;
  }

  /** False where the version is another by now. */
  async changeDisabled(
    lens: Lens,
    tx: Transaction,
    id: string,
    change: Parameters<typeof sql.changeDisabled>[2],
  ): Promise<boolean> {
    const { statement, values } = sql.changeDisabled(lens, id, change);
    return (await tx.query(statement, values)).length > 0;
  }

  async findDepartments(tx: Transaction, ids: readonly string[]): Promise<DepartmentRow[]> {
    return tx.query<DepartmentRow>(sql.FIND_DEPARTMENTS, [ids]);
  }

  async insert(tx: Transaction, account: NewAccount): Promise<void> {
    const { districtCode, id, username, name, passwordHash, assignments, now, by } = account;
    await tx.query(sql.INSERT_ACCOUNT, [districtCode, id, name, now, by]);
    await tx.query(sql.INSERT_CREDENTIAL, [districtCode, id, username, passwordHash, now]);
    for (const assignment of assignments) {
      const scope = 'scope' in assignment ? assignment.scope : null;
      const departmentId = 'departmentId' in assignment ? assignment.departmentId : null;
      await tx.query(sql.INSERT_ROLE, [districtCode, id, assignment.role, scope, departmentId]);
    }
  }

  /** Under the lens of accounts. Their version has ended them already; this says so where they are looked at. */
  async endSessions(tx: Transaction, accountId: string, now: Date): Promise<void> {
    await tx.query(sql.END_SESSIONS, [accountId, now]);
  }

  /** Under the lens of accounts. */
  async findIdByUsername(tx: Transaction, username: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(sql.FIND_BY_USERNAME, [username]);
    return row?.id;
  }
}
