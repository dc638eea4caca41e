import { Injectable } from '@nestjs/common';
import type { EventView } from '@wangge/contracts';
import { levelOf, memberLens, placeNameOf, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { apiError } from '../../platform/http/errors.js';
import { Standards } from '../standards/index.js';
import { fromRow } from './event-columns.js';
import { type EventParts, toEventView } from './event.mapper.js';
import { EventsRepository, type NamedRecord, type PageRecord } from './events.repository.js';

/** Puts together what one event's page shows. */
@Injectable()
export class EventViews {
  constructor(
    private readonly database: Database,
    private readonly events: EventsRepository,
    private readonly standards: Standards,
    private readonly clock: SystemClock,
  ) {}

  /** Throws `not-found` where the event does not exist for this viewer. All is asked at once: a page is one way to the database and back. */
  async page(viewer: Viewer, id: string): Promise<EventView> {
    const lens = memberLens(viewer);
    const read = (district: string) =>
      this.database.atOnce(lens, (tx) => Promise.all([this.events.findPage(tx, lens, id), this.parts(tx, district, id)]));
    const [record, parts] = await read(viewer.districtCode);
    if (!record) throw apiError('not-found');
    // Who oversees several districts has to know first which one it is.
    const isOther = districtOf(record) !== viewer.districtCode;
    return this.of(record, isOther ? (await read(districtOf(record)))[1] : parts, viewer);
  }

  /** After a step: the actor sees what came of it, even where the event has just left his view. */
  async afterStep(tx: Transaction, id: string, viewer: Viewer): Promise<EventView> {
    const record = await this.events.findPage(tx, { kind: 'record', id }, id);
    if (!record) throw apiError('not-found');
    const parts = await this.parts(tx, districtOf(record), id);
    return this.of(await this.naming(tx, record, viewer), parts, viewer);
  }

  /** What it was merged into, under the viewer's own lens: the step's transaction sees but the event it was taken with. Comes last. */
  private async naming(tx: Transaction, record: PageRecord, viewer: Viewer): Promise<PageRecord> {
    const { id, mergedInto } = fromRow(record);
    if (mergedInto === null) return record;
    const lens = memberLens(viewer);
    await tx.become(lens);
    return (await this.events.findPage(tx, lens, id)) ?? record;
  }

  private async parts(tx: Transaction, districtCode: string, id: string): Promise<EventParts> {
    const [timeline, photos] = await Promise.all([
      this.events.timeline(tx, districtCode, id),
      this.events.photos(tx, districtCode, id),
    ]);
    return { timeline, photos };
  }

  private of(record: PageRecord, parts: EventParts, viewer: Viewer): EventView {
    const deskName = deskNameOf(record, fromRow(record).deskCode);
    return toEventView(record, { ...parts, deskName }, viewer, this.className, this.clock.now().toISOString());
  }

  readonly className = (code: string | null, districtCode: string): string | null =>
    code === null ? null : (this.standards.of(districtCode).findName(code) ?? null);
}

/** The desk is that of a node of the event's own chain. */
function deskNameOf(record: NamedRecord, code: string): string {
  const level = levelOf(code);
  return level === undefined ? code : placeNameOf(record[`${level}_name`]);
}

const districtOf = (record: PageRecord): string => fromRow(record).districtCode;
