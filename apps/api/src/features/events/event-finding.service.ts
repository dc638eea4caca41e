import { Inject, Injectable } from '@nestjs/common';
import { type EventBrief, EventStatus, type Point } from '@wangge/contracts';
import { areaLens, areasOf, covers, eventLight, type Lens, listLens, placeNameOf, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, type Statement, type Transaction, withinLens } from '../../platform/database/index.js';
import { EventListRepository } from './event-list.repository.js';
import { EventViews } from './event-views.js';

interface BriefRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly district_code: string;
  readonly class_code: string | null;
  readonly status: string;
  readonly due_at: Date | null;
  readonly yellow_at: Date | null;
  readonly reported_at: Date;
  readonly place: string;
  readonly place_district: string;
  readonly place_street: string;
  readonly place_community: string;
  readonly place_grid: string;
  readonly total: number;
}
export interface FoundEvents {
  readonly total: number;
  readonly totalIs: 'exact' | 'atLeast';
  readonly items: EventBrief[];
}

export interface NearFound extends Omit<FoundEvents, 'items'> {
  readonly items: (EventBrief & { readonly distance: number })[];
}
export interface EventsOfPlace {
  readonly open: number;
  readonly overdue: number;
  readonly newest: EventBrief[];
}

const SHOWN = 6;
const NEAR_SHOWN = 20;
const COUNTED = 100;
/** Titles are searched among the newest: no index knows the middle of a title. The list searches all of them. */
const NEWEST = 2000;
const NONE: FoundEvents = { total: 0, totalIs: 'exact', items: [] };

const BRIEF = `e.id, e.number, e.title, e.district_code, e.class_code, e.status, e.due_at, e.yellow_at, e.reported_at, e.place,
  ${['district', 'street', 'community', 'grid'].map((level) => `coalesce((select name from grid_node where code = e.${level}_code), '') as place_${level}`).join(', ')}`;
const COLUMNS = `event.id, event.number, event.title, event.class_code, event.status, event.due_at, event.yellow_at, event.reported_at,
  event.place, event.district_code, event.street_code, event.community_code, event.grid_code`;

/** Events for other pages: found by number or title, newest of a place, nearest to a point. */
@Injectable()
export class EventFinding {
  constructor(
    private readonly database: Database,
    @Inject(EventViews) private readonly views: Pick<EventViews, 'className'>,
    private readonly lists: EventListRepository,
    private readonly clock: SystemClock,
  ) {}

  async find(viewer: Viewer, words: string): Promise<FoundEvents> {
    const lens = listLens(viewer, undefined);
    if (!lens) return NONE;
    return this.database.atOnce(lens, (tx) => this.within(tx, lens, viewer, words));
  }

  async within(tx: Transaction, lens: Lens, viewer: Pick<Viewer, 'districtCode'>, words: string): Promise<FoundEvents> {
    const { sql, values } = withinLens(lens, 'event', 3);
    const statement: Statement = {
      name: `events.finding.${lens.kind}`,
      text: `select ${BRIEF}, e.total
               from (select f.*, count(*) over ()::int as total
                       from (select * from (select ${COLUMNS} from event
                                             where event.district_code = $2 and event.number >= $1 and event.number < $1 || chr(1114111) and ${sql}
                                             order by event.number limit ${COUNTED + 1}) as numbered
                             union
                             select * from (select newest.* from (select ${COLUMNS} from event where ${sql}
                                                                   order by event.reported_at desc, event.id desc limit ${NEWEST}) as newest
                                             where strpos(lower(newest.title), lower($1)) > 0 limit ${COUNTED + 1}) as titled) as f
                      order by f.reported_at desc, f.id desc limit ${SHOWN}) as e`,
    };
    const rows = await tx.query<BriefRow>(statement, [words, viewer.districtCode, ...values]);
    return this.toFound(rows, COUNTED);
  }

  /** Open and done, around a spot, newest first; distances in metres. */
  async near(viewer: Viewer, point: Point, metres: number): Promise<NearFound> {
    const lens = listLens(viewer, undefined);
    if (!lens) return { ...NONE, items: [] };
    return this.database.as(lens, (tx) => this.nearWithin(tx, lens, point, metres));
  }

