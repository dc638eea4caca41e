import type { TaskView } from '@wangge/contracts';
import { distanceBetween } from '../data/geo';
import { usePosition } from '../data/position';
import { useNow } from '../data/use-now';
import { useWords } from '../data/words';
import { DistanceWords } from '../ui/DistanceWords';
import { Icon } from '../ui/Icon';
import { MarkedWord } from '../ui/Mark';
import { taskAddress } from './task-address';
import { taskTimeLeft } from './task-time';

/** Tasks as stops of a way: how far, what, how long still. */
export function TaskStops({ tasks }: { tasks: readonly TaskView[] }) {
  const t = useWords();
  const now = useNow();
  const position = usePosition(false);
  return (
    <ul class={position.state === 'known' ? 'route' : 'route nodist'}>
      {tasks.map((task) => {
        const { text, look } = taskTimeLeft(task, now, t);
        return (
          <li key={task.id}>
            <a class="stop" href={taskAddress(task)}>
              <span class="d">
                {position.state === 'known' && <DistanceWords metres={distanceBetween(position.point, task.point)} />}
              </span>
              <span class="dot" />
              <span class="x">
                <b>{t('phone.task-title', { kind: t(`phone.task-${task.kind}`), title: task.title })}</b>
                <span class="l2">
                  <MarkedWord mark={look.mark === 'done' ? 'progress' : look.mark} text={text} />
                  <span>{task.place}</span>
                </span>
              </span>
              <Icon name="next" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
