import { Injectable } from '@nestjs/common';
import type { Screen } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Database } from '../../../platform/database/index.js';
import { toAssignment } from '../assignment.mapper.js';
import { FIND_VIEWERS } from './session.queries.js';
import type { ViewerRow } from './session.repository.js';
import { SessionTimes } from './session-times.js';

/** A session that is good now, and who holds it. */
export interface OpenSession {
  readonly sessionId: string;
  readonly screen: Screen;
  readonly accountVersion: number;
  readonly viewer: Viewer;
}

type Asked = Promise<ReadonlyMap<string, ViewerRow>>;

/**
 * Asks the database on each request: signing out, disabling and a change of roles take effect at once. Requests that come
 * while an answer is on its way are asked about together in the next question, which is always sent after they have come.
 */
@Injectable()
export class SessionCheck {
  private running: Asked | undefined;
  private next: { readonly ids: Set<string>; readonly answer: Asked } | undefined;

  constructor(
    private readonly database: Database,
    private readonly times: SessionTimes,
  ) {}

  async find(sessionId: string): Promise<OpenSession | undefined> {
    const row = (await this.asked(sessionId)).get(sessionId);
    if (!row) return undefined;
    const assignments = row.assignments.map(toAssignment);
    const viewer = { accountId: row.id, name: row.name, districtCode: row.district_code, assignments };
    return { sessionId, screen: row.screen, accountVersion: row.version, viewer };
  }

  /** For what outlives its request (the stream): whether to go on. */
  async isOpen(sessionId: string): Promise<boolean> {
    return (await this.find(sessionId)) !== undefined;
  }

  private asked(sessionId: string): Asked {
    if (this.next) {
      this.next.ids.add(sessionId);
      return this.next.answer;
    }
    const ids = new Set([sessionId]);
    if (!this.running) return this.ask(ids);
    const answer = this.running.then(
      () => this.askNext(ids),
      () => this.askNext(ids),
    );
    this.next = { ids, answer };
    return answer;
  }

  private askNext(ids: ReadonlySet<string>): Asked {
    this.next = undefined;
    return this.ask(ids);
  }

  private ask(ids: ReadonlySet<string>): Asked {
    const answer = this.read([...ids]);
    this.running = answer;
    const done = () => {
      if (this.running === answer) this.running = undefined;
    };
    answer.then(done, done);
    return answer;
  }

  private async read(ids: readonly string[]): Asked {
    const rows = await this.database.once<ViewerRow>({ kind: 'accounts' }, FIND_VIEWERS, [ids, this.times.now()]);
    return new Map(rows.map((row) => [row.session_id, row]));
  }
}
