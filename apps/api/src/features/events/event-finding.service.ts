import { Inject, Injectable } from '@nestjs/common';
import { type EventBrief, EventStatus } from '@wangge/contracts';
import { eventLight, type Lens, listLens, placeNameOf, type Viewer } from '@wangge/domain';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, type Statement, type Transaction, withinLens } from '../../platform/database/index.js';
import { EventViews } from './event-views.js';

interface BriefRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
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

const SHOWN = 6;
const COUNTED = 100;
/** Titles are searched among the newest: no index knows the middle of a title. The list searches all of them. */
const NEWEST = 2000;
const NONE: FoundEvents = { total: 0, totalIs: 'exact', items: [] };

const BRIEF = `e.id, e.number, e.title, e.class_code, e.status, e.due_at, e.yellow_at, e.reported_at, e.place,
  ${['district', 'street', 'community', 'grid'].map((level) => `coalesce((select name from grid_node where code = e.${level}_code), '') as place_${level}`).join(', ')}`;
const COLUMNS = `event.id, event.number, event.title, event.class_code, event.status, event.due_at, event.yellow_at, event.reported_at,
  event.place, event.district_code, event.street_code, event.community_code, event.grid_code`;

/** Events for other pages: found by number or title, newest of a place, nearest to a point. */
@Injectable()
export class EventFinding {
  constructor(
    private readonly database: Database,
    @Inject(EventViews) private readonly views: Pick<EventViews, 'className'>,
    private readonly clock: SystemClock,
  ) {}

  async find(viewer: Viewer, words: string): Promise<FoundEvents> {
    const lens = listLens(viewer, undefined);
    if (!lens) return NONE;
    return this.database.as(lens, (tx) => this.within(tx, lens, viewer, words));
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
      className: this.views.className(row.class_code),
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
