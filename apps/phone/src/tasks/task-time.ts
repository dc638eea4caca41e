import type { TaskView } from '@wangge/contracts';
import { type TimeLeft, timeLeft } from '@wangge/look';
import type { PhoneWords } from '../data/words';

/** Yellow begins in the last fifth of the time a task was given. */
export function taskTimeLeft({ createdAt, dueAt }: Pick<TaskView, 'createdAt' | 'dueAt'>, now: Date, t: PhoneWords): TimeLeft {
  const [start, due] = [Date.parse(createdAt), Date.parse(dueAt ?? createdAt)];
  const yellowAt = dueAt === null ? null : new Date(start + (due - start) * 0.8).toISOString();
  return timeLeft({ dueAt, yellowAt, reportedAt: createdAt, light: 'none' }, now, t);
}

/** The most urgent first; what has no deadline last, the oldest of it first. */
export function byUrgency(a: TaskView, b: TaskView): number {
  const due = (task: TaskView) => (task.dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(task.dueAt));
  return due(a) - due(b) || Date.parse(a.createdAt) - Date.parse(b.createdAt);
}
