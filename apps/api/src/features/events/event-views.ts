import { Injectable } from '@nestjs/common';
import type { EventView } from '@wangge/contracts';
import { levelOf, memberLens, placeNameOf, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { apiError } from '../../platform/http/errors.js';
import { Standards } from '../standards/index.js';
import { fromRow } from './event-columns.js';
import { toEventView } from './event.mapper.js';
import { EventsRepository, type NamedRecord } from './events.repository.js';

/** Puts together what one event's page shows, in the transaction that has shown the event to be visible. */
@Injectable()
export class EventViews {
  constructor(
    private readonly events: EventsRepository,
    private readonly standards: Standards,
    private readonly clock: SystemClock,
  ) {}

  async of(tx: Transaction, record: NamedRecord, viewer: Viewer): Promise<EventView> {
    const event = fromRow(record);
    const [timeline, photos, accountNames, mergedInto] = await Promise.all([
      this.events.timeline(tx, event.districtCode, event.id),
      this.events.photos(tx, event.districtCode, event.id),
      this.events.accountNames(tx, [event.reportedBy, event.assigneeId]),
      event.mergedInto && this.events.numberOf(tx, memberLens(viewer), event.mergedInto),
    ]);
    const deskName = deskNameOf(record, event.deskCode);
    const parts = { timeline, photos, accountNames, mergedInto: mergedInto || null, deskName };
    return toEventView(record, parts, viewer, this.className, this.clock.now().toISOString());
  }

  /** After a step: the actor sees what came of it, even where the event has just left his view. */
  async afterStep(tx: Transaction, id: string, viewer: Viewer): Promise<EventView> {
    const record = await this.events.findOwn(tx, id);
    if (!record) throw apiError('not-found');
    return this.of(tx, record, viewer);
  }

  readonly className = (code: string | null): string | null =>
    code === null ? null : (this.standards.findClass(code)?.name ?? null);
}

/** The desk is that of a node of the event's own chain. */
function deskNameOf(record: NamedRecord, code: string): string {
  const level = levelOf(code);
  return level === undefined ? code : placeNameOf(record[`${level}_name`]);
}
