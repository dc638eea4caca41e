import { Injectable } from '@nestjs/common';
import { areaLens } from '@wangge/domain';
import type { Transaction } from '../../platform/database/transaction.js';
import { type Filter, withinLens } from '../../platform/database/within-lens.js';
import type { IndicatorScope } from './indicator-scope.js';

export interface MarkerRow {
  readonly id: string;
  readonly number: string;
  readonly lng: number;
  readonly lat: number;
  readonly status: string;
  readonly class_code: string | null;
  readonly due_at: Date | null;
  readonly yellow_at: Date | null;
}
export interface NewsRow {
  readonly log_id: string;
  readonly event_id: string;
  readonly at: Date;
  readonly status: string;
  readonly number: string;
  readonly class_code: string | null;
  readonly community: string | null;
  readonly grid: string | null;
}

const MARKER = 'event.id, event.number, event.lng, event.lat, event.status, event.class_code, event.due_at, event.yellow_at';

/** The outbox belongs to the job lens: asked only for positions of what another lens has shown. */
const POSITIONS = {
  name: 'board.positions',
  text: `select payload ->> 'id' as id, payload ->> 'at' as at, max(position)::text as position
           from outbox where payload ->> 'id' = any($1::text[]) group by 1, 2`,
};

/** Single events a board shows: each statement is bounded by an index and a limit. */
@Injectable()
export class BoardEventsRepository {
  /** What has waited longest beyond its deadline. */
  overdue(tx: Transaction, scope: IndicatorScope, now: string, most: number): Promise<MarkerRow[]> {
    const within = conditions(scope, 3);
    const text = `select ${MARKER} from event where event.due_at <= $1 and ${within.sql} order by event.due_at limit $2`;
    return tx.query<MarkerRow>({ name: nameOf('overdue', scope), text }, [now, most, ...within.values]);
  }

  /** What has changed since an instant, the last change first. */
  changed(tx: Transaction, scope: IndicatorScope, since: string, most: number): Promise<MarkerRow[]> {
    const within = conditions(scope, 4);
    const text = `
      select ${MARKER}
        from (select event_id, max(at) as at from event_log where district_code = $1 and at >= $2 group by 1) as recent
        join event on event.district_code = $1 and event.id = recent.event_id
       where ${within.sql}
       order by recent.at desc limit $3`;
    return tx.query<MarkerRow>({ name: nameOf('changed', scope), text }, [districtOf(scope), since, most, ...within.values]);
  }

  /** The last steps since an instant. Neither words that people wrote nor their names are among what is read. */
  news(tx: Transaction, scope: IndicatorScope, since: string, most: number): Promise<NewsRow[]> {
    const within = conditions(scope, 4);
    const text = `
      select event_log.id as log_id, event_log.event_id, event_log.at, event_log.to_status as status, event.number, event.class_code,
             (select name from grid_node where code = event.community_code) as community,
             (select name from grid_node where code = event.grid_code) as grid
        from event_log join event on event.district_code = event_log.district_code and event.id = event_log.event_id
       where event_log.district_code = $1 and event_log.at >= $2 and ${within.sql}
       order by event_log.at desc, event_log.id desc limit $3`;
    return tx.query<NewsRow>({ name: nameOf('news', scope), text }, [districtOf(scope), since, most, ...within.values]);
  }

  /** Where news stand in the stream, by event and instant. Changes the transaction's lens: to be asked last. */
  async positions(tx: Transaction, eventIds: readonly string[]): Promise<{ id: string; at: string; position: string }[]> {
    if (eventIds.length === 0) return [];
    await tx.become({ kind: 'job' });
    return tx.query(POSITIONS, [eventIds]);
  }
}

const districtOf = ({ code }: IndicatorScope) => code.slice(0, 6);

/** The lens is the wall; the node asked for narrows it. */
function conditions({ lens, code }: IndicatorScope, firstParameter: number): Filter {
  const wall = withinLens(lens, 'event', firstParameter);
  const node = withinLens(areaLens(code), 'event', firstParameter + wall.values.length);
  return { sql: `${wall.sql} and ${node.sql}`, values: [...wall.values, ...node.values] };
}

const nameOf = (what: string, { lens, code }: IndicatorScope) => `board.${what}.${lens.kind}.${areaLens(code).kind}`;
