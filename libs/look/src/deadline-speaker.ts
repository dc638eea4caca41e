import type { Clock } from '@wangge/contracts';
import type { CountedStep, DaysStep, DeadlineParts, DeadlineStep, SkippedStep } from '@wangge/domain';
import { minutesOfSteps, sum } from './deadline-minutes.js';
import { DeadlineMoments } from './deadline-moments.js';
import { exactWords, holidayWords, isWeekendDay, listWords } from './deadline-words.js';
import { limitWords, type Words } from './formats.js';

/** Says the steps of one clock in turn: what was named already, as a day, is not named again. */
export class DeadlineSpeaker {
  private readonly moments: DeadlineMoments;
  private readonly minutes: readonly number[];

  constructor(
    private readonly clock: Clock,
    private readonly parts: DeadlineParts,
    now: Date,
    private readonly t: Words,
  ) {
    this.moments = new DeadlineMoments([parts.startedAt, parts.end.at, now.toISOString()], t);
    this.minutes = minutesOfSteps(parts);
  }

  /** What was counted before, and the start where it did not count at once: "周五 19:00 立案". */
  before(): string[] {
    const { carriedMinutes, steps, startedAt } = this.parts;
    const carried = Math.round(carriedMinutes);
    return [
      ...(carried > 0 ? [this.t('why.carried', { time: this.duration(carried) })] : []),
      ...(steps[0]?.kind === 'skipped' ? [this.t('why.began', { when: this.moments.at(startedAt), start: this.start })] : []),
    ];
  }

  /** One clause, or none: a night after work is said with the day that it ends. */
  step(step: DeadlineStep, index: number): string[] {
    if (step.kind === 'skipped') return this.skipped(step);
    return [step.kind === 'days' ? this.days(step) : this.counted(step, index)];
  }

  end(): string {
    const { state, at } = this.parts.end;
    const when = this.moments.at(at);
    if (state === 'running') return this.t('why.due', { when });
    const used = sum(this.minutes) + Math.round(this.parts.carriedMinutes);
    if (state === 'stopped') return this.t('why.stopped', { when, time: this.duration(used) });
    return this.t('why.paused-since', { when, time: this.duration(Math.max(0, this.clock.limitMinutes - used)) });
  }

  private get start(): string {
    return this.t(`from.${this.clock.name}`);
  }

  private duration(minutes: number): string {
    return exactWords(minutes, this.clock.basis, this.t);
  }

  private counted(step: CountedStep, index: number): string {
    const { t, moments } = this;
    const { steps } = this.parts;
    const when = moments.at(step.from);
    const isFirst = steps.slice(0, index).every(({ kind }) => kind === 'skipped');
    const after = `${this.notes([...this.madeUp(step), ...this.lunch(step)])}${this.offWork(index)}`;
    if (!isFirst) return `${t(step.extended ? 'why.extended' : 'why.goes-on', { when, time: this.time(index) })}${after}`;
    const first = index === 0 ? t('why.first', { when, start: this.start }) : t('why.begins-to-count', { when });
    return `${t('why.first-counts', { first, counts: this.counts(step, index) })}${after}`;
  }

  /** "到 18:00 计 1时20分"; a limit that is over within one step is called as the rules call it. */
  private counts(step: CountedStep, index: number): string {
    const { t, clock } = this;
    const time = this.time(index);
    if (index < this.parts.steps.length - 1) return t('why.counts-until', { to: this.moments.at(step.to), time });
    const isWholeLimit = clock.state === 'running' && this.minutes[index] === clock.limitMinutes;
    return isWholeLimit ? limitWords(clock.limitMinutes, clock.basis, t) : t('why.counts', { time });
  }

  /** Within a day of work, hours say it plainer than "1 working day". */
  private time(index: number): string {
    return exactWords(this.minutes[index] ?? 0, 'continuous', this.t);
  }

  private madeUp({ from }: CountedStep): string[] {
    return this.clock.basis === 'working' && isWeekendDay(from) ? [this.t('why.make-up')] : [];
  }

  private lunch({ breaks }: CountedStep): string[] {
    const { t, moments } = this;
    return breaks.map(({ from, to }) => t('why.lunch-within', { from: moments.clock(from), to: moments.clock(to) }));
  }

  private notes(notes: readonly string[]): string {
    return notes.length === 0 ? '' : this.t('why.notes', { notes: notes.join(this.t('why.comma')) });
  }

  private offWork(index: number): string {
    const next = this.parts.steps[index + 1];
    return next?.kind === 'skipped' && next.afterWork ? `${this.t('why.comma')}${this.t('why.off-work')}` : '';
  }

  private days({ from, to, days, skipped, extended }: DaysStep): string {
    const { t, moments } = this;
    const off = skipped.map(({ name, days: count }) =>
      t('why.days-of', { name: name === undefined ? t('why.weekends') : holidayWords(name, t), count }),
    );
    const madeUp = this.madeUpDays(from, to);
    const notes = [
      ...(madeUp > 0 ? [t('why.with-make-up', { count: madeUp })] : []),
      ...(off.length > 0 ? [t('why.among-them', { what: listWords(off, t) })] : []),
    ];
    const key = extended ? 'why.extended-days' : 'why.whole-days';
    return `${t(key, { from: moments.day(from), to: moments.day(to), count: days })}${this.notes(notes)}`;
  }

  private madeUpDays(from: string, to: string): number {
    const worked = this.clock.segments.filter((piece) => piece.kind === 'counted' && piece.from >= from && piece.to <= to);
    return new Set(worked.filter((piece) => isWeekendDay(piece.from)).map((piece) => this.moments.day(piece.from))).size;
  }

  private skipped({ reason, name, days, from, to, afterWork }: SkippedStep): string[] {
    const { t, moments } = this;
    if (reason === 'paused') return [t('why.paused', { from: moments.at(from), to: moments.at(to) })];
    if (reason === 'night' || reason === 'lunch') return afterWork ? [] : [t(`why.${reason}`)];
    if (reason === 'holiday') {
      const holiday = holidayWords(name ?? '', t);
      return [days.length === 0 ? this.notCounted([holiday]) : t('why.holiday', { name: holiday, days: moments.dates(days) })];
    }
    if (days.length === 0) return [this.notCounted([t('why.weekend')])];
    if (moments.byWeekday) return [this.notCounted(moments.weekdays(days))];
    return [t('why.holiday', { name: t('why.weekend'), days: moments.dates(days) })];
  }

  private notCounted(what: readonly string[]): string {
    return this.t(what.length > 1 ? 'why.several-not-counted' : 'why.not-counted', { what: listWords(what, this.t) });
  }
}
