import type { ClockBasis, Segment } from '@wangge/contracts';
import { dayOf, MINUTE_MS, startOfDay, toInstant, toMillis } from './local-day.js';
import { isProvisional, offKind, type Stretch, type WorkingCalendar, workOf } from './working-calendar.js';

/** Yellow begins when this share of the whole limit is used. */
export const YELLOW_SHARE = 0.8;

export interface Reckoning {
  readonly dueAt: string;
  readonly yellowAt: string;
  /** From the start to the deadline, without gaps. */
  readonly segments: Segment[];
  readonly provisional: boolean;
}

/** The deadline that lies `minutes` counted minutes after `startAt`, and how it comes about. */
export function reckon(question: { basis: ClockBasis; minutes: number; startAt: string; calendar: WorkingCalendar }): Reckoning {
  const { basis, minutes, calendar } = question;
  const from = toMillis(question.startAt);
  const due = instantAfter(basis, from, minutes, calendar);
  return {
    dueAt: toInstant(due),
    yellowAt: toInstant(instantAfter(basis, from, minutes * YELLOW_SHARE, calendar)),
    segments: segmentsBetween(basis, from, due, calendar),
    provisional: basis === 'working' && isProvisional(from, due, calendar),
  };
}

/** Minutes that count between two instants. */
export function elapsedMinutes(basis: ClockBasis, from: string, to: string, calendar: WorkingCalendar): number {
  const stretch = { from: toMillis(from), to: toMillis(to) };
  let millis = 0;
  for (const counted of countedWithin(basis, stretch, calendar)) millis += counted.to - counted.from;
  return millis / MINUTE_MS;
}

/** The earliest instant by which so many minutes have counted. */
export function instantAfter(basis: ClockBasis, from: number, minutes: number, calendar: WorkingCalendar): number {
  const wanted = Math.round(minutes * MINUTE_MS);
  if (!(wanted >= 0)) throw new RangeError(`not a limit: ${minutes}`);
  if (wanted === 0) return from;
  let rest = wanted;
  for (const counted of countedWithin(basis, { from, to: Number.POSITIVE_INFINITY }, calendar)) {
    if (counted.to - counted.from >= rest) return counted.from + rest;
    rest -= counted.to - counted.from;
  }
  throw new RangeError('the calendar has no working time');
}

/** The segments of a stretch: gapless, in order, each with the reason why it counts or not. */
export function segmentsBetween(basis: ClockBasis, from: number, to: number, calendar: WorkingCalendar): Segment[] {
  const segments: Segment[] = [];
  let reached = from;
  for (const counted of countedWithin(basis, { from, to }, calendar)) {
    if (counted.from > reached)
      segments.push(...gapsOf({ from: reached, to: counted.from }, { begins: reached === from, ends: false }, calendar));
    segments.push(segment(counted, { kind: 'counted' }));
    reached = counted.to;
  }
  if (to > reached) segments.push(...gapsOf({ from: reached, to }, { begins: reached === from, ends: true }, calendar));
  return segments;
}

function* countedWithin(basis: ClockBasis, stretch: Stretch, calendar: WorkingCalendar): Generator<Stretch> {
  if (!(stretch.from < stretch.to)) return;
  if (basis === 'continuous') {
    yield stretch;
    return;
  }
  for (let day = dayOf(stretch.from); startOfDay(day) < stretch.to; day += 1) {
    for (const work of workOf(day, calendar)) {
      const from = Math.max(work.from, stretch.from);
      const to = Math.min(work.to, stretch.to);
      if (from < to) yield { from, to };
    }
  }
}

type Reason = { readonly kind: Segment['kind']; readonly name?: string };

/**
 * What a pause in the working time is called. Days off swallow the nights beside them, since a reader wants
 * "Saturday and Sunday do not count" and not five pieces; a weekend and a holiday meet at midnight. Only a night in
 * which the stretch itself begins or ends stands alone: no work before or after it marks where the day off begins.
 */
function gapsOf(gap: Stretch, edge: { begins: boolean; ends: boolean }, calendar: WorkingCalendar): Segment[] {
  const runs: { reason: Reason; from: number; to: number }[] = [];
  for (let day = dayOf(gap.from); startOfDay(day) < gap.to; day += 1) {
    const reason = offKind(day, calendar);
    const last = runs.at(-1);
    const to = startOfDay(day + 1);
    if (reason && last && isSame(last.reason, reason)) last.to = to;
    else if (reason) runs.push({ reason, from: startOfDay(day), to });
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return [segment(gap, { kind: isBreak(gap, calendar) ? 'lunch' : 'night' })];
  if (!edge.begins) first.from = gap.from;
  if (!edge.ends) last.to = gap.to;
  const night: Reason = { kind: 'night' };
  return [{ reason: night, from: gap.from, to: first.from }, ...runs, { reason: night, from: last.to, to: gap.to }]
    .map(({ reason, from, to }) => ({ reason, from: Math.max(from, gap.from), to: Math.min(to, gap.to) }))
    .filter(({ from, to }) => from < to)
    .map(({ reason, ...stretch }) => segment(stretch, reason));
}

const isSame = (a: Reason, b: Reason): boolean => a.kind === b.kind && a.name === b.name;

/** Between two shifts of one day. */
function isBreak({ from, to }: Stretch, calendar: WorkingCalendar): boolean {
  const work = workOf(dayOf(from), calendar);
  return work.some((shift) => shift.to <= from) && work.some((shift) => shift.from >= to);
}

export function segment({ from, to }: Stretch, reason: Reason): Segment {
  return { from: toInstant(from), to: toInstant(to), ...reason, minutes: (to - from) / MINUTE_MS };
}
