import { Injectable } from '@nestjs/common';
import type { Screen } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Database } from '../../../platform/database/index.js';
import { toAssignment } from '../assignment.mapper.js';
import { SessionRepository } from './session.repository.js';
import { SessionTimes } from './session-times.js';

/** A session that is good now, and who holds it. */
export interface OpenSession {
  readonly sessionId: string;
  readonly screen: Screen;
  readonly accountVersion: number;
  readonly viewer: Viewer;
}

/** Asks the database on each request: signing out, disabling and a change of roles take effect at once. */
@Injectable()
export class SessionCheck {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly times: SessionTimes,
  ) {}

  async find(sessionId: string): Promise<OpenSession | undefined> {
    const now = this.times.now();
    const row = await this.database.as({ kind: 'accounts' }, (tx) => this.sessions.findViewer(tx, sessionId, now));
    if (!row) return undefined;
    const assignments = row.assignments.map(toAssignment);
    const viewer = { accountId: row.id, name: row.name, districtCode: row.district_code, assignments };
    return { sessionId, screen: row.screen, accountVersion: row.version, viewer };
  }

  /** For what outlives its request (the stream): whether to go on. */
  async isOpen(sessionId: string): Promise<boolean> {
    return (await this.find(sessionId)) !== undefined;
  }
}
