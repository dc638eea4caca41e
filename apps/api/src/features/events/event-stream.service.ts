import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventNews } from '@wangge/contracts';
import { areasOf, coversChain, departmentsOf, placeNameOf, type Viewer } from '@wangge/domain';
import { Database } from '../../platform/database/database.js';
import type { DeliveredFact } from '../../platform/outbox/outbox.js';
import { OutboxReader } from '../../platform/outbox/outbox-reader.js';
import { GRID_CHANGED } from '../grid/index.js';
import { Standards } from '../standards/index.js';
import { EVENT_CHANGED, type EventChanged } from './event-changed.js';

export interface StreamMessage {
  readonly position: string;
  readonly kind: 'event' | 'task';
  readonly data: EventNews | Record<string, never>;
}

const PLACE = {
  name: 'events.place',
  text: 'select (select name from grid_node where code = $1) as community, (select name from grid_node where code = $2) as grid',
};

/** Live news under the viewer's relations: what he could not open he does not hear of. */
@Injectable()
export class EventStream implements OnModuleInit {
  private readonly places = new Map<string, string>();

  constructor(
    private readonly outbox: OutboxReader,
    private readonly database: Database,
    private readonly standards: Standards,
  ) {}

  /** Names of grids are remembered until grids change. */
  onModuleInit(): void {
    this.outbox.listen(({ name }) => {
      if (name === GRID_CHANGED) this.places.clear();
    });
  }

  /**
   * Sends what the viewer may know from now on, or from after `position`. Returns how to stop. Where something could
   * not be read it says so and sends no more: whoever listens asks again, from after what he has.
   */
  open(viewer: Viewer, position: string | undefined, send: (message: StreamMessage) => void, lost: () => void): () => void {
    let isClosed = false;
    let last = position;
    const hand = async (fact: DeliveredFact) => {
      if (isClosed || (last !== undefined && BigInt(fact.position) <= BigInt(last))) return;
      last = fact.position;
      for (const message of await this.messagesOf(viewer, fact)) send(message);
    };
    const giveUp = () => {
      if (!isClosed) lost();
      isClosed = true;
    };
    // What was missed is handed over first; what happens meanwhile waits behind it in the same chain.
    let chain = position === undefined ? Promise.resolve() : this.missed(position, hand).catch(giveUp);
    const stop = this.outbox.listen((fact) => {
      chain = chain.then(() => hand(fact)).catch(giveUp);
    });
    return () => {
      isClosed = true;
      stop();
    };
  }

  private async missed(position: string, hand: (fact: DeliveredFact) => Promise<void>): Promise<void> {
    let from = position;
    for (;;) {
      const facts = await this.outbox.since(from);
      for (const fact of facts) await hand(fact);
      const last = facts.at(-1);
      if (!last) return;
      from = last.position;
    }
  }

  lastPosition(): Promise<string> {
    return this.outbox.lastPosition();
  }

  private async messagesOf(viewer: Viewer, fact: DeliveredFact): Promise<StreamMessage[]> {
    if (fact.name !== EVENT_CHANGED) return [];
    const changed = fact.payload as EventChanged;
    const isMine = changed.assigneeIds.includes(viewer.accountId);
    const messages: StreamMessage[] = isMine ? [{ position: fact.position, kind: 'task', data: {} }] : [];
    if (!isVisible(viewer, changed)) return messages;
    return [...messages, { position: fact.position, kind: 'event', data: await this.toNews(changed) }];
  }

  private async toNews(changed: EventChanged): Promise<EventNews> {
    const { departmentIds: _departments, reportedBy: _reporter, assigneeIds: _assignees, ...news } = changed;
    const title = this.standards.of(changed.chain.districtCode).nameOf(changed.classCode);
    return { ...news, title, place: await this.placeOf(changed.chain.communityCode, changed.chain.gridCode) };
  }

  private async placeOf(communityCode: string, gridCode: string): Promise<string> {
    const known = this.places.get(gridCode);
    if (known !== undefined) return known;
    const [row] = await this.database.as({ kind: 'reference' }, (tx) =>
      tx.query<{ community: string | null; grid: string | null }>(PLACE, [communityCode, gridCode]),
    );
    const place = row?.grid ?? placeNameOf(row?.community ?? '');
    this.places.set(gridCode, place);
    return place;
  }
}

function isVisible(viewer: Viewer, changed: EventChanged): boolean {
  return (
    changed.reportedBy === viewer.accountId ||
    changed.assigneeIds.includes(viewer.accountId) ||
    changed.departmentIds.some((id) => departmentsOf(viewer).includes(id)) ||
    areasOf(viewer).some((code) => coversChain(code, changed.chain))
  );
}
