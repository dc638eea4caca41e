import type { EventStatus, EventView, TimelineEntry } from '@wangge/contracts';
import { ClockName } from '@wangge/contracts';
import { actionRule, stateAfter, statusRule } from '@wangge/domain';
import { durationWords, instantWords, limitWords, localTime } from '@wangge/look';
import { type T, useTexts } from '../../i18n/use-texts';
import { useNow } from '../../ui/use-now';

/** What happened with the time it took, where it stands, and what is still to come. */
export function Timeline({ event }: { readonly event: EventView }) {
  const t = useTexts();
  const open = statusRule(event.status).open;
  return (
    <section className="course" aria-labelledby="course-title">
      <h2 id="course-title">
        {t('console.course')}
        <span className="aside">{t('console.used-of-limit')}</span>
      </h2>
      <ol>
        {event.timeline.map((entry) => (
          <Passed key={entry.id} entry={entry} basis={event.handlingClock?.basis ?? 'continuous'} />
        ))}
        {open && <Now event={event} />}
        {open && comingAfter(event.status).map((status) => <Coming key={status} status={status} event={event} />)}
      </ol>
    </section>
  );
}

function Passed({ entry, basis }: { readonly entry: TimelineEntry; readonly basis: 'continuous' | 'working' }) {
  const t = useTexts();
  const now = useNow();
  const relations = entry.action === 'regrid' ? [] : actionRule(entry.action).who;
  const isOfDepartment = relations.includes('department') || relations.includes('assisting');
  const who = isOfDepartment ? [entry.actor, entry.department].filter(Boolean).join(' · ') : entry.actor;
  return (
    <li>
      <time dateTime={entry.at}>{momentWords(entry.at, now, t)}</time>
      <i aria-hidden="true" />
      <div>
        <b>{t(`action.${entry.action}`)}</b>
        {entry.receiver && <span> → {entry.receiver}</span>}
        <p>{who}</p>
        {entry.choice && <p>{t(`choice.${entry.choice}`)}</p>}
        {entry.note && <p className="said">{noteWords(entry.note, t)}</p>}
      </div>
      <span className={entry.overdue ? 'used overdue' : 'used'}>{usedWords(entry, basis, t)}</span>
    </li>
  );
}

/** Of today only the time: the column is narrow and most of it is today. */
function momentWords(instant: string, now: Date, t: T): string {
  const at = localTime(instant);
  return at.dayNumber === localTime(now).dayNumber ? at.clock : instantWords(instant, now, t);
}

/** A finding without words of its own is stored as its code. */
function noteWords(note: string, t: T): string {
  const finding = (['exists', 'not-exists', 'cannot-tell'] as const).find((code) => code === note);
  return finding ? t(`verification.${finding}`) : note;
}

function usedWords({ usedMinutes, limitMinutes, clock, overdue }: TimelineEntry, handling: 'continuous' | 'working', t: T) {
  const name = ClockName.safeParse(clock);
  if (usedMinutes === null || !name.success) return null;
  const basis = name.data === 'handle' ? handling : 'continuous';
  return (
    <>
      {t(`clock.${name.data}`)} <b>{durationWords(usedMinutes, t, basis)}</b>
      {limitMinutes !== null && ` / ${limitWords(limitMinutes, basis, t)}`}
      {overdue && ` ${t('light.red')}`}
    </>
  );
}

function Now({ event }: { readonly event: EventView }) {
  const t = useTexts();
  const who = event.assignee ?? (event.departmentId ? event.departmentName : null);
  return (
    <li className="current" aria-current="step">
      <time>{t('console.now')}</time>
      <i aria-hidden="true" />
      <div>
        <b>{t(`status.${event.status}`)}</b>
        {who && <p>{who}</p>}
      </div>
      <span />
    </li>
  );
}

function Coming({ status, event }: { readonly status: EventStatus; readonly event: EventView }) {
  const t = useTexts();
  const { stage } = statusRule(status);
  const { handlingClock: clock } = event;
  const limit =
    status === 'handling' && clock
      ? limitWords(clock.limitMinutes, clock.basis, t)
      : stage && limitWords(stage.minutes, 'continuous', t);
  return (
    <li className="coming">
      <time />
      <i aria-hidden="true" />
      <div>{t(`status.${status}`)}</div>
      <span className="used">{limit}</span>
    </li>
  );
}

const ROAD = ['file', 'dispatch', 'accept', 'finish', 'send-check', 'check-pass', 'close'] as const;

/** The states of the straight road after this one, read from the loop's table. */
function comingAfter(status: EventStatus): EventStatus[] {
  const from: EventStatus = status === 'verifying' ? 'reported' : status === 'suspended' ? 'handling' : status;
  const start = ROAD.findIndex((action) => actionRule(action).from.includes(from));
  return start < 0 ? [] : ROAD.slice(start).map((action) => stateAfter(action, from));
}
