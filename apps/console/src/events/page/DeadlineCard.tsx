import type { Clock, EventView, Light } from '@wangge/contracts';
import { deadlineParts, lightAt } from '@wangge/domain';
import { deadlineSentence, deadlineWords, durationWords, instantWords, lightLook, limitWords } from '@wangge/look';
import { useTexts } from '../../i18n/use-texts';
import { LookWord } from '../../ui/Mark';
import { useNow } from '../../ui/use-now';
import { DeadlineStrip } from './DeadlineStrip';

/** Until when, and why until then: the words and the strip come from the clock's own segments. */
export function DeadlineCard({ event }: { readonly event: EventView }) {
  const clock = event.handlingClock ?? event.stageClock;
  return clock && <ClockCard clock={clock} condition={event.condition?.filing} />;
}

function ClockCard({ clock, condition }: { readonly clock: Clock; readonly condition: string | undefined }) {
  const t = useTexts();
  const now = useNow();
  const light = clockLight(clock, now);
  const limit = limitWords(clock.limitMinutes, clock.basis, t);
  const due = clock.state === 'running' ? clock.dueAt : null;
  const ended = clock.state === 'stopped' ? t(light === 'red' ? 'console.ended-late' : 'console.ended-in-time') : undefined;
  return (
    <section className="deadline" aria-labelledby="deadline-title">
      <h2 id="deadline-title">
        {t('console.limit-of', { clock: t(`clock.${clock.name}`) })}
        <span className="aside">
          <LookWord look={lightLook(light)} text={ended} strong />
        </span>
      </h2>
      <p className="deadline-due">
        <strong>
          {due
            ? t('why.due', { when: deadlineWords(due, now, t) })
            : t(clock.state === 'paused' ? 'console.clock-paused' : 'console.clock-stopped')}
        </strong>
        <span>
          <span className="muted">{limit}</span> <Rest clock={clock} light={light} now={now} />
        </span>
      </p>
      <DeadlineStrip clock={clock} />
      <p className="deadline-why">
        {condition && clock.name === 'handle' && (
          <>
            {t('console.condition-gives', { condition })} <b>{limit}</b>
            {t('why.full-stop')}{' '}
          </>
        )}
        <Why clock={clock} now={now} />
      </p>
      {clock.state === 'running' && clock.yellowAt && light === 'green' && (
        <p className="deadline-yellow muted">{t('why.turns-yellow', { when: deadlineWords(clock.yellowAt, now, t) })}</p>
      )}
    </section>
  );
}

function Why({ clock, now }: { readonly clock: Clock; readonly now: Date }) {
  const t = useTexts();
  return deadlineSentence(clock, now, t).map(({ text, strong }) =>
    strong ? <b key={text}>{text}</b> : <span key={text}>{text}</span>,
  );
}

interface RestProps {
  readonly clock: Clock;
  readonly light: Light;
  readonly now: Date;
}

/** What is left of the limit on the clock's own basis; how far past the deadline by the wall clock. */
function Rest({ clock, light, now }: RestProps) {
  const t = useTexts();
  const { ink } = lightLook(light);
  const { usedMinutes, remainingMinutes } = deadlineParts(clock, now.toISOString());
  if (clock.state === 'stopped') return <span>{t('console.used', { time: durationWords(usedMinutes, t, clock.basis) })}</span>;
  if (light === 'red' && clock.dueAt !== null) return <b style={{ color: ink }}>{untilDue(clock.dueAt, now, t)}</b>;
  return <b style={{ color: ink }}>{t('left.rest', { time: durationWords(remainingMinutes, t, clock.basis) })}</b>;
}

function untilDue(dueAt: string, now: Date, t: ReturnType<typeof useTexts>): string {
  const minutes = (Date.parse(dueAt) - now.getTime()) / 60_000;
  return t(minutes < 0 ? 'left.over' : 'left.rest', { time: durationWords(minutes, t) });
}

/** A paused clock has its own colour; a stopped one keeps the one it ended with. */
function clockLight(clock: Clock, now: Date): Light {
  if (clock.state === 'paused') return 'paused';
  return lightAt(clock.state === 'stopped' ? clock.since : now.toISOString(), clock);
}

/** The limit of the present stage, as a line above the viewer's steps, unless the card above shows that very clock. */
export function StageLine({ event: { handlingClock, stageClock } }: { readonly event: EventView }) {
  const t = useTexts();
  const now = useNow();
  if (!stageClock || !handlingClock) return null;
  const look = lightLook(clockLight(stageClock, now));
  if (stageClock.state !== 'running' || stageClock.dueAt === null) return <LookWord look={look} />;
  return (
    <>
      <LookWord look={look} text={untilDue(stageClock.dueAt, now, t)} strong />
      <span>{t('console.before', { when: instantWords(stageClock.dueAt, now, t) })}</span>
    </>
  );
}
