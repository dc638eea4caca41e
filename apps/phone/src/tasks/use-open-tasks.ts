import type { TaskView } from '@wangge/contracts';
import { eventIdOf, type OutboxItem } from '@wangge/offline';
import { useOutbox } from '../data/use-outbox';
import type { Reply } from '../data/replies';
import { useReply } from '../data/use-reply';
import { usePhone } from '../session/phone';
import { taskQuestion } from './task-question';
import { byUrgency } from './task-time';
import type { tasksApi } from '@wangge/contracts';

export interface OpenTasks {
  readonly reply: Reply<typeof tasksApi.mine>;
  readonly tasks: readonly TaskView[];
}

/** The worker's open tasks, the most urgent first, without those whose answer is already in the outbox. */
export function useOpenTasks(): OpenTasks {
  const { may } = usePhone();
  const reply = useReply(...taskQuestion(may('task.read')));
  const items = useOutbox();
  const tasks = (reply.data?.items ?? []).filter(({ subjectId }) => !items.some((item) => answers(item, subjectId, reply.at)));
  return { reply, tasks: tasks.sort(byUrgency) };
}

/** A task that was asked for after the answer had arrived is a new one on the same event. */
function answers(item: OutboxItem, eventId: string, askedAt: string | undefined): boolean {
  if (item.command.kind !== 'action' || eventIdOf(item) !== eventId) return false;
  if (item.state.name === 'delivered') return askedAt === undefined || Date.parse(item.state.at) > Date.parse(askedAt);
  return item.state.name !== 'attention';
}
