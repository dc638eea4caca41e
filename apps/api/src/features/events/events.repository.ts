import { Injectable } from '@nestjs/common';
import type { PhotoDeclaration, PhotoStage } from '@wangge/contracts';
import { chainOf, type Delta, type EventState, type Lens, type LogEntry } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../platform/database/transaction.js';
import { withinLens } from '../../platform/database/within-lens.js';
import { type EventRecord, fromRow, toRow } from './event-columns.js';
import * as sql from './events.queries.js';

/** A row with the names a reader sees. */
export type NamedRecord = EventRecord & {
  readonly district_name: string;
  readonly street_name: string;
  readonly community_name: string;
  readonly grid_name: string;
  readonly department_name: string | null;
};
/** What the page of one event shows beside: who reported it, who has it, and what it was merged into, where the lens shows that. */
export type PageRecord = NamedRecord & {
  readonly reporter_name: string | null;
  readonly assignee_name: string | null;
  readonly merged_number: string | null;
};
export interface LogRecord {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly from_status: string | null;
  readonly to_status: string;
  readonly actor_name: string;
  readonly receiver: string | null;
  readonly choice: string | null;
  readonly note: string | null;
  readonly clock: string | null;
  readonly used_minutes: number | null;
  readonly limit_minutes: number | null;
  readonly overdue: boolean;
  readonly department_name: string | null;
}
export interface PhotoRecord {
  readonly sha256: string;
  readonly stage: string;
  readonly taken_at: Date | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly ready: boolean;
}
export interface ShownPhoto {
  readonly content_hash: string;
  readonly thumb_hash: string;
}
/** What a resident's report carries beyond an account's. */
export interface Anonymous {
  readonly secretHash: string;
  readonly contact: Buffer | null;
}

@Injectable()
export class EventsRepository {
  /** One event through a lens; undefined where it does not exist for this viewer. */
  async find(tx: Transaction, lens: Lens, id: string): Promise<NamedRecord | undefined> {
    const { sql: within, values } = withinLens(lens, 'event', 2);
    const text = `select ${sql.ROW} from event where event.id = $1 and ${within}`;
    const [row] = await tx.query<NamedRecord>({ name: `events.find.${lens.kind}`, text }, [id, ...values]);
    return row;
  }

  /** The same with what its page shows beside. */
  async findPage(tx: Transaction, lens: Lens, id: string): Promise<PageRecord | undefined> {
    const { sql: within, values } = withinLens(lens, 'event', 2);
    const text = `select ${sql.ROW}, ${sql.PAGE_NAMES},
                         (select number from event as merged where merged.id = event.merged_into and ${withinLens(lens, 'merged', 2).sql}) as merged_number
                    from event where event.id = $1 and ${within}`;
    const [row] = await tx.query<PageRecord>({ name: `events.page.${lens.kind}`, text }, [id, ...values]);
    return row;
  }

  /** The one event that a lens of a single record (`public`) shows. */
  async findByLens(tx: Transaction, lens: Lens): Promise<NamedRecord | undefined> {
    const { sql: within, values } = withinLens(lens, 'event', 1);
    const text = `select ${sql.ROW} from event where ${within} limit 1`;
    return (await tx.query<NamedRecord>({ name: `events.find-by.${lens.kind}`, text }, values))[0];
  }

  /** The record that a `record` lens is bound to. */
  async findOwn(tx: Transaction, id: string): Promise<NamedRecord | undefined> {
    return (await tx.query<NamedRecord>(sql.OWN, [id]))[0];
  }

  /** Holds the row until the transaction ends, so that of two who act on the same version one comes second. */
  async lock(tx: Transaction, districtCode: string, id: string): Promise<EventState | undefined> {
    const [row] = await tx.query<EventRecord>(sql.LOCK, [districtCode, id]);
    return row && fromRow(row);
  }

  /** False where the id is taken. */
  async insert(tx: Transaction, event: EventState, by: string | null, anonymous?: Anonymous): Promise<boolean> {
    const rows = await tx.query(sql.INSERT, [toRow(event), by, anonymous?.secretHash ?? null, anonymous?.contact ?? null]);
    return rows.length > 0;
  }

  async update(tx: Transaction, event: EventState, by: string | null): Promise<void> {
    await tx.query(sql.UPDATE, [toRow(event), by]);
  }

  async forgetContact(tx: Transaction, districtCode: string, id: string): Promise<void> {
    await tx.query(sql.FORGET_CONTACT, [districtCode, id]);
  }

  async appendLog(tx: Transaction, event: EventState, entry: LogEntry): Promise<void> {
    const row = { id: uuid(), version: event.version, ...entry };
    await tx.query(sql.APPEND_LOG, [event.districtCode, event.id, JSON.stringify(row)]);
  }

  async appendDeltas(tx: Transaction, event: EventState, deltas: readonly Delta[]): Promise<void> {
    if (deltas.length === 0) return;
    const { districtCode, streetCode, communityCode, gridCode } = chainOf(event.gridCode);
    await tx.query(sql.APPEND_DELTAS, [districtCode, streetCode, communityCode, gridCode, JSON.stringify(deltas), event.id]);
  }

  async declarePhotos(
    tx: Transaction,
    event: EventState,
    stage: PhotoStage,
    photos: readonly PhotoDeclaration[],
    by: { readonly accountId: string | null; readonly at: string },
  ): Promise<void> {
    if (photos.length === 0) return;
    const rows = photos.map(({ point, ...photo }, position) => ({ ...photo, ...point, stage, position }));
    await tx.query(sql.DECLARE_PHOTOS, [event.districtCode, event.id, JSON.stringify(rows), by.accountId, by.at]);
  }

  timeline(tx: Transaction, districtCode: string, id: string): Promise<LogRecord[]> {
    return tx.query<LogRecord>(sql.TIMELINE, [districtCode, id]);
  }

  photos(tx: Transaction, districtCode: string, id: string): Promise<PhotoRecord[]> {
    return tx.query<PhotoRecord>(sql.PHOTOS, [districtCode, id]);
  }

  async countMissingPhotos(tx: Transaction, event: EventState, declaredSince: Date): Promise<number> {
    const [row] = await tx.query<{ missing: number }>(sql.PHOTOS_MISSING, [event.districtCode, event.id, declaredSince]);
    return row?.missing ?? 0;
  }

  /** Whether this account gave this command for this event before. */
  async wasCommanded(tx: Transaction, accountId: string, commandId: string, id: string): Promise<boolean> {
    return (await tx.query(sql.COMMANDED, [accountId, commandId, id])).length > 0;
  }

  /** Where the content of a photo is kept, if it belongs to an event that the lens shows. */
  async findShown(tx: Transaction, lens: Lens, sha256: string): Promise<ShownPhoto | undefined> {
    const { sql: within, values } = withinLens(lens, 'event', 2);
    const text = `select photo.content_hash, photo.thumb_hash from event_photo as photo
                    join event on event.district_code = photo.district_code and event.id = photo.event_id
                   where photo.sha256 = $1 and photo.ready_at is not null and ${within} limit 1`;
    return (await tx.query<ShownPhoto>({ name: `events.shown-photo.${lens.kind}`, text }, [sha256, ...values]))[0];
  }
}
