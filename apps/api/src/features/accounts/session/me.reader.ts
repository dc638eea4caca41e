import { Injectable } from '@nestjs/common';
import type { Me } from '@wangge/contracts';
import { permissionsOf, type Viewer } from '@wangge/domain';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { apiError } from '../../../platform/http/errors.js';
import { toAssignment, toAssignmentView } from '../assignment.mapper.js';
import { SessionRepository } from './session.repository.js';

/** The account as its holder sees it. */
@Injectable()
export class MeReader {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
  ) {}

  async get(viewer: Viewer): Promise<Me> {
    return this.database.as({ kind: 'accounts' }, (tx) => this.read(tx, viewer.accountId));
  }

  async read(tx: Transaction, accountId: string): Promise<Me> {
    const row = await this.sessions.findMe(tx, accountId);
    if (!row) throw apiError('session.invalid');
    return {
      id: accountId,
      username: row.username,
      name: row.name,
      districtCode: row.district_code,
      assignments: row.assignments.map(toAssignmentView),
      permissions: permissionsOf({ assignments: row.assignments.map(toAssignment) }),
    };
  }
}
