import { Injectable } from '@nestjs/common';
import type { Viewer } from '@wangge/domain';
import { Database } from '../../../platform/database/index.js';
import { toAssignment } from '../assignment.mapper.js';
import { SessionRepository } from './session.repository.js';

/** Whoever a piece of work is done for, with the rights of now: work may outlive its request and its session. */
@Injectable()
export class AccountViewers {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
  ) {}

  /** Undefined where the account is gone or disabled. */
  async find(accountId: string): Promise<Viewer | undefined> {
    const row = await this.database.as({ kind: 'accounts' }, (tx) => this.sessions.findAccountViewer(tx, accountId));
    if (!row) return undefined;
    return { accountId: row.id, name: row.name, districtCode: row.district_code, assignments: row.assignments.map(toAssignment) };
  }
}
