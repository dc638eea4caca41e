import type { TaskView } from '@wangge/contracts';
import { tasksApi } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useState } from 'preact/hooks';
import { useNow } from '../data/use-now';
import { useReply } from '../data/use-reply';
import { useWords } from '../data/words';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { MarkedWord } from '../ui/Mark';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Segments } from '../ui/Segments';
import { TabBar } from '../ui/TabBar';
import { Trouble } from '../ui/Trouble';
import { taskAddress } from './task-address';
import { TaskStops } from './TaskStops';
import { useOpenTasks } from './use-open-tasks';

type Shown = 'open' | 'done';

export function TasksPage() {
  const t = useWords();
  const [shown, setShown] = useState<Shown>('open');
  const options = (['open', 'done'] as const).map((value) => ({ value, text: t(`phone.tasks-${value}`) }));
  return (
    <div class="page">
      <PageHead title={t('phone.tab-tasks')} />
      <NetLine />
      <main class="scroll">
        <div class="lh">
          <Segments name="shown" label={t('phone.tab-tasks')} options={options} value={shown} onChoose={setShown} />
        </div>
        {shown === 'open' ? <OpenTasks /> : <DoneTasks />}
      </main>
      <TabBar on="tasks" />
    </div>
  );
}

function OpenTasks() {
  const t = useWords();
  const { reply, tasks } = useOpenTasks();
  if (tasks.length > 0) return <TaskStops tasks={tasks} />;
  if (reply.data) return <Empty text={t('phone.no-tasks')} hint={t('phone.no-tasks-hint')} />;
  return reply.error ? <Trouble error={reply.error} /> : <Empty text={t('phone.loading')} />;
}

function DoneTasks() {
  const t = useWords();
  const { data, error } = useReply(tasksApi.mine, { query: { state: 'done' } });
  if (!data) return error ? <Trouble error={error} /> : <Empty text={t('phone.loading')} />;
  if (data.items.length === 0) return <Empty text={t('phone.none-done')} />;
  return (
    <ul class="rows">
      {data.items.map((task) => (
        <DoneTask key={task.id} task={task} />
      ))}
    </ul>
  );
}

function DoneTask({ task }: { task: TaskView }) {
  const t = useWords();
  const now = useNow();
  return (
    <li>
      <a class="row" href={taskAddress(task)}>
        <span class="g">
          <b>{t('phone.task-title', { kind: t(`phone.task-${task.kind}`), title: task.title })}</b>
          <span class="l2">
            <MarkedWord mark="done" text={t('phone.done')} />
            <span>{task.doneAt && instantWords(task.doneAt, now, t)}</span>
          </span>
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}
