import type { Clock } from '@wangge/contracts';
import { type DeadlineParts, type DeadlineStep, deadlineParts } from '@wangge/domain';
import { durationWords, monthDayWords, type Words, weekdayWords } from './formats.js';
import { localTime } from './local-time.js';

/** A piece of a sentence; the strong ones are what the eye should find first. */
export interface SentencePiece {
  readonly text: string;
  readonly strong: boolean;
}

/** Why a clock is due when it is, in words made from its segments: "周五 16:40 立案起算，到 18:00 计 1时20分，下班暂停；…" */
export function deadlineSentence(clock: Clock, now: Date, t: Words): SentencePiece[] {
  const parts = deadlineParts(clock, now.toISOString());
  const say = new Speaker(clock, parts, now, t);
  const clauses = [...say.began(), ...parts.steps.flatMap((step, index) => say.step(step, index))];
  const ends = endsWithLastStep(parts);
  const carried = parts.carriedMinutes > 0 ? [t('why.carried', { time: say.duration(parts.carriedMinutes) })] : [];
  const body = [...carried, ...clauses].join(t('why.semicolon'));
  return [
    { text: body === '' ? '' : capitalized(`${body}${t(ends ? 'why.comma' : 'why.semicolon')}`), strong: false },
    { text: say.end(ends), strong: true },
    { text: t('why.full-stop'), strong: false },
    ...(parts.provisional
      ? [{ text: ` ${t('why.provisional', { year: localTime(parts.end.at).year })}${t('why.full-stop')}`, strong: false }]
      : []),
  ];
}

/** The same as plain text, for screen readers, printing and the phone. */
export const deadlineText = (clock: Clock, now: Date, t: Words): string =>
  deadlineSentence(clock, now, t)
    .map(({ text }) => text)
    .join('');

function endsWithLastStep({ steps, end }: DeadlineParts): boolean {
  const last = steps.at(-1);
  return last !== undefined && last.kind !== 'skipped' && last.to === end.at;
}

class Speaker {
  private lastDay: number | undefined;
  private readonly byWeekday: boolean;

  constructor(
    private readonly clock: Clock,
    private readonly parts: DeadlineParts,
    now: Date,
    private readonly t: Words,
  ) {
    this.byWeekday = isWithinDays(6, [parts.startedAt, parts.end.at, now.toISOString()]);
  }

  /** What began, where it did not count at once: "周五 19:00 立案". */
  began(): string[] {
    const first = this.parts.steps[0];
    return first?.kind === 'skipped' ? [this.t('why.began', { when: this.moment(this.parts.startedAt), start: this.start })] : [];
  }

  duration(minutes: number): string {
    return durationWords(minutes, this.t, this.clock.basis);
  }

  private get start(): string {
    return this.t(`from.${this.clock.name}`);
  }

  /** One clause, or none: a night after work is said with the day that it ends. */
  step(step: DeadlineStep, index: number): string[] {
    if (step.kind === 'skipped') return this.skipped(step);
    const text = step.kind === 'days' ? this.days(step) : this.counted(step, index);
    const next = this.parts.steps[index + 1];
    const offWork = next?.kind === 'skipped' && next.afterWork ? `${this.t('why.comma')}${this.t('why.off-work')}` : '';
    return [`${text}${offWork}`];
  }

  end(closesLastStep: boolean): string {
    const { state, at } = this.parts.end;
    if (!closesLastStep) this.lastDay = undefined;
    const when = this.moment(at);
    if (state === 'running') return this.t('why.due', { when });
    if (state === 'stopped') return this.t('why.stopped', { when, time: this.duration(this.parts.usedMinutes) });
    return this.t('why.paused-since', { when, time: this.duration(this.parts.remainingMinutes) });
  }

  private counted(step: Extract<DeadlineStep, { kind: 'counted' }>, index: number): string {
    const { t } = this;
    const time = this.duration(step.minutes);
    const lunch = step.breaks.map(({ from, to }) => t('why.lunch-within', { from: clockOf(from), to: clockOf(to) })).join('');
    const isFirst = this.parts.steps.slice(0, index).every(({ kind }) => kind === 'skipped');
    const when = this.moment(step.from);
    if (!isFirst) return `${t('why.goes-on', { when, time })}${lunch}`;
    const begin = index === 0 ? t('why.first', { when, start: this.start }) : t('why.begins-to-count', { when });
    const isLast = index === this.parts.steps.length - 1;
    const counts = isLast ? t('why.counts', { time }) : t('why.counts-until', { to: this.moment(step.to), time });
    return `${begin}${t('why.comma')}${counts}${lunch}`;
  }

  private days({ from, to, days, skipped }: Extract<DeadlineStep, { kind: 'days' }>): string {
    const { t } = this;
    this.lastDay = undefined;
    const what = skipped
      .map(({ name, days: count }) => t('why.days-of', { name: name ?? t('why.weekend'), count }))
      .join(t('list.comma'));
    const among = what === '' ? '' : t('why.among-them', { what });
    return `${t('why.whole-days', { from: this.day(from), to: this.day(to), count: days })}${among}`;
  }

  private skipped({ reason, name, days, from, to, afterWork }: Extract<DeadlineStep, { kind: 'skipped' }>): string[] {
    const { t } = this;
    if (reason === 'paused') return [t('why.paused', { from: this.moment(from), to: this.moment(to) })];
    if (reason === 'night' || reason === 'lunch') return afterWork ? [] : [t(`why.${reason}`)];
    if (days.length === 0) return reason === 'weekend' ? [t('why.not-counted', { what: t('why.weekend') })] : [];
    if (reason === 'holiday') return [t('why.holiday', { name: name ?? '', days: this.dateSpan(days) })];
    if (!this.byWeekday) return [t('why.holiday', { name: t('why.weekend'), days: this.dateSpan(days) })];
    const names = days.map((day) => weekdayWords(noon(day), t));
    return [t('why.not-counted', { what: names.join(t('list.comma')) })];
  }

  /** "周五 16:40"; only "18:00" while the day is the one just named. */
  private moment(instant: string): string {
    const day = localTime(instant).dayNumber;
    const known = day === this.lastDay;
    this.lastDay = day;
    return known ? clockOf(instant) : this.fullMoment(instant);
  }

  private fullMoment(instant: string): string {
    return `${this.day(instant)} ${clockOf(instant)}`;
  }

  private day(instant: string): string {
    return this.byWeekday ? weekdayWords(instant, this.t) : monthDayWords(instant, this.t);
  }

  private dateSpan(days: readonly string[]): string {
    const [first = '', last = first] = [days[0], days.at(-1)];
    const from = monthDayWords(noon(first), this.t);
    return first === last ? from : this.t('day.to', { from, to: monthDayWords(noon(last), this.t) });
  }
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const clockOf = (instant: string): string => localTime(instant).clock;
const noon = (date: string): string => `${date}T12:00:00+08:00`;

/** Weekdays are unambiguous only while everything said lies within one week. */
function isWithinDays(most: number, instants: readonly string[]): boolean {
  const days = instants.map((instant) => localTime(instant).dayNumber);
  return Math.max(...days) - Math.min(...days) <= most;
}
