import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Label } from '@wangge/contracts';
import { type Lens, localDate, localHour, OPEN_STATUSES } from '@wangge/domain';
import { type Statement, type Transaction, withinLens } from '../../platform/database/index.js';
import {
  type CountRow,
  countsOf,
  type GridChangeParticipant,
  GridChangeParticipants,
  type GridMove,
  type MoveDeed,
  MOVE_TABLES,
  type Moving,
  type MovingCounts,
  type MovingPage,
  moveValues,
  pieceAt,
} from '../grid/index.js';

/** Open events of the grids, each with the piece it lies in. What is over stays in the grid it happened in. $5 open states. */
const moving = (within: string): string => `
  moving as (
    select event.district_code, event.id, event.assignee_id, event.grid_code as from_code,
           coalesce(${pieceAt('event.geom')}, event.grid_code) as to_code
      from event where event.grid_code = any($3::text[]) and event.status = any($5::text[]) and ${within})`;

/**
 * Moves, and keeps the move in the timeline. Stocks move with what stands in them: what leaves a node is counted out of
 * it, what comes is counted in; of a node above both it adds up to nothing. $6 now, $7 day, $8 hour, $9 and $10 who, $11 in words.
 */
const MOVE: Statement = {
  name: 'events.grid-move',
  text: `
    with ${MOVE_TABLES}, ${moving('true')},
    moved as (
      update event set grid_code = moving.to_code, version = event.version + 1, updated_at = $6, changed_xid = pg_current_xact_id()
        from moving
       where event.district_code = moving.district_code and event.id = moving.id and moving.to_code <> moving.from_code
      returning event.*, moving.from_code),
    logged as (
      insert into event_log (district_code, event_id, id, version, at, action, from_status, to_status, actor_id, actor_name, note, overdue)
      select district_code, id, gen_random_uuid(), version, $6, 'regrid', status, status, $9, $10, $11, overdue from moved),
    counted as (
      insert into event_delta (district_code, street_code, community_code, grid_code, day, hour, measure, class_code, department_id, source, count, minutes)
      select district_code, street_code, community_code, side.code, $7::date, $8, stock.measure, class_code, department_id, source, side.count, 0
        from moved
       cross join lateral (values (from_code, -1), (grid_code, 1)) as side (code, count)
       cross join lateral (values ('in:' || status), (case when overdue then 'overdue:' || status end)) as stock (measure)
       where stock.measure is not null)
    select grid_code as to_code, count(*)::int as total, 0 as undecided from moved group by 1`,
};

/** Which of the moving events a participant speaks of. */
interface Part {
  readonly kind: string;
  readonly label: Label;
  readonly condition: string;
}
const EVENTS: Part = { kind: 'events', label: { zh: '在办事件', en: 'Open events' }, condition: 'true' };
/** A task lies where its event lies, and goes along with it: whoever holds it keeps it. */
const TASKS: Part = {
  kind: 'tasks',
  label: { zh: '未完成的任务', en: 'Open tasks' },
  condition: 'moving.assignee_id is not null',
};

/** Open events move with the ground they lie on, and the tasks on them with the events. */
@Injectable()
export class EventGridMoves implements OnModuleInit {
  constructor(private readonly participants: GridChangeParticipants) {}

  onModuleInit(): void {
    // Tasks are counted before their events have moved.
    const tasks = { ...reading(TASKS), move: (tx: Transaction, move: GridMove) => count(tx, { kind: 'job' }, TASKS, move) };
    this.participants.add(async () => [tasks, { ...reading(EVENTS), move: moveEvents }]);
  }
}

function reading(part: Part): Omit<GridChangeParticipant, 'move'> {
  return {
    kind: part.kind,
    label: part.label,
    preview: (tx, lens, move) => count(tx, lens, part, move),
    list: (tx, lens, move, page) => list(tx, lens, part, { move, page }),
  };
}

async function count(tx: Transaction, lens: Lens, { kind, condition }: Part, move: GridMove): Promise<MovingCounts> {
  const within = withinLens(lens, 'event', 6);
  const text = `with ${MOVE_TABLES}, ${moving(within.sql)}
    select to_code, count(*)::int as total, 0 as undecided from moving where to_code <> from_code and ${condition} group by 1`;
  const values = [...moveValues(move), OPEN_STATUSES, ...within.values];
  return countsOf(await tx.query<CountRow>({ name: `events.grid-preview.${kind}.${lens.kind}`, text }, values));
}

async function list(
  tx: Transaction,
  lens: Lens,
  { kind, condition }: Part,
  { move, page: { undecided, after, most } }: { readonly move: GridMove; readonly page: MovingPage },
): Promise<readonly Moving[]> {
  // Every event has a point: there is nothing to decide.
  if (undecided) return [];
  const within = withinLens(lens, 'event', 8);
  const text = `with ${MOVE_TABLES}, ${moving(within.sql)}
    select event.id, event.number || ' ' || event.title as title, from_code as "from", array[to_code] as "to", 'point' as by
      from moving join event on event.district_code = moving.district_code and event.id = moving.id
     where to_code <> from_code and ${condition} and ($6::uuid is null or event.id > $6) order by event.id limit $7`;
  const values = [...moveValues(move), OPEN_STATUSES, after ?? null, most, ...within.values];
  return tx.query<Moving>({ name: `events.grid-list.${kind}.${lens.kind}`, text }, values);
}

async function moveEvents(tx: Transaction, move: GridMove, { at, actorId, actorName, words }: MoveDeed): Promise<MovingCounts> {
  const values = [...moveValues(move), OPEN_STATUSES, at, localDate(at), localHour(at), actorId, actorName, words];
  return countsOf(await tx.query<CountRow>(MOVE, values));
}
