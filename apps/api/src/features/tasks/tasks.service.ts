import { Injectable } from '@nestjs/common';
import { TaskKind, type TaskView } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { Database } from '../../platform/database/database.js';
import { type TaskRecord, TasksRepository } from './tasks.repository.js';

@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksRepository,
  ) {}

  async mine({ accountId }: Viewer, state: 'open' | 'done'): Promise<{ items: TaskView[] }> {
    const rows = await this.database.as({ kind: 'assigned', accountId }, (tx) => this.tasks.listMine(tx, accountId, state));
    return { items: rows.map(toTaskView) };
  }
}

function toTaskView(row: TaskRecord): TaskView {
  return {
    id: row.id,
    kind: TaskKind.parse(row.kind),
    subjectId: row.subject_id,
    title: row.title,
    place: row.place,
    point: { lng: row.lng, lat: row.lat },
    note: row.note,
    createdAt: row.created_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    doneAt: row.done_at?.toISOString() ?? null,
  };
}
