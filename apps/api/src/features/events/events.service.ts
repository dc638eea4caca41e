import { Injectable } from '@nestjs/common';
import type { EventLens, EventMarker, EventQuery, EventRow, EventView, InputOf, NearbyEvent, QueueCount } from '@wangge/contracts';
import { type eventsApi, EventStatus } from '@wangge/contracts';
import { areaLens, areasOf, covers, type Lens, listLens, may, memberLens, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { apiError, notFound } from '../../platform/http/errors.js';
import { fromRow } from './event-columns.js';
import { writeCursor } from './event-cursor.js';
import { type EventFilter, EventListRepository } from './event-list.repository.js';
import { EventViews } from './event-views.js';
import { type EventWorker, EventWorkers } from './event-workers.js';
import { toEventRow, toMarker, toNearby } from './event.mapper.js';
import { EventsRepository } from './events.repository.js';

const DEEPEST_ROW = 1000;
const NEARBY_METRES = 100;

/** Reading events: each question goes through one lens of the viewer. */
@Injectable()
export class EventsService {
  constructor(
    private readonly database: Database,
    private readonly events: EventsRepository,
    private readonly lists: EventListRepository,
    private readonly views: EventViews,
    private readonly workers: EventWorkers,
    private readonly clock: SystemClock,
  ) {}

  async list(viewer: Viewer, query: EventQuery) {
    if (query.page && query.cursor) throw badRequest('query.cursor', 'exclusive');
    if ((query.page ?? 1) * query.perPage > DEEPEST_ROW) throw badRequest('query.page', 'too_deep');
    const lens = listLens(viewer, query.lens, query.scope);
    if (!lens) return { items: [] as EventRow[], total: 0, totalIs: 'exact' as const, nextCursor: null };
    const now = this.now();
    const [found, total] = await this.database.atOnce(lens, (tx) =>
      Promise.all([this.lists.list(tx, lens, query, now), this.lists.count(tx, lens, query, now)]),
    );
    const items = found.slice(0, query.perPage).map((record) => toEventRow(record, viewer, this.views.className, now));
    const last = items.at(-1);
    return {
      items,
      total: Math.min(total, EventListRepository.cap),
      totalIs: total > EventListRepository.cap ? ('atLeast' as const) : ('exact' as const),
      nextCursor: found.length > query.perPage && last ? cursorAfter(last, query.sort) : null,
    };
  }

  async queues(viewer: Viewer, { scope, lens: asked }: { scope?: string; lens?: EventLens }): Promise<{ items: QueueCount[] }> {
    const lens = listLens(viewer, asked, scope);
    if (!lens) return { items: [] };
    const rows = await this.database.atOnce(lens, (tx) => this.lists.queues(tx, lens, scope, this.now()));
    return { items: rows.map((row) => ({ ...row, status: EventStatus.parse(row.status) })) };
  }

  async areas(viewer: Viewer, parent: string) {
    const lens = areaOver(viewer, parent) ?? listLens(viewer, undefined);
    if (!lens) return { items: [] };
    return { items: await this.database.atOnce(lens, (tx) => this.lists.areas(tx, lens, areaLens(parent), this.now())) };
  }

  async map(viewer: Viewer, { lens: asked, ...filter }: EventFilter & { lens?: EventLens }): Promise<{ items: EventMarker[]; complete: boolean }> {
    const lens = listLens(viewer, asked, filter.scope);
    if (!lens) return { items: [], complete: true };
    const now = this.now();
    const { rows, complete } = await this.database.atOnce(lens, (tx) => this.lists.markers(tx, lens, filter, now));
    return { items: rows.map((row) => toMarker(row, now)), complete };
  }

  get(viewer: Viewer, id: string): Promise<EventView> {
    return this.views.page(viewer, id);
  }

  async nearby(viewer: Viewer, id: string): Promise<{ items: NearbyEvent[] }> {
    const lens = memberLens(viewer);
    return this.database.as(lens, async (tx) => {
      const record = await this.events.find(tx, lens, id);
      if (!record) throw notFound();
      const event = fromRow(record);
      const rows = await this.lists.nearby(tx, lens, event, NEARBY_METRES);
      return { items: rows.map((row) => toNearby(row, event, this.views.className)) };
    });
  }

  /** Only for those who may give the event to a worker. */
  async listWorkers(viewer: Viewer, { params }: InputOf<typeof eventsApi.workers>): Promise<{ items: EventWorker[] }> {
    const lens = memberLens(viewer);
    return this.database.as(lens, async (tx) => {
      const record = await this.events.find(tx, lens, params.id);
      if (!record) throw notFound();
      const event = fromRow(record);
      if (!may(viewer, 'event.send-check', event, ['desk'])) throw apiError('permission.denied');
      return { items: await this.workers.list(tx, event) };
    });
  }

  private now(): string {
    return this.clock.now().toISOString();
  }
}

function areaOver(viewer: Viewer, node: string): Lens | undefined {
  const area = areasOf(viewer).find((code) => covers(code, node));
  if (area !== undefined) return areaLens(area);
  // Above his own area a viewer still sees the numbers of what is his.
  const below = areasOf(viewer).find((code) => covers(node, code));
  return below === undefined ? undefined : areaLens(below);
}

function cursorAfter(row: EventRow, sort: EventQuery['sort']): string {
  return writeCursor({ key: sort === 'dueAt' ? row.dueAt : row.reportedAt, id: row.id });
}

function badRequest(path: string, rule: string) {
  return apiError('request.invalid', { fields: [{ path, rule }] });
}
