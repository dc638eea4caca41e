import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EventQuery } from '@wangge/contracts';
import { type AreaLens, areaLens, type Lens, OPEN_STATUSES } from '@wangge/domain';
import type { Transaction } from '../../platform/database/transaction.js';
import { withinLens } from '../../platform/database/within-lens.js';
import { type Cursor, readCursor } from './event-cursor.js';
import * as sql from './events.queries.js';
import type { NamedRecord } from './events.repository.js';

export type EventFilter = Omit<EventQuery, 'sort' | 'perPage' | 'page' | 'cursor' | 'lens'>;

export interface MarkerRecord {
  readonly id: string;
  readonly number: string;
  readonly lng: number;
  readonly lat: number;
  readonly status: string;
  readonly class_code: string | null;
  readonly due_at: Date | null;
  readonly yellow_at: Date | null;
}
export interface NearbyRecord {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly class_code: string | null;
  readonly status: string;
  readonly reported_at: Date;
  readonly distance: number;
}

const COUNT_CAP = 1000;
const MARKER_CAP = 2000;
const CHILD_COLUMN = {
  region: 'district_code',
  district: 'street_code',
  street: 'community_code',
  community: 'grid_code',
} as const;

/** Collects conditions with their parameters; texts come from this file alone, values travel as parameters. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  add(text: (...parameters: string[]) => string, ...values: unknown[]): this {
    const parameters = values.map((_, index) => `$${this.values.length + index + 1}`);
    this.parts.push(text(...parameters));
    this.values.push(...values);
    return this;
  }

  addFilter(lens: Lens): this {
    const { sql: within, values } = withinLens(lens, 'event', this.values.length + 1);
    this.parts.push(within);
    this.values.push(...values);
    return this;
  }

  get text(): string {
    return this.parts.join(' and ');
  }
}

function where(lens: Lens, filter: EventFilter, now: string): Conditions {
  const found = new Conditions().addFilter(lens);
  if (filter.scope && !isLensOf(lens, filter.scope)) found.addFilter(areaLens(filter.scope));
  if (filter.status) found.add(($) => `event.status = any(${$}::text[])`, filter.status);
  if (filter.classCode) found.add(($) => `event.class_code = any(${$}::text[])`, filter.classCode);
  if (filter.departmentId) found.add(($) => `event.department_id = ${$}`, filter.departmentId);
  if (filter.source) found.add(($) => `event.source = ${$}`, filter.source);
  if (filter.supervised) found.add(() => 'event.supervision is not null');
  if (filter.supervised === 'waiting') found.add(() => `event.supervision ->> 'answeredAt' is null`);
  if (filter.light === 'red') found.add(($) => `event.due_at <= ${$}`, now);
  if (filter.light === 'yellow') found.add(($) => `event.yellow_at <= ${$} and event.due_at > ${$}`, now);
  if (filter.from) found.add(($) => `event.reported_at >= ${$}`, filter.from);
  if (filter.to) found.add(($) => `event.reported_at < ${$}`, filter.to);
  if (filter.ids) found.add(($) => `event.id = any(${$}::uuid[])`, filter.ids);
  if (filter.bbox) {
    found.add((w, s, e, n) => `event.geom && ST_MakeEnvelope(${w}, ${s}, ${e}, ${n}, 4326)`, ...filter.bbox);
  }
  if (filter.q) {
    found.add(
      ($) =>
        `(event.number ^@ ${$} or strpos(lower(event.title || ' ' || event.place || ' ' || event.description), lower(${$})) > 0)`,
      filter.q,
    );
  }
  return found;
}

function isLensOf(lens: Lens, scope: string): boolean {
  return 'code' in lens && lens.code === scope;
}

const nameOf = (prefix: string, text: string) => `${prefix}.${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`;

@Injectable()
export class EventListRepository {
  async list(tx: Transaction, lens: Lens, query: EventQuery, now: string): Promise<NamedRecord[]> {
    const conditions = where(lens, query, now);
    if (query.cursor) addCursor(conditions, query.sort, readCursor(query.cursor));
    const order = {
      '-reportedAt': 'event.reported_at desc, event.id desc',
      reportedAt: 'event.reported_at, event.id',
      dueAt: 'event.due_at, event.id',
    }[query.sort];
    const skip = query.cursor ? 0 : ((query.page ?? 1) - 1) * query.perPage;
    const limit = conditions.values.push(query.perPage + 1);
    const offset = conditions.values.push(skip);
    const text = `select ${sql.LISTED} from event where ${conditions.text} order by ${order} limit $${limit} offset $${offset}`;
    return tx.query<NamedRecord>({ name: nameOf('events.list', text), text }, conditions.values);
  }

  /** Exact up to the cap, one more beyond it. */
  async count(tx: Transaction, lens: Lens, filter: EventFilter, now: string): Promise<number> {
    const conditions = where(lens, filter, now);
    const text = `select count(*)::int as total from (select 1 from event where ${conditions.text} limit ${COUNT_CAP + 1}) as capped`;
    const [row] = await tx.query<{ total: number }>({ name: nameOf('events.count', text), text }, conditions.values);
    return row?.total ?? 0;
  }

  static readonly cap = COUNT_CAP;

  async markers(
    tx: Transaction,
    lens: Lens,
    filter: EventFilter,
    now: string,
  ): Promise<{ rows: MarkerRecord[]; complete: boolean }> {
    const conditions = where(lens, filter, now);
    const text = `select id, number, lng, lat, status, class_code, due_at, yellow_at from event where ${conditions.text}
                   order by reported_at desc, id desc limit ${MARKER_CAP + 1}`;
    const rows = await tx.query<MarkerRecord>({ name: nameOf('events.markers', text), text }, conditions.values);
    return { rows: rows.slice(0, MARKER_CAP), complete: rows.length <= MARKER_CAP };
  }

  /** The work in hand by state: reads the open events alone, never the whole table. */
  async queues(tx: Transaction, lens: Lens, scope: string | undefined, now: string) {
    const conditions = where(lens, scope ? { scope, status: [...OPEN_STATUSES] } : { status: [...OPEN_STATUSES] }, now);
    const at = conditions.values.push(now);
    const text = `select status, count(*)::int as total,
                         count(*) filter (where due_at <= $${at}::timestamptz)::int as red,
                         count(*) filter (where yellow_at <= $${at}::timestamptz and due_at > $${at}::timestamptz)::int as yellow
                    from event where ${conditions.text} group by status`;
    return tx.query<{ status: string; total: number; yellow: number; red: number }>(
      { name: nameOf('events.queues', text), text },
      conditions.values,
    );
  }

  async areas(tx: Transaction, lens: Lens, parent: AreaLens, now: string) {
    const column = parent.kind === 'grid' ? 'grid_code' : CHILD_COLUMN[parent.kind];
    const conditions = where(lens, { scope: parent.code, status: [...OPEN_STATUSES] }, now);
    const at = conditions.values.push(now);
    const text = `select ${column} as code, count(*)::int as open,
                         count(*) filter (where due_at <= $${at}::timestamptz)::int as overdue
                    from event where ${conditions.text} group by 1 order by 1`;
    return tx.query<{ code: string; open: number; overdue: number }>(
      { name: nameOf('events.areas', text), text },
      conditions.values,
    );
  }

  /** Open events around a point that this lens shows, nearest first. */
  async nearby(
    tx: Transaction,
    lens: Lens,
    event: { districtCode: string; id: string; lng: number; lat: number },
    metres: number,
  ) {
    const { sql: within, values } = withinLens(lens, 'event', 7);
    const text = `select id, number, title, class_code, status, reported_at,
                         ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint($3, $4), 4326)::geography)::float8 as distance
                    from event where ${sql.NEARBY} and ${within} order by distance limit 20`;
    return tx.query<NearbyRecord>({ name: `events.nearby.${lens.kind}`, text }, [
      event.districtCode,
      event.id,
      event.lng,
      event.lat,
      metres,
      [...OPEN_STATUSES],
      ...values,
    ]);
  }
}

/** Reads on after the last row of a page, by the same order as the list: no row is counted off. */
function addCursor(conditions: Conditions, sort: EventQuery['sort'], { key, id }: Cursor): void {
  if (sort === '-reportedAt')
    conditions.add((k, i) => `(event.reported_at, event.id) < (${k}::timestamptz, ${i}::uuid)`, key, id);
  else if (sort === 'reportedAt')
    conditions.add((k, i) => `(event.reported_at, event.id) > (${k}::timestamptz, ${i}::uuid)`, key, id);
  else if (key === null) conditions.add((i) => `event.due_at is null and event.id > ${i}::uuid`, id);
  else conditions.add((k, i) => `((event.due_at, event.id) > (${k}::timestamptz, ${i}::uuid) or event.due_at is null)`, key, id);
}
