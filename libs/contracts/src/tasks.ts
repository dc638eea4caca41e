import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Id, Instant, Point } from './values.js';

export const TaskKind = z.enum(['verify', 'check', 'fill']);
export type TaskKind = z.infer<typeof TaskKind>;

/** A piece of work for one grid worker. */
export const TaskView = z.strictObject({
  id: Id,
  kind: TaskKind,
  /** The event it is about; for `fill` a unit grid’s part of a table. */
  subjectId: Id,
  title: z.string(),
  place: z.string(),
  point: Point,
  note: z.string().nullable(),
  createdAt: Instant,
  dueAt: Instant.nullable(),
  doneAt: Instant.nullable(),
});
export type TaskView = z.infer<typeof TaskView>;

export const tasksApi = {
  mine: endpoint({
    method: 'GET',
    path: '/tasks',
    access: 'task.read',
    summary: 'The viewer’s own tasks: the open ones by time left, or the last done.',
    query: z.strictObject({ state: z.enum(['open', 'done']).default('open') }),
    reply: z.strictObject({ items: z.array(TaskView) }),
  }),
} as const;
