import { Injectable } from '@nestjs/common';
import type { TaskKind } from '@wangge/contracts';
import type { EventState } from '@wangge/domain';
import { v7 as uuid } from 'uuid';
import type { Statement, Transaction } from '../../platform/database/transaction.js';

export interface TaskRecord {
  readonly id: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly title: string;
  readonly place: string;
  readonly lng: number;
  readonly lat: number;
  readonly note: string | null;
  readonly created_at: Date;
  readonly due_at: Date | null;
  readonly done_at: Date | null;
}
interface TaskStart {
  readonly kind: TaskKind;
  readonly assigneeId: string;
  readonly note: string | null;
  readonly event: Pick<EventState, 'districtCode' | 'id' | 'title' | 'place' | 'lng' | 'lat' | 'dueAt'>;
  readonly at: string;
}
/** One of many that are begun together. */
export interface WantedTask {
  readonly kind: TaskKind;
  readonly subjectId: string;
  readonly assigneeId: string;
  readonly title: string;
  readonly place: string;
  readonly lng: number;
  readonly lat: number;
}
export interface TaskSettlement {
  readonly districtCode: string;
  readonly subjects: readonly string[];
  readonly wanted: readonly WantedTask[];
  readonly dueAt: string | null;
  readonly at: string;
}

const OPEN: Statement = {
  name: 'tasks.open',
  text: `insert into task (district_code, id, kind, subject_id, assignee_id, title, place, lng, lat, note, created_at, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const FINISH: Statement = {
  name: 'tasks.finish',
  text: 'update task set done_at = $2 where subject_id = $1 and done_at is null',
};
/** $1 subjects, $2 now, $3 tasks that stay, in JSON. */
const END_OTHERS: Statement = {
  name: 'tasks.end-others',
  text: `update task as t set done_at = $2
          where t.subject_id = any($1::uuid[]) and t.done_at is null
            and not exists (select 1 from jsonb_to_recordset($3::jsonb) as w ("subjectId" uuid, "assigneeId" uuid)
                             where w."subjectId" = t.subject_id and w."assigneeId" = t.assignee_id)`,
};
/** $1 district, $2 now, $3 tasks in JSON, $4 when they are due. Who has one already gets no second. */
const OPEN_MISSING: Statement = {
  name: 'tasks.open-missing',
  text: `insert into task (district_code, id, kind, subject_id, assignee_id, title, place, lng, lat, note, created_at, due_at)
         select $1, gen_random_uuid(), w.kind, w."subjectId", w."assigneeId", w.title, w.place, w.lng, w.lat, null, $2, $4
           from jsonb_to_recordset($3::jsonb)
             as w (kind text, "subjectId" uuid, "assigneeId" uuid, title text, place text, lng float8, lat float8)
          where not exists (select 1 from task as t
                             where t.subject_id = w."subjectId" and t.assignee_id = w."assigneeId" and t.done_at is null)`,
};
const COLUMNS = 'id, kind, subject_id, title, place, lng, lat, note, created_at, due_at, done_at';
const MINE_OPEN: Statement = {
  name: 'tasks.mine-open',
  text: `select ${COLUMNS} from task where assignee_id = $1 and done_at is null order by due_at, id limit 100`,
};
const MINE_DONE: Statement = {
  name: 'tasks.mine-done',
  text: `select ${COLUMNS} from task where assignee_id = $1 and done_at is not null order by done_at desc limit 30`,
};

/** Tasks live and end with their subject: both are written under its record lens, in its transaction. */
@Injectable()
export class TasksRepository {
  async open(tx: Transaction, { kind, assigneeId, note, event, at }: TaskStart): Promise<void> {
    const { districtCode, id, title, place, lng, lat, dueAt } = event;
    await tx.query(OPEN, [districtCode, uuid(), kind, id, assigneeId, title, place, lng, lat, note, at, dueAt]);
  }

  async finish(tx: Transaction, subjectId: string, at: string): Promise<void> {
    await tx.query(FINISH, [subjectId, at]);
  }

  /** Of these subjects the wanted tasks are open after it, each once, and no others. Two statements, under the job lens. */
  async settle(tx: Transaction, { districtCode, subjects, wanted, dueAt, at }: TaskSettlement): Promise<void> {
    const tasks = JSON.stringify(wanted);
    await tx.query(END_OTHERS, [subjects, at, tasks]);
    await tx.query(OPEN_MISSING, [districtCode, at, tasks, dueAt]);
  }

  listMine(tx: Transaction, accountId: string, state: 'open' | 'done'): Promise<TaskRecord[]> {
    return tx.query<TaskRecord>(state === 'open' ? MINE_OPEN : MINE_DONE, [accountId]);
  }
}
