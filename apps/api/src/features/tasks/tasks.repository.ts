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

const OPEN: Statement = {
  name: 'tasks.open',
  text: `insert into task (district_code, id, kind, subject_id, assignee_id, title, place, lng, lat, note, created_at, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const FINISH: Statement = {
  name: 'tasks.finish',
  text: 'update task set done_at = $2 where subject_id = $1 and done_at is null',
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

  listMine(tx: Transaction, accountId: string, state: 'open' | 'done'): Promise<TaskRecord[]> {
    return tx.query<TaskRecord>(state === 'open' ? MINE_OPEN : MINE_DONE, [accountId]);
  }
}
