import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../../platform/database/database.js';
import type { Statement, Transaction } from '../../platform/database/transaction.js';
import { EVENT_COLUMNS, timersOf, toRow } from '../events/index.js';
import type { Life } from './demo-life.js';

/** A drawn picture that stands in for a photo. */
export interface DemoPhoto {
  readonly sha256: string;
  readonly bytes: number;
  readonly contentHash: string;
  readonly thumbHash: string;
  readonly width: number;
  readonly height: number;
}
export interface StoredLife {
  readonly life: Life;
  readonly photos: readonly { readonly stage: 'report' | 'handle' | 'check'; readonly photo: DemoPhoto; readonly at: string; readonly by: string | null }[];
}

const columns = EVENT_COLUMNS.join(', ');
const EVENTS: Statement = {
  name: 'demo.events',
  text: `insert into event (${columns}) select ${columns} from jsonb_populate_recordset(null::event, $1::jsonb)
         on conflict do nothing returning id`,
};
const LOG: Statement = {
  name: 'demo.log',
  text: `insert into event_log (district_code, event_id, id, version, at, action, from_status, to_status, actor_id, actor_name,
                department_id, receiver, choice, note, clock, used_minutes, limit_minutes, overdue)
         select "districtCode", "eventId", id, version, at, action, "fromStatus", "toStatus", "actorId", "actorName", "departmentId",
                receiver, choice, note, clock, "usedMinutes", "limitMinutes", overdue
           from jsonb_to_recordset($1::jsonb) as r ("districtCode" text, "eventId" uuid, id uuid, version int, at timestamptz, action text,
                "fromStatus" text, "toStatus" text, "actorId" uuid, "actorName" text, "departmentId" uuid, receiver text, choice text, note text,
                clock text, "usedMinutes" float8, "limitMinutes" float8, overdue boolean)`,
};
const DELTAS: Statement = {
  name: 'demo.deltas',
  text: `insert into event_delta (district_code, street_code, community_code, grid_code, day, hour, measure, class_code, department_id,
                source, count, minutes, event_id)
         select left("gridCode", 6), left("gridCode", 9), left("gridCode", 12), "gridCode", day, hour, measure, "classCode",
                "departmentId", source, count, minutes, "eventId"
           from jsonb_to_recordset($1::jsonb) as r ("eventId" uuid, "gridCode" text, day date, hour smallint, measure text, "classCode" text,
                "departmentId" uuid, source text, count int, minutes int)`,
};
const PHOTOS: Statement = {
  name: 'demo.photos',
  text: `insert into event_photo (district_code, event_id, sha256, stage, position, bytes, type, declared_by, declared_at, taken_at,
                content_hash, thumb_hash, width, height, ready_at)
         select "districtCode", "eventId", sha256, stage, 0, bytes, 'image/jpeg', "by", at, at, "contentHash", "thumbHash", width, height, at
           from jsonb_to_recordset($1::jsonb) as r ("districtCode" text, "eventId" uuid, sha256 text, stage text, bytes int, "by" uuid,
                at timestamptz, "contentHash" text, "thumbHash" text, width int, height int)
         on conflict do nothing`,
};
const TASKS: Statement = {
  name: 'demo.tasks',
  text: `insert into task (district_code, id, kind, subject_id, assignee_id, title, place, lng, lat, created_at, due_at, done_at)
         select "districtCode", id, kind, "eventId", "assigneeId", title, place, lng, lat, "createdAt", "dueAt", "doneAt"
           from jsonb_to_recordset($1::jsonb) as r ("districtCode" text, id uuid, kind text, "eventId" uuid, "assigneeId" uuid, title text,
                place text, lng float8, lat float8, "createdAt" timestamptz, "dueAt" timestamptz, "doneAt" timestamptz)`,
};
const TIMERS: Statement = {
  name: 'demo.timers',
  text: `insert into timer (id, district_code, subject_id, kind, due_at)
         select id, "districtCode", "eventId", kind, at
           from jsonb_to_recordset($1::jsonb) as r (id uuid, "districtCode" text, "eventId" uuid, kind text, at timestamptz)`,
};
const NUMBERS: Statement = {
  name: 'demo.numbers',
  text: `insert into number_block (district_code, day, next) select $1, day, next
           from jsonb_to_recordset($2::jsonb) as r (day date, next int) on conflict do nothing`,
};
const STORED: Statement = { name: 'demo.stored', text: 'select 1 from event where district_code = $1 and id = $2' };

/** Stores lives in large steps. Each step is whole: one that was interrupted is found missing and done again. */
@Injectable()
export class DemoStore {
  constructor(private readonly database: Database) {}

  async save(lives: readonly StoredLife[]): Promise<void> {
    await this.database.as({ kind: 'job' }, async (tx) => {
      const rows = await tx.query<{ id: string }>(EVENTS, [`[${lives.map(({ life }) => toRow(life.event)).join(',')}]`]);
      const stored = new Set(rows.map(({ id }) => id));
      // An event that is there already has all that follows from it.
      const batch = lives.filter(({ life }) => stored.has(life.event.id));
      await this.rows(tx, LOG, batch, ({ life }) => life.entries.map((entry, index) => ({ id: uuid(), version: index + 1, ...entry })));
      await tx.query(DELTAS, [JSON.stringify(batch.flatMap(({ life }) => life.deltas.map((delta) => ({ eventId: life.event.id, gridCode: life.event.gridCode, ...delta }))))]);
      await this.rows(tx, PHOTOS, batch, ({ photos }) => photos.map(({ photo, ...more }) => ({ ...photo, ...more })));
      await this.rows(tx, TASKS, batch, ({ life: { tasks, event } }) => {
        const { title, place, lng, lat } = event;
        return tasks.map((task) => ({ id: uuid(), title, place, lng, lat, ...task }));
      });
      await this.rows(tx, TIMERS, batch, ({ life }) => timersOf(life.event, life.entries.at(-1)?.at ?? life.event.reportedAt).map((timer) => ({ id: uuid(), ...timer })));
    });
  }

  async isStored({ event }: Life): Promise<boolean> {
    return this.database.as({ kind: 'job' }, async (tx) => (await tx.query(STORED, [event.districtCode, event.id])).length > 0);
  }

  async reserveNumbers(districtCode: string, next: readonly { readonly day: string; readonly next: number }[]): Promise<void> {
    await this.database.as({ kind: 'job' }, (tx) => tx.query(NUMBERS, [districtCode, JSON.stringify(next)]));
  }

  private async rows(tx: Transaction, statement: Statement, batch: readonly StoredLife[], of: (stored: StoredLife) => readonly object[]) {
    const rows = batch.flatMap((stored) => {
      const { districtCode, id } = stored.life.event;
      return of(stored).map((row) => ({ districtCode, eventId: id, ...row }));
    });
    await tx.query(statement, [JSON.stringify(rows)]);
  }
}
