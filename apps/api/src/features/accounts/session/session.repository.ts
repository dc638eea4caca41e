import { Injectable } from '@nestjs/common';
import type { Screen } from '@wangge/contracts';
import type { Transaction } from '../../../platform/database/index.js';
import type { AssignmentRow, NamedAssignmentRow } from '../assignment.mapper.js';
import type { SessionState } from './refresh-verdict.js';
import * as sql from './session.queries.js';

export interface ViewerRow {
  readonly session_id: string;
  readonly id: string;
  readonly name: string;
  readonly district_code: string;
  readonly version: number;
  readonly screen: Screen;
  readonly assignments: readonly AssignmentRow[];
}
export type AccountNameRow = Pick<ViewerRow, 'id' | 'name' | 'district_code'>;
export type EndedRow = AccountNameRow & Pick<ViewerRow, 'screen'>;
export type AccountViewerRow = Omit<ViewerRow, 'version' | 'screen'>;
export interface SignInRow {
  readonly account_id: string | null;
  readonly password_hash: string | null;
  readonly locked_until: Date | null;
}
export interface MeRow {
  readonly username: string;
  readonly name: string;
  readonly district_code: string;
  readonly assignments: readonly NamedAssignmentRow[];
}
export interface NewSession {
  readonly id: string;
  readonly accountId: string;
  readonly screen: Screen;
  readonly now: Date;
  readonly idleUntil: Date;
  readonly expiresAt: Date;
}
export type StoredSession = SessionState & { readonly screen: Screen };

/** Everything here runs under the lens of accounts. */
@Injectable()
export class SessionRepository {
  async findViewer(tx: Transaction, sessionId: string, now: Date): Promise<ViewerRow | undefined> {
    const [row] = await tx.query<ViewerRow>(sql.FIND_VIEWERS, [[sessionId], now]);
    return row;
  }

  async findAccountViewer(tx: Transaction, accountId: string): Promise<AccountViewerRow | undefined> {
    const [row] = await tx.query<AccountViewerRow>(sql.FIND_ACCOUNT_VIEWER, [accountId]);
    return row;
  }

  async findAccountName(tx: Transaction, accountId: string): Promise<AccountNameRow | undefined> {
    const [row] = await tx.query<AccountNameRow>(sql.FIND_ACCOUNT_NAME, [accountId]);
    return row;
  }

  async findSignIn(tx: Transaction, key: string, username: string): Promise<SignInRow> {
    const [row] = await tx.query<SignInRow>(sql.FIND_SIGN_IN, [key, username]);
    return row ?? { account_id: null, password_hash: null, locked_until: null };
  }

  /** Whether this failure locks the name. */
  async countFailure(
    tx: Transaction,
    key: string,
    now: Date,
    rule: { since: Date; most: number; lockUntil: Date },
  ): Promise<boolean> {
    const values = [key, now, rule.since, rule.most, rule.lockUntil];
    const [row] = await tx.query<{ locked_until: Date | null }>(sql.COUNT_FAILURE, values);
    return (row?.locked_until ?? null) !== null;
  }

  async forgetFailures(tx: Transaction, before: Date): Promise<void> {
    await tx.query(sql.FORGET_FAILURES, [before]);
  }

  async clearFailures(tx: Transaction, key: string): Promise<void> {
    await tx.query(sql.CLEAR_FAILURES, [key]);
  }

  async open(tx: Transaction, session: NewSession): Promise<void> {
    const { id, accountId, screen, now, idleUntil, expiresAt } = session;
    await tx.query(sql.FORGET_SESSIONS, [accountId, now]);
    await tx.query(sql.OPEN_SESSION, [id, accountId, screen, now, idleUntil, expiresAt]);
  }

  async lock(tx: Transaction, sessionId: string): Promise<StoredSession | undefined> {
    type Row = { generation: number; rotated_at: Date; idle_until: Date; expires_at: Date; screen: Screen; ended: boolean };
    const [row] = await tx.query<Row>(sql.LOCK_SESSION, [sessionId]);
    return (
      row && {
        generation: row.generation,
        rotatedAt: row.rotated_at,
        idleUntil: row.idle_until,
        expiresAt: row.expires_at,
        screen: row.screen,
        ended: row.ended,
      }
    );
  }

  async rotate(tx: Transaction, sessionId: string, now: Date, idleUntil: Date): Promise<void> {
    await tx.query(sql.ROTATE_SESSION, [sessionId, now, idleUntil]);
  }

  /** Whose it was; undefined where it was over already. */
  async end(tx: Transaction, sessionId: string, now: Date, why: 'signed-out' | 'reused'): Promise<EndedRow | undefined> {
    const [row] = await tx.query<EndedRow>(sql.END_SESSION, [sessionId, now, why]);
    return row;
  }

  async findMe(tx: Transaction, accountId: string): Promise<MeRow | undefined> {
    const [row] = await tx.query<MeRow>(sql.FIND_ME, [accountId]);
    return row;
  }
}
