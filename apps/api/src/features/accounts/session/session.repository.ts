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

  async findSignIn(tx: Transaction, key: string, username: string): Promise<SignInRow> {
    const [row] = await tx.query<SignInRow>(sql.FIND_SIGN_IN, [key, username]);
    return row ?? { account_id: null, password_hash: null, locked_until: null };
  }

  async countFailure(
    tx: Transaction,
    key: string,
    now: Date,
    rule: { since: Date; most: number; lockUntil: Date },
  ): Promise<void> {
    await tx.query(sql.COUNT_FAILURE, [key, now, rule.since, rule.most, rule.lockUntil]);
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

  async end(tx: Transaction, sessionId: string, now: Date, why: 'signed-out' | 'reused'): Promise<void> {
    await tx.query(sql.END_SESSION, [sessionId, now, why]);
  }

  async findMe(tx: Transaction, accountId: string): Promise<MeRow | undefined> {
    const [row] = await tx.query<MeRow>(sql.FIND_ME, [accountId]);
    return row;
  }
}
