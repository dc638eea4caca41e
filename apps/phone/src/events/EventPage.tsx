import type { EventView, TaskView } from '@wangge/contracts';
import { deadlineWords, timeLeft } from '@wangge/look';
import { eventIdOf } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { placeName } from '../data/place-name';
import { useNow } from '../data/use-now';
import { useOutbox } from '../data/use-outbox';
import { useReply } from '../data/use-reply';
import { codeOf, useWords } from '../data/words';
import { OutlineMap } from '../map/OutlineMap';
import { PlaceSheet } from '../map/PlaceSheet';
import { useOpenTasks } from '../tasks/use-open-tasks';
import { Empty } from '../ui/Empty';
import { MarkedWord, StatusWord } from '../ui/Mark';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Trouble } from '../ui/Trouble';
import { EventFacts } from './EventFacts';
import { EventPhotos } from './EventPhotos';
import { oneEvent } from './event-questions';
import { OnItsWay } from './OnItsWay';
import { StepBar } from './StepBar';
import { TimelineList } from './TimelineList';

/** One event: a report of mine, or the subject of a task of mine. One screen for one thing. */
export function EventPage({ id }: { id: string }) {
  const t = useWords();
  const { data: event, error } = useReply(...oneEvent(id));
  const task = useOpenTasks().tasks.find(({ subjectId }) => subjectId === id);
  return (
    <div class="page">
      <PageHead title={task ? t(`phone.task-${task.kind}`) : t('phone.event')} under={event?.number} back />
      <NetLine />
      <main class="scroll">
        <OnItsWay id={id} />
        {event ? <EventBody event={event} task={task} /> : <NoEvent id={id} error={error} />}
      </main>
      {event && <StepBar event={event} />}
    </div>
  );
}

/** A task that is done may take the event out of the worker's sight: that is no error. */
function NoEvent({ id, error }: { id: string; error: unknown }) {
  const t = useWords();
  const done = useOutbox().find(
    (item) => item.command.kind === 'action' && eventIdOf(item) === id && item.state.name === 'delivered',
  );
  if (!error) return <Empty text={t('phone.loading')} />;
  if (done?.command.kind !== 'action' || codeOf(error) !== 'not-found') return <Trouble error={error} />;
  return (
    <Empty
      text={t('phone.step-delivered', { action: t(`action.${done.command.body.action}`) })}
      hint={t('phone.step-delivered-hint')}
    />
  );
}

function EventBody({ event, task }: { event: EventView; task: TaskView | undefined }) {
  const t = useWords();
  const now = useNow();
  const [placing, setPlacing] = useState(false);
  const { text, look } = timeLeft(event, now, t);
  return (
    <>
      <section class="first">
        <p class="k">
          <StatusWord status={event.status} />
          {event.dueAt && <MarkedWord mark={look.mark === 'done' ? 'progress' : look.mark} text={text} />}
        </p>
        <h2>{event.title}</h2>
        {event.dueAt && <p class="p">{t('phone.due-at', { time: deadlineWords(event.dueAt, now, t) })}</p>}
        {task?.note && <p class="ask">{t('phone.task-note', { note: task.note })}</p>}
        <p class="said">{event.description}</p>
      </section>
      <EventPhotos event={event} />
      <section class="card">
        <OutlineMap point={event.point} chain={event.chain} />
        <div class="place">
          <div class="g">
            <b>{event.place || t('phone.no-place-words')}</b>
            <span>{placeName(event.names)}</span>
          </div>
          <button type="button" class="btn line" onClick={() => setPlacing(true)}>
            {t('phone.see-place')}
          </button>
        </div>
      </section>
      <EventFacts event={event} />
      <TimelineList entries={event.timeline} />
      {placing && <PlaceSheet title={event.title} point={event.point} chain={event.chain} onClose={() => setPlacing(false)} />}
    </>
  );
}
