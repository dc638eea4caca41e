import type { TaskView } from '@wangge/contracts';
import { deadlineWords } from '@wangge/look';
import { useState } from 'preact/hooks';
import { bearingTo, directionTo, distanceBetween, walkingMinutes } from '../data/geo';
import { usePosition } from '../data/position';
import { useNow } from '../data/use-now';
import type { Entry } from '../data/replies';
import { useWords } from '../data/words';
import { taskAddress } from '../tasks/task-address';
import { taskTimeLeft } from '../tasks/task-time';
import { PlaceSheet } from '../map/PlaceSheet';
import { BigDuration } from '../ui/BigDuration';
import { DistanceWords } from '../ui/DistanceWords';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { Shape } from '../ui/Mark';
import { Trouble } from '../ui/Trouble';

/** The one thing to do now, with how far and how long. */
export function FirstTask({ reply, task, total }: { reply: Entry; task: TaskView | undefined; total: number }) {
  const t = useWords();
  const [placing, setPlacing] = useState(false);
  if (!task) {
    if (reply.error && !reply.data) return <Trouble error={reply.error} />;
    return (
      <Empty
        text={reply.data ? t('phone.no-tasks') : t('phone.loading')}
        hint={reply.data ? t('phone.no-tasks-hint') : undefined}
      />
    );
  }
  return (
    <section class="first" aria-labelledby="first-task">
      <p class="k">
        <b>{t('phone.first-of', { count: total })}</b>
      </p>
      <h2 id="first-task">{t('phone.task-title', { kind: t(`phone.task-${task.kind}`), title: task.title })}</h2>
      <p class="p">{task.place}</p>
      <div class="fig">
        <DistanceFigure task={task} />
        <TimeFigure task={task} />
      </div>
      <div class="two">
        <button type="button" class="btn line" onClick={() => setPlacing(true)}>
          <Icon name="pin" />
          {t('phone.see-place')}
        </button>
        <a class="btn soft" href={taskAddress(task)}>
          {t(`phone.begin-${task.kind}`)}
        </a>
      </div>
      {placing && <PlaceSheet title={task.title} point={task.point} onClose={() => setPlacing(false)} />}
    </section>
  );
}

function DistanceFigure({ task }: { task: TaskView }) {
  const t = useWords();
  const [asked, setAsked] = useState(false);
  const position = usePosition(asked);
  if (position.state !== 'known') {
    const tried = asked && (position.state === 'denied' || position.state === 'unavailable');
    return (
      <div>
        {tried ? (
          <p class="c">{t('phone.no-position')}</p>
        ) : (
          <button type="button" class="btn quiet" onClick={() => setAsked(true)}>
            {position.state === 'asking' ? t('phone.locating') : t('phone.show-distance')}
          </button>
        )}
      </div>
    );
  }
  const metres = distanceBetween(position.point, task.point);
  const minutes = walkingMinutes(metres);
  const direction = t(`phone.direction-${directionTo(position.point, task.point)}`);
  return (
    <div>
      <div class="n">
        <DistanceWords metres={metres} />
        <Icon name="arrow" turn={Math.round(bearingTo(position.point, task.point) - 45)} />
      </div>
      <div class="c">{minutes === null ? direction : t('phone.walk', { direction, minutes })}</div>
    </div>
  );
}

function TimeFigure({ task }: { task: TaskView }) {
  const t = useWords();
  const now = useNow();
  const { text, look } = taskTimeLeft(task, now, t);
  return (
    <div class={`time ${look.mark}`}>
      <div class="n">
        {look.mark !== 'done' && <Shape mark={look.mark} />}
        <BigDuration text={text} />
      </div>
      {task.dueAt && <div class="c">{t('phone.due-at', { time: deadlineWords(task.dueAt, now, t) })}</div>}
    </div>
  );
}