  async nearWithin(tx: Transaction, lens: Lens, { lng, lat }: Point, metres: number): Promise<NearFound> {
    const { sql, values } = withinLens(lens, 'event', 4);
    const spot = 'ST_SetSRID(ST_MakePoint($1, $2), 4326)';
    const statement: Statement = {
      name: `events.near-spot.${lens.kind}`,
      // A degree is at least 60 km here, so the box holds the circle.
      text: `select ${BRIEF}, e.total, e.distance
               from (select ${COLUMNS}, count(*) over ()::int as total,
                            ST_Distance(event.geom::geography, ${spot}::geography)::float8 as distance
                       from event
                      where event.geom && ST_Expand(${spot}, $3::float8 / 60000)
                        and ST_DWithin(event.geom::geography, ${spot}::geography, $3) and ${sql}
                      order by event.reported_at desc, event.id desc limit ${NEAR_SHOWN}) as e`,
    };
    const rows = await tx.query<BriefRow & { distance: number }>(statement, [lng, lat, metres, ...values]);
    const items = rows.map((row) => ({ ...this.toBrief(row), distance: Math.round(row.distance) }));
    return { total: rows[0]?.total ?? 0, totalIs: 'exact', items };
  }

  /** The newest of a node, as far as the viewer's lens goes, and the work in hand there. */
  async ofPlace(viewer: Viewer, node: string): Promise<EventsOfPlace | null> {
    const lens = lensOver(viewer, node);
    if (!lens) return null;
    return this.database.as(lens, async (tx) => {
      const queues = await this.lists.queues(tx, lens, node, this.clock.now().toISOString());
      const rows = await this.newest(tx, lens, node);
      return {
        open: queues.reduce((sum, { total }) => sum + total, 0),
        overdue: queues.reduce((sum, { red }) => sum + red, 0),
        newest: rows.map((row) => this.toBrief(row)),
      };
    });
  }

  private newest(tx: Transaction, lens: Lens, node: string): Promise<BriefRow[]> {
    const wall = withinLens(lens, 'event', 1);
    const place = withinLens(areaLens(node), 'event', wall.values.length + 1);
    const text = `select ${BRIEF}, 0 as total
                    from (select ${COLUMNS} from event where ${wall.sql} and ${place.sql}
                           order by event.reported_at desc, event.id desc limit ${SHOWN}) as e order by e.reported_at desc, e.id desc`;
    const name = `events.newest-of.${lens.kind}.${areaLens(node).kind}`;
    return tx.query<BriefRow>({ name, text }, [...wall.values, ...place.values]);
  }

  private toFound(rows: readonly BriefRow[], cap: number): FoundEvents {
    const total = rows[0]?.total ?? 0;
    const items = rows.map((row) => this.toBrief(row)).sort((a, b) => (a.reportedAt < b.reportedAt ? 1 : -1));
    return { total: Math.min(total, cap), totalIs: total > cap ? 'atLeast' : 'exact', items };
  }

  private toBrief(row: BriefRow): EventBrief {
    const status = EventStatus.parse(row.status);
    const due = { status, dueAt: row.due_at?.toISOString() ?? null, yellowAt: row.yellow_at?.toISOString() ?? null };
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      className: this.views.className(row.class_code, row.district_code),
      status,
      light: eventLight(due, this.clock.now().toISOString()),
      reportedAt: row.reported_at.toISOString(),
      names: {
        district: row.place_district,
        street: row.place_street,
        community: placeNameOf(row.place_community),
        grid: row.place_grid,
      },
      place: row.place,
    };
  }
}

/** The viewer's area over the node, or his own part of it; else what is dispatched to him or reported by him there. */
function lensOver(viewer: Viewer, node: string): Lens | undefined {
  const areas = areasOf(viewer);
  const area = areas.find((code) => covers(code, node)) ?? areas.find((code) => covers(node, code));
  if (area !== undefined) return areaLens(area);
  return areas.length > 0 ? undefined : listLens(viewer, undefined);
}
